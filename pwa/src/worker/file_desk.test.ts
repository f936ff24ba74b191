import { afterEach, expect, test, vi } from 'vitest';

import type { FileStanding } from '../client/files.ts';
import type { FileRef } from '../client/generated/types.ts';
import { hashOf } from '../lib/file_type.ts';
import { FileDesk, type FilesOutside } from './file_desk.ts';
import type { FileFacts } from './file_rest.ts';
import type { FileStore } from './file_store.ts';
import { QuotaReached } from './storage.ts';

afterEach(() => vi.unstubAllGlobals());

/** A picture of so many bytes. */
function picture(size = 40_000, of = 1): ArrayBuffer {
  const bytes = new Uint8Array(size).fill(of);
  bytes.set([0xff, 0xd8, 0xff]);
  return bytes.buffer;
}

/** A disk in memory. */
class Disk implements Pick<
  FileStore,
  'all' | 'keep' | 'note' | 'bytesOf' | 'thumbOf' | 'letGo' | 'forget' | 'end'
> {
  readonly facts = new Map<string, FileFacts>();
  readonly bytes = new Map<string, ArrayBuffer>();
  isFull = false;
  all = () => Promise.resolve([...this.facts.values()]);
  bytesOf = (hash: string) => Promise.resolve(this.bytes.get(hash));
  thumbOf = () => Promise.resolve(undefined);
  keep = (facts: FileFacts, bytes: ArrayBuffer) => {
    if (this.isFull) return Promise.reject(new QuotaReached());
    this.bytes.set(facts.hash, bytes);
    return this.note(facts);
  };
  note = (facts: FileFacts) => {
    this.facts.set(facts.hash, facts);
    return Promise.resolve();
  };
  letGo = async (files: readonly FileFacts[]) => {
    if (this.isFull) throw new QuotaReached();
    for (const facts of files) this.bytes.delete(facts.hash);
    await Promise.all(files.map((facts) => this.note(facts)));
  };
  forget = (hashes: readonly string[]) => {
    for (const hash of hashes) this.facts.delete(hash);
    return Promise.resolve();
  };
  end = () => undefined;
}

interface Asked {
  method: string;
  path: string;
  length: number;
}

/** A relay that keeps what it is sent; `answer` may say something else first. */
function relay(answer: (asked: Asked) => Response | undefined = () => undefined) {
  const held = new Map<string, Uint8Array>();
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    const piece = new Uint8Array((body as ArrayBuffer | undefined) ?? new ArrayBuffer(0));
    const one = { method, path, length: piece.length };
    asked.push(one);
    const other = answer(one);
    if (other) return other;
    const hash = /[0-9a-f]{64}/.exec(path)?.[0] ?? '';
    const before = held.get(hash) ?? new Uint8Array(0);
    const has = method === 'PUT' ? new Uint8Array([...before, ...piece]) : before;
    held.set(hash, has);
    const whole = (await hashOf(has.slice().buffer)) === hash;
    if (method === 'GET' && !path.endsWith('/state')) {
      return whole ? new Response(has.slice()) : Response.json({ code: 'not_found' }, { status: 404 });
    }
    return Response.json({ received: has.length, whole });
  });
  return { held, asked };
}

/** A desk whose documents name what stands in `named`. */
function desk(disk: Disk, over: Partial<FilesOutside> = {}) {
  const named: FileRef[] = [];
  const told: FileStanding[] = [];
  const made = new FileDesk(disk as unknown as FileStore, {
    token: () => Promise.resolve({ ok: true, value: 'jwt' }),
    named: (hashes) => named.filter(({ hash }) => hashes.includes(hash)),
    sync: () => ({ link: 'online', unsent: 0, restarts: 0 }),
    unaccepted: () => '',
    changed: (standing) => void told.push(standing),
    ...over,
  });
  return { made, named, told };
}

test('a picture that was saved is sent whole, in pieces, and then said to be received', async () => {
  const { held, asked } = relay();
  const { made, named, told } = desk(new Disk());
  const bytes = picture();
  const hash = await hashOf(bytes);
  expect(await made.keep({ hash, bytes, thumb: null })).toBe('kept');
  expect(asked).toEqual([]);
  expect((await made.known([hash]))[0]?.way).toEqual({ is: 'kept' });
  named.push({ doc: 'd1', hash, bytes: bytes.byteLength });
  made.poke();
  expect(told.at(-1)?.waiting.length).toBe(1);
  await vi.waitFor(async () => expect((await made.known([hash]))[0]?.way).toEqual({ is: 'received' }));
  expect(held.get(hash)).toEqual(new Uint8Array(bytes));
  expect(asked.map(({ method }) => method)).toEqual(['GET', 'PUT', 'PUT']);
  expect(told.at(-1)).toEqual({ waiting: [], refused: [] });
});

