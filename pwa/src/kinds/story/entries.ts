/** Stories and consents, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';

/** Whose the documents are that all share: the relay's own name among members. */
const SHARED = '0'.repeat(26);

export function storyEntry(id: string): EntryRef {
  return { kind: 'story', owner: SHARED, key: id, collection: 'stories', id };
}

/** A consent of one's own. */
export function ownConsent(id: string): EntryRef {
  return { kind: 'consent', owner: null, key: '', collection: 'consents', id };
}
