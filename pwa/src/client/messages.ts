/**
 * The typed table of calls from the screens to the worker.
 *
 * The same messages travel from a following tab to the leading one, so they hold plain data only.
 */
import type { CallFailure } from '../lib/call_failure.ts';
import type { Noted } from '../lib/faults.ts';
import type { LyingFile, Walked, Weighed } from './device.ts';
import type { FileStanding, Keeping, KnownFile, NewFile, Opened } from './files.ts';
import type {
  ErrorCode,
  FileRef,
  Intent,
  Role,
  Stage,
  Topic,
  Ulid,
  ViewRequest,
  Views,
} from './generated/types.ts';
import type { Notices, NoticesRequest } from './notices.ts';

/** Where this browser stands: nobody has joined yet, or somebody's replica can be opened. */
export type Standing =
  | { state: 'nobody'; lost: Loss | null }
  | { state: 'opening' }
  | { state: 'open'; profile: Profile }
  | { state: 'failed'; reason: OpenFailure };

/**
 * Why the replica could not be opened. Local rows are never erased on failure. `full`: the disk has no room to
 * open them; `refused`: the browser keeps nothing for this site.
 */
export type OpenFailure = 'storage' | 'module' | 'replica' | 'full' | 'refused';

/** When the relay removed a device, and by whom, as far as it says. */
export interface Removal {
  /** By the relay's clock; empty when it did not say. */
  at: string;
  /** A member's name; empty when it was no member, or when it did not say. */
  by: string;
}

/** What somebody had here is gone: what was last known to be unsent. */
export interface Loss {
  /** This device was removed; otherwise the browser erased it by itself. */
  removed: Removal | null;
  /** What the entries were called; none of a removed device: it may be in a stranger's hand. */
  names: string[];
  /** How many more there were. */
  more: number;
  /** When that was known; empty when nothing is. */
  at: string;
}

/** One person's belonging to one cooperative, on this browser. */
export interface Profile {
  id: string;
  coop: string;
  member: string;
  device: string;
  deviceName: string;
}

/** What became of an intent, told once the disk has it: "saved" is never said before. */
export type Outcome =
  | { outcome: 'saved'; entry: Ulid | null }
  | { outcome: 'noChange' }
  | { outcome: 'rejected'; code: ErrorCode; field: string }
  | { outcome: 'notSaved'; full: boolean };

/** `full`: the phone has no room for what joining brings; asked before the invitation is spent. */
export type JoinResult = { ok: true; profile: Profile } | { ok: false; code: JoinFailure | 'full' };
export type JoinFailure = ErrorCode | 'unreachable';

/** Whom an invitation is for. */
export interface Invited {
  coop: string;
  coopName: string;
  member: string;
  memberName: string;
}

/** A device, as the relay lists them. */
export interface Device {
  device: string;
  name: string;
  enrolledAt: string;
  /** To the day. */
  lastContactAt: string;
  /** The one that asks. */
  current: boolean;
}

/** A member, as directors see them: only the relay knows who was invited and who came. */
export interface Person {
  member: string;
  name: string;
  status: MemberStatus;
  roles: Role[];
  branch: string;
  stage: Stage | null;
  associate: boolean;
  coaches: string[];
  devices: Device[];
  /** Until when an invitation is open. */
  invitedUntil: string | null;
}
export type MemberStatus = 'active' | 'suspended' | 'left';

/** An invitation, to be handed on at once: the relay forgets its secret. */
export interface Invitation {
  link: string;
  code: string;
  /** In milliseconds since 1970. */
  expiresAt: number;
  /** The link as a QR code: one outline on a square of that size. */
  qr: { size: number; path: string } | null;
}

/** What is said of a member. */
export type Described = Pick<Person, 'name' | 'branch' | 'stage' | 'associate'>;

/** What a director decides: carried out whole, or not at all. What a change does not name stays as it is. */
export type Decision =
  | { action: 'add'; described: Described; roles: Role[]; coaches: string[] }
  | {
      action: 'change';
      member: string;
      described?: Described;
      roles?: Role[];
      coaches?: string[];
      status?: MemberStatus;
    }
  | { action: 'setFacilitator'; event: string; member: string; facilitates: boolean };

