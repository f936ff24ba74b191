/** The relay's requests about files (`server/src/http`). Every answer is a value, as in `api.ts`. */
import type { ErrorCode, FileRef } from '../client/generated/types.ts';
import type { Online } from '../client/messages.ts';
import type { Answer } from './uploads.ts';

/** One piece, or a question about one. */
const REQUEST_MS_MAX = 30_000;
/** A download that brings nothing for so long is over. */
const SILENCE_MS_MAX = 20_000;

const pathOf = ({ doc, hash }: Pick<FileRef, 'doc' | 'hash'>): string =>
  `/api/v1/files/${encodeURIComponent(doc)}/${encodeURIComponent(hash)}`;

/** What the relay has of a file. */
export function ask(jwt: string, file: Pick<FileRef, 'doc' | 'hash'>): Promise<Answer> {
  return answered(`${pathOf(file)}/state`, { method: 'GET', headers: bearer(jwt) });
}

/** Sends a piece. */
export function send(
  jwt: string,
  file: Pick<FileRef, 'doc' | 'hash'>,
  at: number,
  piece: ArrayBuffer,
): Promise<Answer> {
  return answered(`${pathOf(file)}?at=${at}`, {
    method: 'PUT',
    headers: { ...bearer(jwt), 'content-type': 'application/octet-stream' },
    body: piece,
  });
}

/** Downloads a file from where it ended before; what came is added to `got`, and stays there if the road is cut. */
export async function download(
  jwt: string,
  file: FileRef,
  got: Uint8Array<ArrayBuffer>[],
): Promise<Online<null>> {
  const have = got.reduce((sum, { length }) => sum + length, 0);
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS_MAX);
  try {
    const response = await fetch(pathOf(file), {
      headers: { ...bearer(jwt), ...(have > 0 ? { range: `bytes=${have}-` } : {}) },
      cache: 'no-store',
      redirect: 'error',
      signal: silence.signal,
    });
    if (!response.ok || !response.body) return { ok: false, code: await codeOf(response) };
    // All of it once more, where only the rest was asked for.
    if (response.status !== 206) got.length = 0;
    const reader = response.body.getReader();
    let left = file.bytes - (response.status === 206 ? have : 0);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS_MAX);
      left -= value.length;
      if (left < 0) {
        await reader.cancel();
        return { ok: false, code: 'bad_message' };
      }
      got.push(value);
    }
    return left === 0 ? { ok: true, value: null } : { ok: false, code: 'unreachable' };
  } catch {
    return { ok: false, code: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

const bearer = (jwt: string): Record<string, string> => ({ authorization: `Bearer ${jwt}` });

async function answered(path: string, request: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...request,
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(REQUEST_MS_MAX),
    });
  } catch {
    return { is: 'failed', code: 'unreachable' };
  }
  const said: unknown = await response.json().catch(() => null);
  if (response.ok) return stateIn(said) ?? { is: 'failed', code: 'bad_message' };
  if (response.status === 409 && isObject(said) && typeof said['received'] === 'number') {
    return { is: 'offset', received: said['received'] };
  }
  if (response.status === 404) return { is: 'missing' };
  return { is: 'failed', code: codeIn(said, response.status) };
}

function stateIn(said: unknown): Answer | null {
  if (!isObject(said)) return null;
  const { received, whole } = said;
  return typeof received === 'number' && typeof whole === 'boolean' ? { is: 'state', received, whole } : null;
}

async function codeOf(response: Response): Promise<ErrorCode> {
  return codeIn(await response.json().catch(() => null), response.status);
}

/** An answer that is none of the relay's own is of something on the way, and passes. */
function codeIn(said: unknown, status: number): ErrorCode {
  if (isObject(said) && typeof said['code'] === 'string') return said['code'] as ErrorCode;
  return status === 401 ? 'unauthorized' : 'retry';
}

function isObject(said: unknown): said is Record<string, unknown> {
  return typeof said === 'object' && said !== null;
}
