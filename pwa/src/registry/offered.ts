/** What the frame offers whoever is there: what is one tap away, and where some things are. Asked of every kind. */
import type { Catalogue } from '../lib/i18n/catalogue.ts';
import type { CaptureEntry, NamedPath, Reader } from './kind.ts';
import { known } from './known.ts';

/** More than these nobody finds at a glance. */
const CAPTURES_MAX = 6;

/** What those who work in the reader's role capture most, first of all what they capture most. */
export function capturesOf(reader: Reader, t: Catalogue) {
  const orderOf = ({ order, orders }: CaptureEntry<Catalogue>): number => orders?.[reader.role] ?? order;
  return known()
    .kinds.flatMap(({ capture }) => capture ?? [])
    .sort((one, other) => orderOf(one) - orderOf(other))
    .flatMap(({ icon, label, hint, path }) => {
      const to = path(reader);
      return to === null ? [] : [{ icon, label: label(t), hint: hint(t), path: to }];
    })
    .slice(0, CAPTURES_MAX);
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
