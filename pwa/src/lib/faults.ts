/**
 * Errors of this session, in memory, for who has to find out what went wrong. What may be told of one is another matter:
 * what it says may repeat what somebody typed (`routes/device/fault.ts`).
 */

/** An error as it was thrown. */
export interface Noted {
  /** In milliseconds since 1970. */
  at: number;
  name: string;
  code: string;
  message: string;
  stack: string;
}

/** The last ones. */
const KEPT_MAX = 20;

const kept: Noted[] = [];

/** Those kept, the oldest first. */
export function faults(): Noted[] {
  return kept;
}

/** Notes what nobody caught, in a page or a worker. */
export function watchFaults(): void {
  addEventListener('error', ({ error }) => note(error));
  addEventListener('unhandledrejection', ({ reason }) => note(reason));
}

/** Tells the console of an error, and notes it. */
export function report(error: unknown): void {
  console.error(error);
  note(error);
}

function note(error: unknown): void {
  const { name, message, stack, code, reason } = Object(error) as Record<string, unknown>;
  const texts = [name, code ?? reason, message, stack].map((text) => `${(text as string | undefined) ?? ''}`);
  const [what = '', why = '', said = '', where = ''] = texts;
  kept.push({ at: Date.now(), name: what, code: why, message: said, stack: where });
  if (kept.length > KEPT_MAX) kept.shift();
}