test('a relay that was put back from an older copy is asked again, and brought what it lacks', async () => {
  let restarts = 0;
  const { held, asked } = relay();
  const { made, named, told } = desk(new Disk(), { sync: () => ({ link: 'online', unsent: 0, restarts }) });
  const pictures = [picture(100, 1), picture(100, 2)];
  const hashes = await Promise.all(pictures.map(hashOf));
  for (const [at, bytes] of pictures.entries()) {
    await made.keep({ hash: hashes[at] ?? '', bytes, thumb: null });
    named.push({ doc: 'd1', hash: hashes[at] ?? '', bytes: 100 });
  }
  made.poke();
  await vi.waitFor(() => expect(told.at(-1)).toEqual({ waiting: [], refused: [] }));
  asked.length = 0;
  held.delete(hashes[1] ?? '');
  restarts = 1;
  made.poke();
  expect(told.at(-1)?.waiting.length).toBe(2);
  await vi.waitFor(() => expect(told.at(-1)).toEqual({ waiting: [], refused: [] }));
  expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'PUT']);
  expect(held.get(hashes[1] ?? '')).toEqual(new Uint8Array(pictures[1] ?? new ArrayBuffer(0)));
});

test('what the relay refuses is told with the reason, is not tried again, and lets others go', async () => {
  const first = picture(100, 1);
  const other = picture(100, 2);
  const [wrong, right] = [await hashOf(first), await hashOf(other)];
  const { asked } = relay(({ method, path }) =>
    method === 'PUT' && path.includes(wrong)
      ? Response.json({ code: 'file_kind' }, { status: 422 })
      : undefined,
  );
  const { made, named } = desk(new Disk());
  await made.keep({ hash: wrong, bytes: first, thumb: null });
  await made.keep({ hash: right, bytes: other, thumb: null });
  for (const hash of [wrong, right]) named.push({ doc: 'd', hash, bytes: 100 });
  made.poke();
  await vi.waitFor(async () => expect((await made.known([right]))[0]?.way.is).toBe('received'));
  expect((await made.known([wrong]))[0]?.way).toEqual({ is: 'refused', code: 'file_kind' });
  const count = asked.length;
  made.poke();
  await Promise.resolve();
  expect(asked.length).toBe(count);
  expect(made.standing().refused.length).toBe(1);
});

test('a phone without room says so, and keeps and sends what it has', async () => {
  relay();
  const disk = new Disk();
  const { made, named } = desk(disk);
  const [bytes, more] = [picture(100, 1), picture(100, 2)];
  const hash = await hashOf(bytes);
  await made.keep({ hash, bytes, thumb: null });
  disk.isFull = true;
  expect(await made.keep({ hash: await hashOf(more), bytes: more, thumb: null })).toBe('full');
  named.push({ doc: 'd', hash, bytes: 100 });
  made.poke();
  await vi.waitFor(async () => expect((await made.known([hash]))[0]?.way.is).toBe('received'));
});

test('what is no picture, or not what it is called, is not kept', async () => {
  const { made } = desk(new Disk());
  const text = new TextEncoder().encode('bonjour').slice().buffer;
  expect(await made.keep({ hash: await hashOf(text), bytes: text, thumb: null })).toBe('failed');
  expect(await made.keep({ hash: 'a'.repeat(64), bytes: picture(), thumb: null })).toBe('failed');
});

test('a file of somebody else is fetched when it is opened, checked, kept, and not sent back', async () => {
  const bytes = picture(500);
  const hash = await hashOf(bytes);
  const file = { doc: 'd', hash, bytes: 500 };
  const { held, asked } = relay();
  held.set(hash, new Uint8Array(bytes));
  const { made, named, told } = desk(new Disk());
  named.push(file);
  expect(await made.open(file, true)).toEqual({ is: 'coming' });
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(1));
  expect(await made.open(file, false)).toMatchObject({ is: 'here', type: 'image/jpeg' });
  made.poke();
  expect(asked.map(({ method }) => method)).toEqual(['GET']);
  expect(made.standing().waiting).toEqual([]);
});

