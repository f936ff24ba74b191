/** Says all kinds to those who ask each of them: read when the app starts, before anything is shown. */
import type { Kind } from '../client/generated/types.ts';
import { merged } from '../lib/merged.ts';
import { OF_ANY_ENTRY } from '../registry/correctable.ts';
import { know } from '../registry/known.ts';
import { OF_NO_KIND } from '../registry/topics.ts';
import { OF_ANY_KIND } from '../registry/waiting.ts';
import type { Catalogue } from './catalogue.ts';
import * as list from './index.ts';

/** Each kind with exactly what it says, for tables of the replica's own words. */
const EACH = Object.values(list);

know<Catalogue>({
  kinds: EACH,
  reads: merged(
    OF_NO_KIND,
    EACH.map(({ reads }) => reads),
  ),
  commands: merged(
    OF_ANY_ENTRY,
    EACH.map(({ commands }) => commands),
  ),
  waits: merged(
    OF_ANY_KIND,
    EACH.map(({ waits }) => waits),
  ),
  next: merged(
    {},
    EACH.map(({ next }) => next),
  ),
});

/** The names of documents that no kind claims. */
type Unclaimed = Exclude<Kind, (typeof EACH)[number]['documents'][number]>;
({}) satisfies Record<Unclaimed, never>;
