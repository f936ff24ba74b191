/** Entries of a consultation, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';

/** An entry of a consultation. Its owner is the cooperative: a document that all share names the relay. */
export function inConsultation(consultation: string, collection: string, id: string): EntryRef {
  return { kind: 'consultation', owner: '00000000000000000000000000', key: consultation, collection, id };
}
