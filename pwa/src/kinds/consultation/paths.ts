/** Addresses of consultations, and the documents that their screens are made of. */
import type { Kind } from '../../client/generated/types.ts';
import { NEW, paths } from '../../lib/paths.ts';

export const DOCUMENTS: readonly Kind[] = ['consultation', 'stance', 'tally'];

export const decisionsPath = (): string => paths.more('decisions');
export const newConsultationPath = (): string => paths.more('decisions', NEW);
export const consultationPath = (id: string): string => paths.more('decisions', id);
/** The form of a new one that asks a group. */
export const consultGroupPath = (group: string): string => paths.more('decisions', `${NEW}.${group}`);

export interface DecisionRoute {
  /** `null` for the list, and for a new one. */
  id: string | null;
  isNew: boolean;
  /** The group that a new one asks. */
  group: string | null;
}

export function readDecision(item: string | null): DecisionRoute {
  const [word = null, group = null] = item?.split('.') ?? [];
  const isNew = word === NEW;
  return { id: isNew ? null : word, isNew, group: isNew ? group : null };
}
