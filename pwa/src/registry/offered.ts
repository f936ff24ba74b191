/** What the frame offers whoever is there: the places of the bar, and what is one tap away. Asked of every kind. */
import type { Catalogue } from '../lib/i18n/catalogue.ts';
import type { NamedPath, Reader } from './kind.ts';
import { known } from './known.ts';

/** The places of kinds on one side of the bar, in their order. */
export function placesOf(reader: Reader, t: Catalogue, side: 'left' | 'right') {
  return known()
    .kinds.flatMap(({ bar }) => bar ?? [])
    .filter((place) => place.side === side)
    .sort((one, other) => one.order - other.order)
    .flatMap(({ area, icon, label, path }) => {
      const href = path(reader);
      return href === null ? [] : [{ area, icon, word: label(t), href }];
    });
}

/** What can be captured, in its order. */
export function capturesOf(reader: Reader, t: Catalogue) {
  return known()
    .kinds.flatMap(({ capture }) => capture ?? [])
    .sort((one, other) => one.order - other.order)
    .flatMap(({ icon, label, hint, path }) => {
      const to = path(reader);
      return to === null ? [] : [{ icon, label: label(t), hint: hint(t), path: to }];
    });
}

/** Where people are found. */
export function directory(): NamedPath<Catalogue> | undefined {
  return known()
    .kinds.map((kind) => kind.directory)
    .find((link) => link !== undefined);
}

/** Where the reader's own page is. */
export function ownPage(): string | undefined {
  return known()
    .kinds.map(({ own }) => own?.())
    .find((path) => path !== undefined);
}

/** Where a shortcut of the installed app's icon leads. */
export function shortcutTo(name: string): string | undefined {
  return known()
    .kinds.map(({ shortcuts }) => shortcuts?.[name])
    .find((path) => path !== undefined);
}
