/** What may be told of an error: its sort, the app's own code, and where in the app's files it arose. Pure. */
import type { Noted } from '../../lib/faults.ts';

/** One error, without a word of what it says. */
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

const NAME = /^[A-Z][A-Za-z]{1,39}$/;
const CODE = /^[a-z][a-z_]{1,39}$/;
/** A place within a file of the app, as every browser writes it; the build's mark in its name says nothing. */
const PLACE = /^\/(?:assets|src)\/(?:[\w.-]+\/)*?([\w.]+?)(?:-[\w-]{8})?(\.\w+(?::[\w[\]-]+){1,3})/;

/** `origin` is where the app's files come from. */
export function faultOf({ at, name, code, message, stack }: Noted, origin: string): Fault {
  // Some browsers put what it says before the places.
  const places = stack.replace(message, '').split(origin).slice(1);
  const [, file = '', spot = ''] = places.map((place) => PLACE.exec(place)).find((found) => found) ?? [];
  return {
    at,
    name: NAME.test(name) ? name : 'Error',
    code: CODE.test(code) ? code : '',
    place: file + spot,
  };
}