/** An answer of the relay that only the network can give. */
export type Online<T> = { ok: true; value: T } | { ok: false; code: JoinFailure; removal?: Removal };

/** Arguments and answers of each call. */
export interface Calls {
  standing: { request: null; answer: Standing };
  join: { request: { secret: string; deviceName: string }; answer: JoinResult };
  look: { request: { secret: string }; answer: Online<Invited> };
  view: { request: ViewRequest; answer: Views[keyof Views] };
  dispatch: { request: Intent; answer: Outcome };
  syncNow: { request: null; answer: null };
  devices: { request: null; answer: Online<Device[]> };
  /** `null`: oneself, on another device. */
  invite: { request: { member: string | null }; answer: Online<Invitation> };
  revokeDevice: { request: { device: string }; answer: Online<null> };
  people: { request: null; answer: Online<Person[]> };
  decide: { request: Decision; answer: Online<{ member: string }> };
  notices: { request: NoticesRequest; answer: Online<Notices> };
  forget: { request: null; answer: null };
  reopen: { request: null; answer: null };
  unsent: { request: null; answer: string | null };
  downloadAgain: { request: null; answer: null };
  keepFile: { request: NewFile; answer: Keeping };
  /** What this phone knows of files, by their hashes. */
  files: { request: { hashes: string[] }; answer: KnownFile[] };
  thumbs: { request: { hashes: string[] }; answer: { hash: string; bytes: ArrayBuffer }[] };
  keepThumb: { request: { hash: string; bytes: ArrayBuffer }; answer: null };
  /** From this phone, or asked of the relay: a notice tells when it came. `again`: after it could not be had. */
  openFile: { request: { file: FileRef; again: boolean }; answer: Opened };
  fileStanding: { request: null; answer: FileStanding };
  /** Tries again to send what was refused. */
  sendAgain: { request: { hash: string }; answer: null };
  /** Lets go of what nothing names any more; `drafts` are the hashes that drafts name. */
  tidyFiles: { request: { drafts: string[] }; answer: null };
  /** The next step of a walk that weighs, behind a key; `null`: it cannot be read now. */
  weigh: { request: { of: Walked; after: Weighed['next'] }; answer: Weighed | null };
  /** The files that lie on this phone; `drafts` are the hashes that drafts name. */
  lying: { request: { drafts: string[] }; answer: LyingFile[] };
  /** Lets go of originals that can be fetched again. How many bytes; `null`: nothing may be written. */
  makeRoom: { request: { drafts: string[] }; answer: number | null };
  /** The worker's errors of this session. */
  faults: { request: null; answer: Noted[] };
}

export type CallName = keyof Calls;
export type RequestOf<N extends CallName> = Calls[N]['request'];
export type AnswerOf<N extends CallName> = Calls[N]['answer'];

/** A call on its way. `call` is unique within its sender. */
export interface CallMessage<N extends CallName = CallName> {
  type: 'call';
  call: number;
  name: N;
  request: RequestOf<N>;
}

/** What became of a call. A failure is never about the content of an intent: that is an [`Outcome`]. */
export type AnswerMessage =
  { type: 'answer'; call: number; answer: unknown } | { type: 'failed'; call: number; reason: CallFailure };

/** How much of a long text is made ready to be saved, in bytes. */
export interface Progress {
  done: number;
  total: number;
}

/** What the worker says unasked. */
export type Notice =
  | { type: 'changed'; topics: Topic[] }
  | { type: 'standing'; standing: Standing }
  | { type: 'savedFirst' }
  /** What there is to know of files changed. */
  | { type: 'files'; standing: FileStanding }
  /** `null`: no long text is being saved any more. */
  | { type: 'saving'; progress: Progress | null };

/** What a page sends to its worker. */
export type ToWorker =
  CallMessage | { type: 'visible'; visible: boolean } | { type: 'network'; online: boolean };

/** What a worker sends to its page. */
export type FromWorker = AnswerMessage | Notice;
