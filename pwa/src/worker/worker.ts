/**
 * The worker: owns the replica, does its IO, answers the page.
 *
 * It starts before the wasm is there: the page gets its standing at once and its views as soon as the
 * replica has read its rows. Whether this tab leads or follows, the page sees the same calls.
 */
import type { Event, ReplicaConfig, ViewRequest, Views } from '../client/generated/types.ts';
import { UNEXPLAINED } from '../client/loss.ts';
import type { AnswerOf, CallName, Online, RequestOf } from '../client/messages.ts';
import type {
  CallMessage,
  FromWorker,
  Loss,
  Notice,
  Profile,
  Standing,
  ToWorker,
} from '../client/messages.ts';
import { type Replica, type ReplicaModule, refusalOf } from '../client/replica.ts';
import { APPLYING_ROW, DISPOSABLE_STORES } from '../client/generated/types.ts';
import { faults, report, watchFaults } from '../lib/faults.ts';
import { wipe } from '../lib/wipe.ts';
import * as api from './api.ts';
import { momentMs, nowMs } from './clock.ts';
import { Runner } from './effects.ts';
import { FileDesk } from './file_desk.ts';
import { FileStore } from './file_store.ts';
import { Keys, KeysUnsupported, sign } from './keys.ts';
import { Lead } from './lead.ts';
import { NAMES_MAX, forgetMemory, remember, remembered } from './memory.ts';
import { room } from './room.ts';
import { Storage } from './storage.ts';
import { whyClosed } from './why_closed.ts';

/** A replica that breaks more often than this in one session is not rebuilt again. */
const REBUILDS_MAX = 3;
/** Starts that came to nothing, one after the other, before a person is asked what to do. */
const STARTS_MAX = 2;
/** What happens within so short a time is noted once. */
const NOTE_MS = 300;
/** Randomness that a replica is made with (`client-wasm/src/api.rs`). */
const SEED_BYTES = 32;

watchFaults();
const modules = import.meta.glob<ReplicaModule>('../client/wasm/besace_client.js', { eager: true });
const keys = new Keys();

let standing: Standing = { state: 'opening' };
let replica: Replica | undefined;
let runner: Runner | undefined;
let files: FileDesk | undefined;
/** Says that the replica has started: a screen was answered, or the app was put away before. */
let started: (() => void) | undefined;
let opening: Promise<void> = Promise.resolve();
let rebuilds = 0;
let getToken: (() => Promise<Online<string>>) | undefined;
let savedOnce = false;
let noting: ReturnType<typeof setTimeout> | undefined;
/** What the replica is reading; empty: nothing. Should it end there, its next life is told. */
let applying = new Uint8Array();
/** What replicas ended on in this session: that it happens again says that setting it aside did not help. */
const fatal = new Set<string>();
/** After a start that came to nothing, what is being read is also written down: a process may end without a word. */
let careful: Storage | undefined;

globalThis.besaceApplying = (mark) => {
  applying = mark.slice();
  careful?.note(applying);
};

const lead = new Lead('replica', {
  lead: () => {
    opening = open();
  },
  dethroned: letGo,
  serve: answer,
  deliver: toPage,
  standing: () => standing,
});

self.onmessage = (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  switch (message.type) {
    case 'call':
      if (lead.leading) void answer(message).then(toPage);
      else lead.ask(message);
      break;
    case 'visible':
      lead.setVisible(message.visible);
      // A phone that comes back into the hand may have changed network without saying so.
      if (message.visible) {
        runner?.tell({ type: 'visible' });
        files?.pokeSoon();
      } else started?.();
      break;
    case 'network':
      runner?.tell({ type: message.online ? 'online' : 'offline' });
      break;
  }
};

/** Opens the current profile's replica, if there is one. */
async function open(): Promise<void> {
  try {
    // On a full disk the reserve is what the browser opens anything with.
    if (!(await room.isRoomy()) && !(await room.lend())) return settle({ state: 'failed', reason: 'full' });
    const profile = await keys.current();
    if (profile) return await openProfile(profile);
    const lost = await remembered();
    if (lost && !lost.removed) settle({ state: 'nobody', lost });
    else await forget(lost);
  } catch (error) {
    report(error);
    settle({ state: 'failed', reason: await whyClosed(error) });
  }
}