test('what cannot be had says why until somebody tries again, and other bytes are not taken for it', async () => {
  const file = { doc: 'd', hash: 'b'.repeat(64), bytes: 100 };
  let isLying = false;
  relay(() => (isLying ? new Response(picture(100)) : Response.json({ code: 'not_found' }, { status: 404 })));
  const { made } = desk(new Disk());
  expect(await made.open(file, true)).toEqual({ is: 'coming' });
  await vi.waitFor(async () =>
    expect(await made.open(file, false)).toEqual({ is: 'away', code: 'not_found' }),
  );
  isLying = true;
  expect(await made.open(file, true)).toEqual({ is: 'coming' });
  await vi.waitFor(async () =>
    expect(await made.open(file, false)).toEqual({ is: 'away', code: 'bad_message' }),
  );
});

test('pictures of drafts and of what was refused stay, those of nothing go after a while', async () => {
  const disk = new Disk();
  const old = {
    at: 0,
    usedAt: 0,
    namedAt: 0,
    bytes: 1,
    type: 'image/jpeg',
    sentFor: [],
    refusal: null,
  } as const;
  const rest = { isMine: true, isHere: true, hasThumb: false };
  const [drafted, refused, nobody] = ['a', 'b', 'c'].map((digit) => digit.repeat(64));
  for (const hash of [drafted, refused, nobody])
    disk.facts.set(hash!, { ...old, ...rest, sentFor: [], restarts: 0, hash: hash! });
  const { made } = desk(disk, { unaccepted: () => `{"files":[{"hash":"${refused}"}]}` });
  await made.tidy([drafted!]);
  expect([...disk.facts.keys()]).toEqual([drafted, refused]);
});

test('a download that breaks is told, and may be asked for again', async () => {
  const { held } = relay();
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let isBroken = true;
  const token = () =>
    isBroken ? Promise.reject(new Error('no key')) : Promise.resolve({ ok: true, value: 'jwt' } as const);
  const { made, told } = desk(new Disk(), { token });
  const bytes = picture();
  const hash = await hashOf(bytes);
  held.set(hash, new Uint8Array(bytes));
  const file: FileRef = { doc: 'd1', hash, bytes: bytes.byteLength };
  expect(await made.open(file, true)).toEqual({ is: 'coming' });
  await vi.waitFor(() => expect(told.length).toBe(1));
  expect(await made.open(file, false)).toEqual({ is: 'away', code: 'crashed' });
  isBroken = false;
  expect(await made.open(file, true)).toEqual({ is: 'coming' });
  await vi.waitFor(async () => expect((await made.open(file, false)).is).toBe('here'));
  silent.mockRestore();
});

test('making room lets go of what was fetched, which can be fetched again; what waits stays', async () => {
  const { held } = relay(({ method }) =>
    method === 'PUT' ? new Response(null, { status: 500 }) : undefined,
  );
  const disk = new Disk();
  const { made, named } = desk(disk);
  const [own, read] = [picture(30_000), picture(50_000, 2)];
  const [mine, theirs] = [await hashOf(own), await hashOf(read)];
  await made.keep({ hash: mine, bytes: own, thumb: null });
  held.set(theirs, new Uint8Array(read));
  const file = { doc: 'd2', hash: theirs, bytes: read.byteLength };
  named.push({ doc: 'd1', hash: mine, bytes: own.byteLength }, file);
  await made.open(file, true);
  await vi.waitFor(() => expect(disk.bytes.size).toBe(2));
  const lying = async (drafts: string[] = []) =>
    Object.fromEntries((await made.lying(drafts)).map(({ way, ...file }) => [way, file]));
  const both = { waiting: { bytes: 30_000, isFree: false }, fetched: { bytes: 50_000, isFree: true } };
  expect(await lying()).toEqual(both);
  expect((await lying([theirs])).fetched?.isFree).toBe(false);
  expect(await made.makeRoom([theirs])).toBe(0);

  disk.isFull = true;
  expect(await made.makeRoom([])).toBeNull();
  expect(await lying()).toEqual(both);
  disk.isFull = false;
  expect(await made.makeRoom([])).toBe(50_000);
  expect([...disk.bytes.keys()]).toEqual([mine]);
  expect(await lying()).toEqual({ waiting: both.waiting });
  expect(await made.open(file, false)).toEqual({ is: 'coming' });
  await vi.waitFor(async () => expect(await made.open(file, false)).toMatchObject({ is: 'here' }));
});
