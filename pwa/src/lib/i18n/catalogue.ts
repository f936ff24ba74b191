/** The texts that are always there: those of the app itself, and what every kind of document is called. */
import type { Kind } from '../../client/generated/types.ts';
import type { fr } from './fr.ts';
import type { Translation } from './languages.ts';

type Own = typeof fr;

/** What every language has for the app. The kinds put in what they are called, and more of their own. */
export type Catalogue = Own & Record<'sync' | 'refused', { kinds: Record<Kind, string> }>;

/** A catalogue in every language: French in the app, each other one downloaded by who reads it. */
export interface Texts<T extends Catalogue = Catalogue> {
  fr: T;
  others: Record<Translation, () => Promise<T>>;
}
