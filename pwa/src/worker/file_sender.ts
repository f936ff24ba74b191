/** Sends the files of this phone, one request after the other, as `uploads.ts` decides. */
import type { FileRef } from '../client/generated/types.ts';
import type { Online } from '../client/messages.ts';
import { report } from '../lib/faults.ts';
import { Alarm, momentMs } from './clock.ts';
import { ask, send } from './file_calls.ts';
import type { FileFacts } from './file_rest.ts';
import type { FileShelf } from './file_shelf.ts';
import { type Answer, type Line, type Step, type Waiting, after, begin, nextStep } from './uploads.ts';

/** What sending needs to know. */
export interface Surroundings {
  token(): Promise<Online<string>>;
  /** A token was not taken. */
  refused(): void;
  isOpen(): boolean;
  /** How much of what was typed is to be sent. */
  unsent(): number;
  /** How often the relay has started over. */
  restarts(): number;
  /** What waits. */
  waiting(): FileRef[];
  /** One request was answered. */
  told(): void;
}

export class FileSender {
  readonly #shelf: FileShelf;
  readonly #around: Surroundings;
  readonly #alarm = new Alarm(() => this.poke());
  /** Those that were begun, by document and file. */
  readonly #begun = new Map<string, Waiting>();
  #unsentSince: number | null = null;
  #last: Line['last'] = null;
  #isSending = false;
  #stopped = false;

  constructor(shelf: FileShelf, around: Surroundings) {
    this.#shelf = shelf;
    this.#around = around;
  }

  /** How much of a file the relay is known to have. */
  received(file: FileRef): number {
    return this.#begun.get(keyOf(file))?.received ?? 0;
  }

  /** A file is tried anew, as if never before. */
  forget(hash: string): void {
    for (const [key, one] of this.#begun) if (one.hash === hash) this.#begun.delete(key);
  }

  /** Something happened that may let files go. */
  poke(): void {
    if (this.#stopped) return;
    this.#unsentSince = this.#around.unsent() === 0 ? null : (this.#unsentSince ?? momentMs());
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      while (!this.#stopped && (await this.#step())) this.#around.told();
    } catch (error) {
      report(error);
    } finally {
      this.#isSending = false;
    }
  }

  /** One request; false where there is nothing to do now. */
  async #step(): Promise<boolean> {
    const line = { isOpen: this.#around.isOpen(), unsentSince: this.#unsentSince, last: this.#last };
    const step = nextStep(this.#queue(), line, momentMs());
    if (step.is === 'rest') {
      if (step.ms !== null) this.#alarm.set(step.ms);
      return false;
    }
    const began = momentMs();
    const answer = await this.#ask(step);
    if (this.#stopped) return false;
    const isLost = answer?.is === 'failed' && answer.code === 'unreachable';
    if (step.is === 'send') this.#last = isLost ? null : { bytes: step.length, ms: momentMs() - began };
    if (answer?.is === 'failed' && answer.code === 'unauthorized') this.#around.refused();
    if (answer) await this.#follow(step.file, answer);
    return true;
  }

  /** Nothing where the bytes are gone, erased by the browser: that is told. */
  async #ask(step: Exclude<Step, { is: 'rest' }>): Promise<Answer | null> {
    const { file } = step;
    const jwt = await this.#around.token();
    // Why there is none concerns the phone, not the file.
    if (!jwt.ok) return { is: 'failed', code: 'unreachable' };
    if (step.is === 'ask') return ask(jwt.value, file);
    const bytes = await this.#shelf.bytesOf(file.hash);
    if (bytes) return send(jwt.value, file, step.at, bytes.slice(step.at, step.at + step.length));
    await this.#shelf.note(file.hash, { isHere: false, refusal: 'not_on_this_phone' });
    return null;
  }

  async #follow(file: Waiting, answer: Answer): Promise<void> {
    const next = after(file, answer, momentMs(), Math.random());
    if (next.is === 'on') {
      this.#begun.set(keyOf(file), next.file);
      return;
    }
    this.#begun.delete(keyOf(file));
    await this.#shelf.note(
      file.hash,
      next.is === 'sent' ? { refusal: null, ...this.#sent(file) } : { refusal: next.code },
    );
  }

  /** What a relay had that started over since is not known of it any more. */
  #sent({ hash, doc }: Waiting): Pick<FileFacts, 'sentFor' | 'restarts'> {
    const [before, restarts] = [this.#shelf.get(hash), this.#around.restarts()];
    const sentFor = before?.restarts === restarts ? before.sentFor : [];
    return { sentFor: [...sentFor, doc], restarts };
  }

  /** Those that wait, the oldest first. */
  #queue(): Waiting[] {
    const at = ({ hash }: FileRef): number => this.#shelf.get(hash)?.at ?? 0;
    return this.#around
      .waiting()
      .sort((one, other) => at(one) - at(other))
      .map((file) => {
        const bytes = this.#shelf.get(file.hash)?.bytes ?? file.bytes;
        return this.#begun.get(keyOf(file)) ?? begin({ ...file, bytes });
      });
  }

  stop(): void {
    this.#stopped = true;
    this.#alarm.clear();
  }
}

const keyOf = ({ doc, hash }: Pick<FileRef, 'doc' | 'hash'>): string => `${doc}/${hash}`;