async function openProfile(profile: Profile): Promise<void> {
  settle({ state: 'opening' });
  const storage = new Storage(profile.id);
  const [module, pair, starts] = await Promise.all([
    loadModule(),
    keys.pairOf(profile.id),
    storage.takeFence(),
  ]);
  if (!module || !pair) return settle({ state: 'failed', reason: module ? 'storage' : 'module' });
  const rows = await storage.load();
  const isExplained = rows.some((row) => row.store === APPLYING_ROW.store);
  if (starts >= STARTS_MAX && !isExplained) return settle({ state: 'failed', reason: 'replica' });
  careful = starts > 0 ? storage : undefined;
  const config: ReplicaConfig = {
    coop: profile.coop,
    member: profile.member,
    device: profile.device,
    seed: crypto.getRandomValues(new Uint8Array(SEED_BYTES)),
    // The worker's own name changes with everything that it is built from.
    version: self.location.pathname,
  };
  const opened = new module.Replica(config);
  replica = opened;
  getToken = () => jwtOf(profile, pair);
  runner = new Runner(opened, storage, {
    sign: (bytes) => sign(pair, bytes),
    token: async () => toEvent(await api.token(profile, pair)),
    changed: (topics) => {
      if (topics.includes('sync')) noteUnsent();
      files?.pokeSoon();
      notify({ type: 'changed', topics });
    },
    progress: (progress) => notify({ type: 'saving', progress }),
    saved: () => {
      if (!savedOnce) notify({ type: 'savedFirst' });
      savedOnce = true;
    },
    wipe: () => void endRemoved(profile, pair),
    fenceLost: letGo,
    broken: rebuild,
  });
  runner.perform(() => opened.load(rows, nowMs(), momentMs()));
  if (replica !== opened) return;
  files = filesOf(profile, pair, opened);
  settle({ state: 'open', profile });
  noteUnsent();
  started = () => {
    started = undefined;
    careful = undefined;
    void storage.started().catch(() => undefined);
  };
}

/** The files of a profile, whose replica says which documents name them and how the link is. */
function filesOf(profile: Profile, pair: CryptoKeyPair, opened: Replica): FileDesk {
  return new FileDesk(new FileStore(profile.id), {
    token: () => jwtOf(profile, pair),
    named: (hashes) => (hashes.length > 0 ? opened.view({ view: 'named', hashes }, nowMs()) : []),
    sync: () => opened.view({ view: 'sync' }, nowMs()),
    unaccepted: () => JSON.stringify(opened.view({ view: 'carried' }, nowMs())),
    changed: (standing) => notify({ type: 'files', standing }),
  });
}

/** Fetches and compiles the wasm. A failure is told to the page, which keeps drafts and retries. */
async function loadModule(): Promise<ReplicaModule | undefined> {
  const module = Object.values(modules)[0];
  if (!module) return undefined;
  try {
    await module.default();
    return module;
  } catch (error) {
    report(error);
    return undefined;
  }
}

/** A panic kills a wasm instance: everything it had confirmed is in the rows, so it is made anew. */
function rebuild(error: unknown): void {
  report(error);
  const mark = applying;
  letGo();
  const name = mark.join();
  if (mark.length === 0 || fatal.has(name)) rebuilds += 1;
  fatal.add(name);
  if (rebuilds > REBUILDS_MAX) settle({ state: 'failed', reason: 'replica' });
  else opening = tellNextLife(mark).then(open);
}

/** Writes down what the replica was reading when it ended. */
async function tellNextLife(mark: Uint8Array): Promise<void> {
  const profile = mark.length > 0 ? await keys.current().catch(() => undefined) : undefined;
  if (!profile) return;
  const storage = new Storage(profile.id);
  await storage.ended(mark).catch(report);
  storage.close();
}

