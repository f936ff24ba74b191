/** Addresses of the app's own screens, and what the addresses of every kind are made of. */

/** The app's own pages, besides those of kinds of documents. */
export const MORE_PAGES = [
  'people',
  'devices',
  'access',
  'notices',
  'refused',
  'conflicts',
  'away',
  'sync',
  'receive',
  'install',
  'device',
] as const;
export type OwnPage = (typeof MORE_PAGES)[number];

/** The word that stands for oneself in a path. */
const ME = 'me';
/** The `item` that stands for a record to be made. */
export const NEW = 'new';

/** The word of *Coopérative* as it is opened to search. */
export const SEARCH = 'search';

export const paths = {
  today: () => '/',
  coop: () => '/coop',
  search: () => pathTo('coop', SEARCH),
  more: (page?: string, item?: string) => pathTo('more', page, item),
  person: (member: string) => pathTo('more', 'people', member),
};

/** The path of these words, as far as there are any. */
export function pathTo(...words: (string | undefined)[]): string {
  return (
    '/' +
    words
      .filter((word) => word !== undefined)
      .map(encodeURIComponent)
      .join('/')
  );
}

/** How a member is written in a path; `null` is oneself. */
export function wordFor(member: string | null): string {
  return member ?? ME;
}

/** The member that a word of a path names; `null` is oneself. */
export function memberIn(word: string | undefined): string | null {
  return word === undefined || word === ME ? null : word;
}

/** The one of these words that stands in a path. */
export function oneOf<T extends string>(all: readonly T[], word: string | undefined): T | undefined {
  return all.find((one) => one === word);
}
