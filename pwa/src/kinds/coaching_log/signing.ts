/** What must be so before somebody signs, and what becomes of words that can only be an amendment any more. */
import type { Intent, SessionChanges, SessionFields, SessionSheet } from '../../client/generated/types.ts';
import { newUlid } from '../../lib/ulid.ts';
import { app, client, doing } from '../../state/app.svelte.ts';
import { type Listed, drafts } from '../../state/drafts.svelte.ts';
import { router } from '../../state/router.svelte.ts';
import { act } from '../../state/saving.ts';
import { amendment, annulment } from './amend.ts';
import { coachingPath } from './paths.ts';

/** Words of a session, on the page or in an open form, that are not saved: they would not be signed. */
export function unsaved(owner: string, id: string): Listed[] {
  return drafts.list.filter(
    ({ key }) => key.includes(`:report:${id}`) || key.includes(`:session:${owner}:${id}`),
  );
}

/** What somebody typed in the report of a session and did not save. */
export function draftedWords(id: string): SessionChanges {
  const draft = drafts.take(`report:${id}`);
  if (!draft || !('touches' in draft)) return {};
  const words: Record<string, unknown> = {};
  const eight: (string | null)[] = Array.from({ length: 8 }, () => null);
  for (const [name, { typed }] of Object.entries(draft.touches)) {
    const [field = '', point] = name.split('.');
    if (point === undefined) words[field] = typed;
    else eight[Number(point)] = String(typed);
  }
  return { ...words, ...(eight.some((text) => text !== null) ? { eightPoints: eight } : {}) };
}

/** Remembers, outside the replica, that a signature was confirmed and not given yet. */
export function interrupted(id: string, signer: string): { found: boolean; note(): void; clear(): void } {
  const key = `besace:signing:${id}:${signer}`;
  return {
    found: localStorage.getItem(key) !== null,
    note() {
      try {
        localStorage.setItem(key, '1');
      } catch {
        // No room: nothing is signed either way.
      }
    },
    clear() {
      localStorage.removeItem(key);
    },
  };
}

/** Opens an amendment of a closed session, with what was typed in it already, in place of what was refused if any. */
export async function amend(
  owner: string,
  session: SessionSheet,
  changes: SessionChanges,
  item?: number,
): Promise<void> {
  if (await begin(owner, amendment(session.row.info.id, session.fields, changes), item)) {
    drafts.drop(`report:${session.row.info.id}`);
  }
}

/** Opens an annulment of a closed session: both sign why it does not count. */
export async function annul(owner: string, session: SessionSheet, item?: number): Promise<void> {
  await begin(owner, annulment(session.row.info.id, session.fields), item);
}

/** The same, for what was refused of a session. */
export async function amendRefused(
  owner: string,
  id: string,
  changes: SessionChanges | 'remove',
  item: number,
): Promise<void> {
  const session = await client.view({ view: 'session', member: owner, id });
  if (!session) return;
  await (changes === 'remove' ? annul(owner, session, item) : amend(owner, session, changes, item));
}

async function begin(owner: string, session: SessionFields, item?: number): Promise<boolean> {
  const id = newUlid();
  const command = { type: 'logSession', member: owner, id, session } as const;
  const intent: Intent = item === undefined ? doing(command) : { type: 'retry', item, command, base: null };
  if (!(await act(intent))) return false;
  router.go(coachingPath(owner === app.member ? null : owner, 'sessions', id));
  return true;
}