/** Does something about the rows of the current profile while no replica is open on them. */
async function repair(work: (storage: Storage) => Promise<void>): Promise<void> {
  letGo();
  rebuilds = 0;
  const profile = await keys.current();
  if (profile) {
    const storage = new Storage(profile.id);
    await storage.takeFence();
    await work(storage);
    await storage.started();
    storage.close();
  }
  opening = open();
  await opening;
}

/** What is not at the cooperative, from the rows alone. */
async function unsent(): Promise<string | null> {
  const profile = await keys.current();
  const module = await loadModule();
  if (!profile || !module) return null;
  const storage = new Storage(profile.id);
  try {
    return module.unsent(await storage.load());
  } catch (error) {
    report(error);
    return null;
  } finally {
    storage.close();
  }
}

/** Keeps in mind, outside the database, what the cooperative does not have yet: should it be erased, that is said. */
function noteUnsent(): void {
  noting ??= setTimeout(() => {
    noting = undefined;
    if (!replica) return;
    const window = { offset: 0, limit: NAMES_MAX };
    const { rows, total } = replica.view({ view: 'unsent', window }, nowMs()) as Views['unsent'];
    const names = rows.map(({ label }) => label).filter((label) => label !== '');
    const at = new Date(nowMs()).toISOString();
    const unsent = total + (files?.standing().waiting.length ?? 0);
    void remember({ removed: null, names, more: unsent - names.length, at });
  }, NOTE_MS);
}

function letGo(): void {
  started = undefined;
  runner?.stop();
  runner = undefined;
  files?.stop();
  files = undefined;
  replica = undefined;
  getToken = undefined;
  careful = undefined;
  applying = new Uint8Array();
}

/** Answers one call on the leader. Never rejects: a crash is an answer too. */
async function answer(message: CallMessage): Promise<FromWorker> {
  const { call } = message;
  try {
    if (message.name !== 'standing') await opening;
    return { type: 'answer', call, answer: await run(message) };
  } catch (error) {
    if (error === NOT_OPEN) return { type: 'failed', call, reason: 'not_open' };
    if (error === STOPPED) return { type: 'failed', call, reason: 'interrupted' };
    if (error instanceof KeysUnsupported) return { type: 'failed', call, reason: 'unsupported' };
    rebuild(error);
    return { type: 'failed', call, reason: 'crashed' };
  }
}

const NOT_OPEN = Symbol('not open');
const STOPPED = Symbol('stopped');

type Handlers = { [N in CallName]: (request: RequestOf<N>) => AnswerOf<N> | Promise<AnswerOf<N>> };

const handlers: Handlers = {
  standing: () => standing,
  join: async ({ secret, deviceName }) => {
    // Before the invitation is spent.
    if (!(await room.isRoomy())) return { ok: false, code: 'full' };
    const result = await api.join(keys, secret, deviceName);
    if (result.ok) await openProfile(result.profile);
    return result;
  },
  look: ({ secret }) => api.look(secret),
  view: (request) => view(request),
  dispatch: async (intent) => {
    openReplica();
    const outcome = await runner?.give(intent);
    if (!outcome) throw STOPPED;
    return outcome;
  },
  syncNow: () => {
    runner?.tell({ type: 'syncNow' });
    return null;
  },
  devices: () => withToken((jwt) => api.devices(jwt)),
  invite: ({ member }) => withToken((jwt) => api.invite(jwt, member)),
  revokeDevice: ({ device }) => withToken((jwt) => api.revokeDevice(jwt, device)),
  people: () => withToken((jwt) => api.people(jwt)),
  notices: (request) => withToken((jwt) => api.notices(jwt, request)),
  decide: (decision) => withToken((jwt) => api.decide(jwt, decision)),
  forget: async () => {
    await forget();
    return null;
  },
  reopen: async () => {
    await repair(() => Promise.resolve());
    return null;
  },
  unsent,
  downloadAgain: async () => {
    await repair((storage) => storage.drop(DISPOSABLE_STORES));
    return null;
  },
  keepFile: (file) => openFiles().keep(file),
  files: ({ hashes }) => openFiles().known(hashes),
  thumbs: ({ hashes }) => openFiles().thumbs(hashes),
  keepThumb: ({ hash, bytes }) => openFiles().keepThumb(hash, bytes),
  openFile: ({ file, again }) => openFiles().open(file, again),
  fileStanding: () => openFiles().standing(),
  sendAgain: ({ hash }) => openFiles().sendAgain(hash),
  tidyFiles: ({ drafts }) => openFiles().tidy(drafts),
  // What cannot be read is told as that: the replica is whole.
  weigh: async ({ of, after }) => {
    const walk = of === 'rows' ? runner : files;
    return (await walk?.weigh(after).catch(report)) ?? null;
  },
  lying: ({ drafts }) => openFiles().lying(drafts),
  makeRoom: ({ drafts }) => openFiles().makeRoom(drafts),
  faults: () => faults(),
};

