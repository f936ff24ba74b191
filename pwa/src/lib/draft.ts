/** How a draft is stored: by the person, the form and the tab that holds it. Pure. */
import type { Touches } from './form.ts';

const PREFIX = 'besace:draft:';
/** Between the form and its tab: neither holds it. */
const OF_TAB = '@';

/** What is kept of a form that somebody began and did not save. */
export interface Draft {
  /** In the words of the person: which form, about what. */
  title: string;
  /** Where it opens. */
  path: string;
  /** When somebody last typed in it, in milliseconds since 1970. */
  at: number;
  /** The entry; a new one has its identifier already, so that saving twice is saving once. */
  id: string;
  touches: Touches;
  /** What a new entry showed where nobody typed: there is no document to read it from. */
  blank?: Record<string, unknown>;
}

/** A draft as versions before this kept it: every field, without what had been seen. */
export interface Former {
  former: Record<string, unknown>;
}

/** Whose a stored draft is; `tab` is empty in those of earlier versions. */
export interface Owner {
  form: string;
  tab: string;
}

export function keyOf(profile: string, { form, tab }: Owner): string {
  return `${PREFIX}${profile}:${form}${tab === '' ? '' : OF_TAB + tab}`;
}

/** Reads a key back; `null` when it is no draft of this person. */
export function ownerOf(profile: string, key: string): Owner | null {
  const mine = `${PREFIX}${profile}:`;
  if (!key.startsWith(mine)) return null;
  const [form = '', tab = ''] = key.slice(mine.length).split(OF_TAB);
  return { form, tab };
}

/** Reads what is stored; `null` when it is none. */
export function readDraft(text: string | null): Draft | Former | null {
  if (text === null) return null;
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null;
    return 'touches' in stored && 'title' in stored
      ? (stored as Draft)
      : { former: flat(stored as Record<string, unknown>) };
  } catch {
    return null;
  }
}

/** Earlier forms held some fields one level deeper, and the eight points in a list. */
function flat(stored: Record<string, unknown>): Record<string, unknown> {
  const { text, eightPoints, ...rest } = stored;
  const nested = typeof text === 'object' && text !== null ? text : text === undefined ? {} : { text };
  const points = Array.isArray(eightPoints)
    ? eightPoints.map((point, index) => [`eightPoints.${index}`, point])
    : [];
  return { ...rest, ...nested, ...Object.fromEntries(points) };
}
