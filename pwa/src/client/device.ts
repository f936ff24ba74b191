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

/** Some of the files that lie here. */
export interface FileShare {
  files: number;
  bytes: number;
}

/** Files that lie here themselves, not only how they look. */
export interface FileRoom {
  /** Attached here, by how far they have come; and what came from the cooperative. */
  ways: Record<FileWay['is'] | 'fetched', FileShare>;
  /** Those of them that can go, and be fetched again. */
  free: FileShare;
}