/** Reads a view. An address typed by hand may name nothing: that is a missing view, not a fault. */
function view(request: ViewRequest): Views[keyof Views] {
  const opened = openReplica();
  try {
    const answered = opened.view(request, nowMs());
    started?.();
    return answered;
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    return null;
  }
}

function run(message: CallMessage): unknown {
  const handle = handlers[message.name] as (request: unknown) => unknown;
  return handle(message.request);
}

/** Makes a request that only an authenticated device may make. */
async function withToken<T>(request: (jwt: string) => Promise<Online<T>>): Promise<Online<T>> {
  if (!getToken) throw NOT_OPEN;
  const jwt = await getToken();
  return jwt.ok ? request(jwt.value) : jwt;
}

/** A token alone, for plain requests. */
async function jwtOf(profile: Profile, pair: CryptoKeyPair): Promise<Online<string>> {
  const token = await api.token(profile, pair);
  return token.ok ? { ok: true, value: token.value.jwt } : token;
}

/** Says to the replica what came of asking for a token. */
function toEvent(token: Online<api.Access>): Event {
  if (token.ok) return { type: 'token', ...token.value };
  if (token.code === 'unreachable') return { type: 'tokenFailed' };
  return { type: 'tokenRefused', code: token.code };
}

function openReplica(): Replica {
  if (!replica) throw NOT_OPEN;
  return replica;
}

function openFiles(): FileDesk {
  if (!files) throw NOT_OPEN;
  return files;
}

/**
 * Ends on a device that was removed. What stays is how much was not sent, when that was learnt and, once nothing else
 * is here any more, when and by whom it was removed: the key that may ask lives on in memory only.
 */
async function endRemoved(profile: Profile, pair: CryptoKeyPair): Promise<void> {
  const known = await remembered();
  const more = known ? known.names.length + known.more : 0;
  const loss: Loss = { removed: UNEXPLAINED, names: [], more, at: new Date(nowMs()).toISOString() };
  await forget(loss);
  const answer = await api.token(profile, pair);
  if (answer.ok || !answer.removal || standing.state !== 'nobody') return;
  const told = { ...loss, removed: answer.removal };
  await remember(told);
  settle({ state: 'nobody', lost: told });
}

/**
 * Leaves the cooperative on this browser: everything is erased, the key last. Every page that hears that
 * nobody is here erases what only pages reach.
 */
async function forget(removed: Loss | null = null): Promise<void> {
  // First: from now on, nothing that is missing here was lost.
  clearTimeout(noting);
  noting = undefined;
  const profile = await keys.current();
  letGo();
  await forgetMemory();
  await wipe({ databases: indexedDB });
  if (profile) await keys.forget(profile.id);
  if (removed) await remember(removed);
  settle({ state: 'nobody', lost: removed });
}

function settle(next: Standing): void {
  standing = next;
  notify({ type: 'standing', standing });
  lead.announce();
}

function notify(notice: Notice): void {
  toPage(notice);
  lead.tellFollowers(notice);
}

function toPage(message: FromWorker): void {
  self.postMessage(message);
}
