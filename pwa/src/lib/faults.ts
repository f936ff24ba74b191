/**
 * Errors of this session, for who has to find out what went wrong. What an error says may repeat what somebody typed:
 * of each only its sort, its code, and where in the app's own files it arose are kept.
 */

/** One error. */
export interface Fault {
  /** In milliseconds since 1970. */
  at: number;
  /** `TypeError`, `FenceLost`. */
  name: string;
  /** The app's own code, where it has one. */
  code: string;
  /** `index.js:1:2345`; empty where the browser does not say. */
  place: string;
}

/** The last ones. */
const KEPT_MAX = 20;
const NAME = /^[A-Z][A-Za-z]{1,39}$/;
const CODE = /^[a-z][a-z_]{1,39}$/;
/** A place within a file of the app, as every browser writes it; the build's mark in its name says nothing. */
const PLACE = /^\/(?:assets|src)\/(?:[\w.-]+\/)*?([\w.]+?)(?:-[\w-]{8})?(\.\w+(?::[\w[\]-]+){1,3})/;

const kept: Fault[] = [];

/** Those kept, the oldest first. */
export function faults(): Fault[] {
  return [...kept];
}

/** Notes what nobody caught, in a page or a worker. */
export function watchFaults(): void {
  addEventListener('error', ({ error }) => note(error));
  addEventListener('unhandledrejection', ({ reason }) => note(reason));
}

/** Tells the console of an error, and notes it. */
export function report(error: unknown): void {
  console.error(error);
  note(error);
}

function note(error: unknown): void {
  kept.push(faultOf(error, Date.now(), location.origin));
  if (kept.length > KEPT_MAX) kept.shift();
}

/** What may be told of an error; `origin` is where the app's files come from. */
export function faultOf(error: unknown, at: number, origin: string): Fault {
  const {
    name = '',
    message = '',
    stack = '',
    code = '',
    reason = code,
  }: Partial<Record<string, unknown>> = Object(error) as object;
  // Some browsers put what it says before the places.
  const places = String(stack).replace(String(message), '').split(origin).slice(1);
  const [, file = '', at_ = ''] = places.map((place) => PLACE.exec(place)).find((found) => found) ?? [];
  return {
    at,
    name: NAME.test(String(name)) ? String(name) : 'Error',
    code: CODE.test(String(reason)) ? String(reason) : '',
    place: file + at_,
  };
}
