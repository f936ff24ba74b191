/**
 * All kinds, for those who ask each of them.
 *
 * What every kind says of one thing is put together where it is used, as a table of the replica's own words
 * (`registry/routes.ts`, `registry/topics.ts`, …): there the compiler names the word that no kind speaks of.
 */
import type { Kind } from '../client/generated/types.ts';
import type { Declared } from '../registry/kind.ts';
import type { Catalogue } from './catalogue.ts';
import * as registry from './index.ts';

/** Each kind with exactly what it says, for such tables. */
export const EACH = Object.values(registry);

/** The same, each behind the type that all share: for whoever asks every kind the same. */
export const KINDS: readonly Declared<Catalogue>[] = EACH;

/** The names of documents that no kind claims. */
type Unclaimed = Exclude<Kind, (typeof EACH)[number]['documents'][number]>;
({}) satisfies Record<Unclaimed, never>;
