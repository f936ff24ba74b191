/** What the frame offers whoever is there: the places of the bar, and what is one tap away. Asked of every kind. */
import { KINDS } from '../kinds/all.ts';
import type { Catalogue } from '../kinds/catalogue.ts';
import type { Reader } from './kind.ts';

/** The places of kinds on one side of the bar, in their order. */
export function placesOf(reader: Reader, t: Catalogue, side: 'left' | 'right') {
  return KINDS.flatMap(({ bar }) => bar ?? [])
    .filter((place) => place.side === side)
    .sort((one, other) => one.order - other.order)
    .flatMap(({ area, icon, label, path }) => {
      const href = path(reader);
      return href === null ? [] : [{ area, icon, word: label(t), href }];
    });
}

/** What can be captured, in its order. */
export function capturesOf(reader: Reader, t: Catalogue) {
  return KINDS.flatMap(({ capture }) => capture ?? [])
    .sort((one, other) => one.order - other.order)
    .flatMap(({ icon, label, hint, path }) => {
      const to = path(reader);
      return to === null ? [] : [{ icon, label: label(t), hint: hint(t), path: to }];
    });
}

/** Where people are found. */
export const directory = KINDS.map((kind) => kind.directory).find((link) => link !== undefined);

/** Where the reader's own page is. */
export const ownPage = KINDS.map(({ own }) => own).find((path) => path !== undefined);

/** Where a shortcut of the installed app's icon leads. */
export function shortcutTo(name: string): string | undefined {
  return KINDS.map(({ shortcuts }) => shortcuts?.[name]).find((path) => path !== undefined);
}
