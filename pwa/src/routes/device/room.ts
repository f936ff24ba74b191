/** What Besace takes of a phone, added up by what it is. Pure. */
import type { LyingFile } from '../../client/device.ts';
import type { Language } from '../../lib/i18n/languages.ts';

/** What room is taken by, in the order in which it is told. */
export const TAKEN = [
  'docs',
  'waiting',
  'sent',
  'drafts',
  'attached',
  'fetched',
  'thumbs',
  'app',
  'reserve',
] as const;
export type Taken = (typeof TAKEN)[number];

/** Some files. */
export interface FileShare {
  files: number;
  bytes: number;
}

/** The files that lie here, by how far they have come, and those of them that can go and be fetched again. */
export interface FileRoom {
  ways: Record<LyingFile['way'], FileShare>;
  free: FileShare;
}

/** What was counted, in bytes. */
export interface Counted {
  /** What the replica keeps, by its store (`client-wasm/src/store.rs`). */
  rows: Record<string, number>;
  files: FileRoom;
  thumbs: number;
  /** The small storage beside the database: drafts, and once more what waits. */
  small: number;
  app: number;
  reserve: number;
}

/** The stores of what a person did; all others hold what the cooperative gives again. */
const OF_STORE: Record<string, Taken> = { outbox: 'waiting', refused: 'waiting', sent: 'sent' };

export function fileRoom(lying: readonly LyingFile[]): FileRoom {
  const share = (is: (file: LyingFile) => boolean): FileShare => {
    const files = lying.filter(is);
    return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  };
  const of = (wanted: LyingFile['way']): FileShare => share(({ way }) => way === wanted);
  return {
    ways: {
      kept: of('kept'),
      waiting: of('waiting'),
      received: of('received'),
      refused: of('refused'),
      fetched: of('fetched'),
    },
    free: share(({ isFree }) => isFree),
  };
}

/** Bytes by what they are. */
export function taken({ rows, files, thumbs, small, app, reserve }: Counted): Record<Taken, number> {
  const { kept, waiting, received, refused, fetched } = files.ways;
  const all: Record<Taken, number> = {
    docs: 0,
    waiting: 0,
    sent: 0,
    drafts: small,
    attached: kept.bytes + waiting.bytes + received.bytes + refused.bytes,
    fetched: fetched.bytes,
    thumbs,
    app,
    reserve,
  };
  for (const [store, bytes] of Object.entries(rows)) all[OF_STORE[store] ?? 'docs'] += bytes;
  return all;
}

export function totalOf(all: Record<Taken, number>): number {
  return TAKEN.reduce((sum, what) => sum + all[what], 0);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const THOUSAND = 1000;

/** `12,3 Mo`; in units of a thousand, as phones tell them. */
export function size(bytes: number, language: Language): string {
  const step = bytes < THOUSAND ? 0 : Math.trunc(Math.log10(Math.round(bytes)) / 3);
  const unit = UNITS[Math.min(step, UNITS.length - 1)] ?? 'byte';
  const value = bytes / THOUSAND ** UNITS.indexOf(unit);
  const maximumFractionDigits = unit === 'byte' || value >= 100 ? 0 : 1;
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'unit',
    unit,
    maximumFractionDigits,
  }).format(value);
}
