/**
 * The facade the screens use: calls that return promises, and subscriptions.
 *
 * It knows nothing of tabs, locks, wasm or sockets, and takes no decision about data.
 */
import type { CallFailure } from '../lib/call_failure.ts';
import type { Noted } from '../lib/faults.ts';
import type { LyingFile, Walked, Weighed } from './device.ts';
import type { FileStanding, Keeping, KnownFile, NewFile, Opened } from './files.ts';
import type { FileRef, Intent, ViewOf, ViewRequest } from './generated/types.ts';
import type {
  AnswerOf,
  CallMessage,
  CallName,
  Decision,
  Device,
  FromWorker,
  Invitation,
  JoinResult,
  Notice,
  Invited,
  Online,
  Outcome,
  Person,
  RequestOf,
  Standing,
  ToWorker,
} from './messages.ts';
import type { Notices, NoticesRequest } from './notices.ts';

/** A call that got no answer, by its reason. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly reason: CallFailure;

  constructor(reason: CallFailure) {
    super(`no answer: ${reason}`);
    this.reason = reason;
  }
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: CallFailed): void;
}

type Listener = (notice: Notice) => void;

export class Client {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<Listener>();
  #lastCall = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.#worker.onmessage = (event: MessageEvent<FromWorker>) => this.#read(event.data);
    addEventListener('online', () => this.#post({ type: 'network', online: true }));
    addEventListener('offline', () => this.#post({ type: 'network', online: false }));
    document.addEventListener('visibilitychange', () => {
      this.#post({ type: 'visible', visible: document.visibilityState === 'visible' });
    });
  }

  standing(): Promise<Standing> {
    return this.#call('standing', null);
  }

  join(secret: string, deviceName: string): Promise<JoinResult> {
    return this.#call('join', { secret, deviceName });
  }

  /** Asks the relay what an invitation is; nothing is spent. */
  look(secret: string): Promise<Online<Invited>> {
    return this.#call('look', { secret });
  }

  /** Reads a view. Always local: it never waits for the network. */
  async view<R extends ViewRequest>(request: R): Promise<ViewOf<R>> {
    return (await this.#call('view', request)) as ViewOf<R>;
  }

  /** Gives an intent. The answer means that it is on the disk, or says why it is not. */
  dispatch(intent: Intent): Promise<Outcome> {
    return this.#call('dispatch', intent);
  }

  syncNow(): Promise<null> {
    return this.#call('syncNow', null);
  }

  /** The member's devices. Decided and listed online only. */
  devices(): Promise<Online<Device[]>> {
    return this.#call('devices', null);
  }

  /** Makes an invitation that serves once: for a member, or for another device of one's own. */
  invite(member: string | null = null): Promise<Online<Invitation>> {
    return this.#call('invite', { member });
  }

  /** Everybody, as directors see them. */
  people(): Promise<Online<Person[]>> {
    return this.#call('people', null);
  }

  /** Tells the relay what a director decided. */
  decide(decision: Decision): Promise<Online<{ member: string }>> {
    return this.#call('decide', decision);
  }

  revokeDevice(device: string): Promise<Online<null>> {
    return this.#call('revokeDevice', { device });
  }

  /** What is told while the app is closed: asks, or says what is wanted. */
  notices(request: NoticesRequest): Promise<Online<Notices>> {
    return this.#call('notices', request);
  }

  /** Erases the profile, its rows and its key from this browser. */
  forget(): Promise<null> {
    return this.#call('forget', null);
  }

  /** Tries once more to open what could not be opened. */
  reopen(): Promise<null> {
    return this.#call('reopen', null);
  }

  /** What is not at the cooperative yet, as text to keep; read without opening the replica. `null`: unreadable. */
  unsent(): Promise<string | null> {
    return this.#call('unsent', null);
  }

  /** Drops what was downloaded, keeps what a person did here, and downloads again. */
  downloadAgain(): Promise<null> {
    return this.#call('downloadAgain', null);
  }

  /** Keeps a file on this phone. The answer means that it is on the disk, or says that there is no room. */
  keepFile(file: NewFile): Promise<Keeping> {
    return this.#call('keepFile', file);
  }

  /** What this phone knows of files; nothing of those it never had. */
  files(hashes: string[]): Promise<KnownFile[]> {
    return this.#call('files', { hashes });
  }

  /** How files look, of those that this phone has seen. */
  thumbs(hashes: string[]): Promise<{ hash: string; bytes: ArrayBuffer }[]> {
    return this.#call('thumbs', { hashes });
  }

  keepThumb(hash: string, bytes: ArrayBuffer): Promise<null> {
    return this.#call('keepThumb', { hash, bytes });
  }

  /** A file's bytes, if they are here; else they are asked for, and a notice tells when they came. */
  openFile(file: FileRef, again = false): Promise<Opened> {
    return this.#call('openFile', { file, again });
  }

  fileStanding(): Promise<FileStanding> {
    return this.#call('fileStanding', null);
  }

  sendAgain(hash: string): Promise<null> {
    return this.#call('sendAgain', { hash });
  }

  tidyFiles(drafts: string[]): Promise<null> {
    return this.#call('tidyFiles', { drafts });
  }

  /** Weighs the next of what is kept, behind a key; `null`: it cannot be read now. */
  weigh(of: Walked, after: Weighed['next']): Promise<Weighed | null> {
    return this.#call('weigh', { of, after });
  }

  /** The files that lie on this phone. */
  lyingFiles(drafts: string[]): Promise<LyingFile[]> {
    return this.#call('lying', { drafts });
  }

  /** Lets go of originals that can be fetched again. How many bytes; `null`: nothing may be written. */
  makeRoom(drafts: string[]): Promise<number | null> {
    return this.#call('makeRoom', { drafts });
  }

  /** The worker's errors of this session. */
  faults(): Promise<Noted[]> {
    return this.#call('faults', null);
  }

  /** Listens to what the worker says unasked. Returns the way to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #call<N extends CallName>(name: N, request: RequestOf<N>): Promise<AnswerOf<N>> {
    const call = ++this.#lastCall;
    const answered = new Promise<unknown>((resolve, reject) => this.#waiting.set(call, { resolve, reject }));
    const message: CallMessage<N> = { type: 'call', call, name, request };
    this.#post(message as CallMessage);
    return answered as Promise<AnswerOf<N>>;
  }

  #read(message: FromWorker): void {
    switch (message.type) {
      case 'answer':
        this.#take(message.call)?.resolve(message.answer);
        break;
      case 'failed':
        this.#take(message.call)?.reject(new CallFailed(message.reason));
        break;
      default:
        for (const listener of this.#listeners) listener(message);
    }
  }

  #take(call: number): Waiting | undefined {
    const waiting = this.#waiting.get(call);
    this.#waiting.delete(call);
    return waiting;
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
