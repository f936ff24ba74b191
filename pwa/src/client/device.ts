/** What takes room on this phone, as page and worker speak of it. */
import type { FileWay } from './files.ts';

/** What is weighed by walking through it: what the replica keeps, and how files look. */
export type Walked = 'rows' | 'thumbs';

/** One step of a walk: short, for whoever saves waits for it. */
export interface Weighed {
  /** Bytes by the store that they stand in. */
  bytes: Record<string, number>;
  /** How many documents there are of a kind, by its number. */
  kinds: Record<string, number>;
  /** Where the next step begins; `null` after the last. */
  next: string | string[] | null;
}

/** A file that lies here itself, not only how it looks. */
export interface LyingFile {
  bytes: number;
  /** How far it has come, if it was attached here; otherwise it came from the cooperative. */
  way: FileWay['is'] | 'fetched';
  /** It can go, and be fetched again. */
  isFree: boolean;
}
