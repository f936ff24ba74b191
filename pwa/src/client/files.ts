/** Files that documents name (pictures, PDFs), as page and worker speak of them. Nothing here knows what they are of. */
import type { FileType } from '../lib/file_type.ts';
import type { FileRef, FileSet } from './generated/types.ts';
import type { JoinFailure } from './messages.ts';

/** A file as an entry names it. */
export type NamedFile = FileSet[number];

/** A file as it is to be kept, and how it looks in a list; a PDF has no look. */
export interface NewFile {
  hash: string;
  bytes: ArrayBuffer;
  thumb: ArrayBuffer | null;
}

/** `full`: the phone has no room for it. Nothing else is harmed. */
export type Keeping = 'kept' | 'full' | 'failed';

/** How far a file of this phone has come. `kept`: on this phone, and nothing that was saved names it yet. */
export type FileWay =
  | { is: 'kept' }
  | { is: 'waiting'; received: number }
  | { is: 'received' }
  | { is: 'refused'; code: JoinFailure };

/** What this phone knows of a file. */
export interface KnownFile {
  hash: string;
  bytes: number;
  type: FileType;
  /** When it came here, in milliseconds since 1970. */
  at: number;
  way: FileWay;
  /** The file itself is here, not only how it looks. */
  isHere: boolean;
  hasThumb: boolean;
}

/** What comes of opening a file. `away`: it cannot be had now, and why. */
export type Opened =
  { is: 'here'; bytes: ArrayBuffer; type: FileType } | { is: 'coming' } | { is: 'away'; code: FetchFailure };
/** `full`: this phone has no room for it. */
export type FetchFailure = JoinFailure | 'full' | 'crashed';

/** What is still to be sent of files, all together. */
export interface FileStanding {
  /** Named by what was saved, and not at the cooperative yet. */
  waiting: FileRef[];
  /** Refused for good, until somebody tries again. */
  refused: FileRef[];
}
