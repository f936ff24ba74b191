/**
 * One writer per profile among the tabs of a browser.
 *
 * The tab whose worker holds the Web Lock leads: it runs the replica. The others follow: they pass their
 * calls to the leader over a BroadcastChannel and wait for the lock. A leader that answers nothing (a
 * frozen background tab) is replaced by stealing the lock; the storage fence keeps it from writing.
 */
import type { CallMessage, CallName, FromWorker, Notice, Standing } from '../client/messages.ts';

/** A visible follower that waits longer than this for an answer takes the lead by force. */
const ANSWER_MS_MAX = 4_000;

type Letter =
  | { type: 'ask'; from: string; message: CallMessage }
  | { type: 'reply'; to: string; message: FromWorker }
  | { type: 'notice'; notice: Notice }
  | { type: 'who_leads' }
  | { type: 'leading'; standing: Standing };

/** What the holder of a place among the tabs must provide. */
export interface TabDuties {
  /** Called when this tab starts to lead, possibly again later in its life. */
  lead(): void;
  /** Called when another tab took the lead by force. */
  dethroned(): void;
  /** Called on the leader for a follower's question. */
  serve(message: CallMessage): Promise<FromWorker>;
  /** Delivers to this tab's page. */
  deliver(message: FromWorker): void;
  standing(): Standing;
}

/** Calls that change nothing: they are asked again when the leader changes. */
const REPEATABLE: ReadonlySet<CallName> = new Set<CallName>([
  'standing',
  'view',
  'syncNow',
  'devices',
  'people',
  'keepFile',
  'files',
  'thumbs',
  'openFile',
  'fileStanding',
  'weigh',
  'lying',
  'faults',
]);

export class Lead {
  readonly #place: TabDuties;
  readonly #channel: BroadcastChannel;
  readonly #lock: string;
  readonly #name = crypto.randomUUID();
  readonly #asked = new Map<number, CallMessage>();
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #leading = false;
  #visible = true;

  constructor(scope: string, place: TabDuties) {
    this.#place = place;
    this.#lock = `besace:${scope}`;
    this.#channel = new BroadcastChannel(this.#lock);
    this.#channel.onmessage = (event: MessageEvent<Letter>) => this.#read(event.data);
    this.#queueForLock();
    this.#post({ type: 'who_leads' });
  }

  get leading(): boolean {
    return this.#leading;
  }

  /** Passes a page's call to the leader, whoever it is. */
  ask(message: CallMessage): void {
    this.#asked.set(message.call, message);
    this.#post({ type: 'ask', from: this.#name, message });
    this.#wait([message]);
  }

  /** Gives the leader time, counted from now. */
  #wait(messages: Iterable<CallMessage>): void {
    for (const message of messages) {
      clearTimeout(this.#timers.get(message.call));
      this.#timers.set(
        message.call,
        setTimeout(() => this.#unanswered(message), ANSWER_MS_MAX),
      );
    }
  }

  /** Tells every following tab. */
  tellFollowers(notice: Notice): void {
    this.#post({ type: 'notice', notice });
  }

  /** Announces that the replica is open, so that followers ask their questions again. */
  announce(): void {
    this.#post({ type: 'leading', standing: this.#place.standing() });
  }

  /** A hidden tab never takes the lead by force. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
  }

  #queueForLock(): void {
    void navigator.locks.request(this.#lock, () => this.#hold()).catch(() => this.#lost());
  }

  /** Keeps the lock until it is stolen: the promise never settles by itself. */
  #hold(): Promise<never> {
    this.#leading = true;
    const waiting = [...this.#asked.values()];
    this.#forgetAsked();
    this.#place.lead();
    for (const message of waiting) {
      if (REPEATABLE.has(message.name)) {
        void this.#place.serve(message).then((answer) => this.#place.deliver(answer));
      } else {
        // Whether the last leader wrote it is unknown, so it is not done a second time.
        this.#place.deliver({ type: 'failed', call: message.call, reason: 'interrupted' });
      }
    }
    return new Promise<never>(() => undefined);
  }

  #lost(): void {
    if (!this.#leading) return;
    this.#leading = false;
    this.#place.dethroned();
    this.#queueForLock();
  }

  #unanswered(message: CallMessage): void {
    if (!this.#asked.has(message.call) || this.#leading || !this.#visible) return;
    void navigator.locks.request(this.#lock, { steal: true }, () => this.#hold()).catch(() => this.#lost());
  }

  #read(letter: Letter): void {
    switch (letter.type) {
      case 'ask':
        if (this.#leading) {
          void this.#place
            .serve(letter.message)
            .then((message) => this.#post({ type: 'reply', to: letter.from, message }));
        }
        break;
      case 'reply':
        if (letter.to === this.#name && 'call' in letter.message) {
          this.#forget(letter.message.call);
          this.#place.deliver(letter.message);
        }
        break;
      case 'notice':
        if (this.#leading) break;
        // Whoever says how far it is still works on what it was asked.
        if (letter.notice.type === 'saving') this.#wait(this.#asked.values());
        this.#place.deliver(letter.notice);
        break;
      case 'who_leads':
        if (this.#leading) this.announce();
        break;
      case 'leading':
        if (!this.#leading) this.#follow(letter.standing);
        break;
    }
  }

  #follow(standing: Standing): void {
    this.#place.deliver({ type: 'standing', standing });
    for (const message of this.#asked.values()) {
      if (REPEATABLE.has(message.name)) this.#post({ type: 'ask', from: this.#name, message });
    }
  }

  #forget(call: number): void {
    clearTimeout(this.#timers.get(call));
    this.#timers.delete(call);
    this.#asked.delete(call);
  }

  #forgetAsked(): void {
    for (const call of [...this.#asked.keys()]) this.#forget(call);
  }

  #post(letter: Letter): void {
    this.#channel.postMessage(letter);
  }
}
