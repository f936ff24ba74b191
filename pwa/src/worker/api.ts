/**
 * The relay's plain requests that are not sync: joining, access tokens, devices, what directors decide.
 *
 * Every answer is a value: a refusal carries the relay's own code, a silence is `unreachable`.
 */
import type { ErrorCode } from '../client/generated/types.ts';
import type {
  Decision,
  Device,
  Invitation,
  Invited,
  JoinResult,
  Online,
  Person,
  Profile,
  Removal,
} from '../client/messages.ts';
import type { Notices, NoticesRequest } from '../client/notices.ts';
import { type Keys, makePair, publicKeyOf, sign } from './keys.ts';

const PATHS = {
  enrolments: '/api/v1/enrolments',
  look: '/api/v1/enrolments/look',
  challenges: '/api/v1/challenges',
  tokens: '/api/v1/tokens',
  devices: '/api/v1/devices',
  invitations: '/api/v1/invitations',
  people: '/api/v1/people',
  notices: '/api/v1/notices',
} as const;

/** One plain request. */
const REQUEST_MS_MAX = 20_000;
/** What a device signs: this domain, its id, the challenge (`server/src/challenge.rs`). */
const CHALLENGE_DOMAIN = 'besace-challenge-1\0';

interface Enrolled {
  coop: string;
  member: string;
  device: string;
}

/**
 * Spends an invitation: makes this browser's key, gives its public half to the relay and keeps what the
 * relay answers. The secret goes in the body, never in an address that a log would keep.
 */
export async function join(keys: Keys, secret: string, deviceName: string): Promise<JoinResult> {
  const pair = await makePair();
  const publicKey = toBase64Url(await publicKeyOf(pair));
  const answer = await call<Enrolled>('POST', PATHS.enrolments, {
    body: { secret, publicKey, deviceName },
    has: ['coop', 'member', 'device'],
  });
  if (!answer.ok) return answer;
  const { coop, member, device } = answer.value;
  const profile: Profile = { id: `${coop}.${member}.${device}`, coop, member, device, deviceName };
  await keys.keep(profile, pair);
  return { ok: true, profile };
}

/** Asks what an invitation is, before it is spent. */
export function look(secret: string): Promise<Online<Invited>> {
  const has: (keyof Invited)[] = ['coop', 'coopName', 'member', 'memberName'];
  return call<Invited>('POST', PATHS.look, { body: { secret }, has });
}

/** An access token, and what the relay gives with it for meeting other phones without network. */
export interface Access {
  jwt: string;
  pass: Uint8Array<ArrayBuffer> | null;
}

/** Gets an access token: asks for a challenge, signs it with the device's key, hands it in. */
export async function token(profile: Profile, pair: CryptoKeyPair): Promise<Online<Access>> {
  const { device } = profile;
  const challenge = await call<{ deviceBytes: string; nonce: string }>('POST', PATHS.challenges, {
    body: { device },
    has: ['deviceBytes', 'nonce'],
  });
  if (!challenge.ok) return challenge;
  const { deviceBytes, nonce } = challenge.value;
  const bytes = [
    ...new TextEncoder().encode(CHALLENGE_DOMAIN),
    ...fromBase64Url(deviceBytes),
    ...fromBase64Url(nonce),
  ];
  const signature = toBase64Url(await sign(pair, new Uint8Array(bytes)));
  const answer = await call<{ token: string; pass?: string | null }>('POST', PATHS.tokens, {
    body: { device, nonce, signature },
    has: ['token'],
  });
  if (!answer.ok) return answer;
  const { token: jwt, pass } = answer.value;
  return { ok: true, value: { jwt, pass: pass ? fromBase64Url(pass) : null } };
}

/** The member's devices. */
export async function devices(jwt: string): Promise<Online<Device[]>> {
  const answer = await call<{ devices: Device[] }>('GET', PATHS.devices, { jwt, has: ['devices'] });
  return answer.ok ? { ok: true, value: answer.value.devices } : answer;
}

/** An invitation that serves once: for a member, or for another device of one's own. */
export function invite(jwt: string, member: string | null): Promise<Online<Invitation>> {
  return call<Invitation>('POST', PATHS.invitations, { jwt, body: { member }, has: ['link', 'code'] });
}

/** Everybody, as directors see them. */
export async function people(jwt: string): Promise<Online<Person[]>> {
  const answer = await call<{ people: Person[] }>('GET', PATHS.people, { jwt, has: ['people'] });
  return answer.ok ? { ok: true, value: answer.value.people } : answer;
}

/** Tells the relay what a director decided. */
export function decide(jwt: string, decision: Decision): Promise<Online<{ member: string }>> {
  return call<{ member: string }>('POST', PATHS.people, { jwt, body: decision, has: ['member'] });
}

/** Takes a device away: it erases itself at its next contact. */
export async function revokeDevice(jwt: string, device: string): Promise<Online<null>> {
  const answer = await call('DELETE', `${PATHS.devices}/${encodeURIComponent(device)}`, { jwt, has: [] });
  return answer.ok ? { ok: true, value: null } : answer;
}

/** What the device and its member are told of while the app is closed, after saying what is wanted. */
export function notices(jwt: string, request: NoticesRequest): Promise<Online<Notices>> {
  const has: (keyof Notices)[] = ['push', 'mail'];
  if (request.channel === null) return call<Notices>('GET', PATHS.notices, { jwt, has });
  const path = `${PATHS.notices}/${request.channel}`;
  return request.wish
    ? call<Notices>('PUT', path, { jwt, body: request.wish, has })
    : call<Notices>('DELETE', path, { jwt, has });
}

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** What the relay says of a device that was removed (`server/src/http/token.rs`). */
interface Removed {
  removedAt: number;
  removedBy: string | null;
}

function removalOf({ removedAt, removedBy }: Removed): Removal {
  return { at: new Date(removedAt).toISOString(), by: removedBy ?? '' };
}

interface Request<T> {
  body?: object;
  jwt?: string;
  /** Fields an answer must have to be one of ours. */
  has: readonly (keyof T & string)[];
}

async function call<T extends object>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  { body, jwt, has }: Request<T>,
): Promise<Online<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(jwt ? { authorization: `Bearer ${jwt}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(REQUEST_MS_MAX),
    });
  } catch {
    return { ok: false, code: 'unreachable' };
  }
  if (response.status === 204 && has.length === 0) return { ok: true, value: {} as T };
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer !== 'object' || answer === null) return { ok: false, code: 'unreachable' };
  if (!response.ok) {
    return {
      ok: false,
      code: 'code' in answer ? (answer.code as ErrorCode) : 'retry',
      ...('removedAt' in answer ? { removal: removalOf(answer as Removed) } : {}),
    };
  }
  return has.every((field) => field in answer)
    ? { ok: true, value: answer as T }
    : { ok: false, code: 'bad_message' };
}
