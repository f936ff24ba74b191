/**
 * Forms keep what was typed through reloads, updates and crashes.
 *
 * A draft is written at each change, under the person's profile and the form's name. localStorage on
 * purpose: it is synchronous, so a page that is killed between two keystrokes loses one of them at most.
 */
import { app } from './app.svelte.ts';

const PREFIX = 'besace:draft:';

/** What a form holds: plain data, as typed. */
export type Fields = object;

/** The forms on screen that hold something unsaved: an update waits for them. */
const dirtyForms = new Set<string>();

export const drafts = {
  get dirty(): boolean {
    return dirtyForms.size > 0;
  },
};

/** The state of one form. */
export interface Draft<F extends Fields> {
  fields: F;
  /** True when the fields come from an earlier, unfinished entry. */
  readonly restored: boolean;
  readonly dirty: boolean;
  /** Forgets the draft: it was saved or abandoned. What is on screen is then what is saved. */
  clear(): void;
  /** Shows other values as the saved ones. */
  reset(saved: F): void;
}

/** Opens the form `form`, from its draft if there is one. To be called while a component is set up. */
export function draft<F extends Fields>(form: string, initial: F): Draft<F> {
  const profile = app.standing.state === 'open' ? app.standing.profile.id : 'nobody';
  const key = `${PREFIX}${profile}:${form}`;
  const stored = readStored(key, initial);
  let start = $state(JSON.stringify(initial));
  const fields = $state<F>(stored ?? structuredClone(initial));

  $effect(() => {
    const now = JSON.stringify(fields);
    // Who is gone leaves nothing: the form is on screen a moment longer than they.
    if (app.standing.state === 'nobody' || now === start) {
      localStorage.removeItem(key);
      dirtyForms.delete(form);
    } else {
      writeStored(key, now);
      dirtyForms.add(form);
    }
  });
  $effect(() => () => dirtyForms.delete(form));

  return {
    fields,
    restored: stored !== null,
    get dirty() {
      return JSON.stringify(fields) !== start;
    },
    clear() {
      start = JSON.stringify(fields);
      localStorage.removeItem(key);
      dirtyForms.delete(form);
    },
    reset(saved) {
      const text = JSON.stringify(saved);
      if (text === start && text === JSON.stringify(fields)) return;
      start = text;
      Object.assign(fields, saved);
    },
  };
}

/** Reads a draft, keeping only the fields that the form still has and that have the right type. */
function readStored<F extends Fields>(key: string, initial: F): F | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null) return null;
    const kept = Object.entries(stored).filter(
      ([name, value]) => name in initial && sameType(value, initial[name as keyof F]),
    );
    return { ...initial, ...Object.fromEntries(kept) };
  } catch {
    return null;
  }
}

function sameType(one: unknown, other: unknown): boolean {
  return typeof one === typeof other && Array.isArray(one) === Array.isArray(other);
}

function writeStored(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // No room: the form still works, it only loses its safety net.
  }
}
