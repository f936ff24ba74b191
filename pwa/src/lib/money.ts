/** Money as whole cents, typed the French way. */

/** More than anyone's expense; keeps sums exact in a double. */
const CENTS_MAX = 99_999_999_99;

/**
 * Reads what a person typed: `12,5`, `1 234,56`, `12.50 €`. Answers `null` for anything doubtful,
 * because a guessed amount is worse than a question.
 */
export function parseCents(text: string): number | null {
  const plain = text.replace(/[\s€]/g, '');
  const match = /^(-?)(\d{1,10})(?:[.,](\d{0,2}))?$/.exec(plain);
  if (!match) return null;
  const [, sign, whole = '0', decimals = ''] = match;
  const cents = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (cents > CENTS_MAX) return null;
  return sign && cents !== 0 ? -cents : cents;
}

/** Shows cents in a field, without currency or grouping: `12,50`. */
export function centsToField(cents: number): string {
  const sign = cents < 0 ? '-' : '';
  const [whole, decimals] = [Math.trunc(Math.abs(cents) / 100), Math.abs(cents) % 100];
  return `${sign}${whole},${String(decimals).padStart(2, '0')}`;
}

/** Reads kilometres with at most one decimal into metres. */
export function parseKilometres(text: string): number | null {
  const match = /^(\d{1,5})(?:[.,](\d))?$/.exec(text.replace(/\s|km/g, ''));
  if (!match) return null;
  return Number(match[1]) * 1000 + Number(match[2] ?? '0') * 100;
}

/** Shows metres in a field: `12,4`. */
export function kilometresToField(metres: number): string {
  const tenths = Math.round(metres / 100);
  return tenths % 10 === 0 ? String(tenths / 10) : String(tenths / 10).replace('.', ',');
}

/** Reads a duration: `1:30`, `1h30`, `90`. Answers minutes. */
export function parseMinutes(text: string): number | null {
  const plain = text.trim().toLowerCase().replace(/\s/g, '');
  const clock = /^(\d{1,2})[:h](\d{0,2})$/.exec(plain);
  if (clock) {
    const minutes = Number(clock[2] === '' ? '0' : clock[2]);
    return minutes < 60 ? Number(clock[1]) * 60 + minutes : null;
  }
  const plainMinutes = /^(\d{1,3})(?:min)?$/.exec(plain);
  return plainMinutes ? Number(plainMinutes[1]) : null;
}

/** Shows minutes in a field: `1:30`. */
export function minutesToField(minutes: number): string {
  return `${Math.trunc(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
