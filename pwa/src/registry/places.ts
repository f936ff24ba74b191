/**
 * The places that whoever is there finds their way by: those of the bar follow the role they work in, the others are
 * listed in *Coopérative* or behind the avatar. Asked of every kind, which names none.
 */
import type { Kind } from '../client/generated/types.ts';
import type { IconName } from '../components/Icon.svelte';
import type { Catalogue } from '../lib/i18n/catalogue.ts';
import { type OwnPage, paths } from '../lib/paths.ts';
import type { InBar, Link, Reader } from './kind.ts';
import { known } from './known.ts';

/** Something with an address. */
export interface Place {
  /** What all its addresses begin with. */
  area: string;
  href: string;
  icon: IconName;
  label: (t: Catalogue) => string;
  order: number;
  at: 'coop' | 'work' | 'own';
  bar: InBar<Catalogue> | undefined;
  /** The documents of which it tells what is new. */
  news: readonly Kind[];
}

type Side = InBar<Catalogue>['side'];

/** The places of a bar, on each side of the button that captures. */
export type Bar = Record<Side, Place[]>;

const OWN = { order: 0, at: 'own', bar: undefined, news: [] } as const;

/** Where everybody begins. */
const TODAY: Place = { ...OWN, area: '/', href: paths.today(), icon: 'today', label: (t) => t.nav.today };
/** Where everybody finds what the bar does not show. */
const COOP: Place = { ...OWN, area: '/coop', href: paths.coop(), icon: 'coop', label: (t) => t.nav.coop };

/** The app's own pages, in their order. */
const PAGES: readonly Place[] = [
  { ...page('people', 'person'), at: 'work' },
  page('away', 'inbox'),
  page('conflicts', 'alert'),
  page('refused', 'close'),
  page('sync', 'cloud'),
  page('receive', 'camera'),
  page('devices', 'phone'),
  page('notices', 'bell'),
  page('access', 'lock'),
  page('install', 'download'),
];

function page(word: OwnPage, icon: IconName): Place {
  return { ...OWN, area: paths.more(word), href: paths.more(word), icon, label: (t) => t.more[word] };
}

/** All places that are somebody's, in their order: what kinds declare, then the app's own. */
export function placesOf(reader: Reader): Place[] {
  const declared: Place[] = known()
    .kinds.flatMap(({ documents, pages = {}, places = [] }) => [
      ...Object.entries(pages).flatMap(([page, { link }]) =>
        link ? [{ ...link, area: paths.more(page), href: paths.more(page), documents }] : [],
      ),
      ...places.map((place) => ({ ...place, href: place.path(), documents })),
    ])
    .filter((place: Link<Catalogue>) => place.for?.(reader) ?? true)
    .map(({ area, href, icon, label, order, at = 'coop', bar, news, documents }) => ({
      ...{ area, href, icon, label, order, at, bar },
      news: news ?? documents,
    }))
    .sort((one, other) => one.order - other.order);
  // Who comes in and who leaves is the directors' work.
  return [...declared, ...PAGES.filter(({ at }) => at === 'own' || reader.isDirector)];
}

/**
 * The bar of whoever is there: never more than four places beside ＋. Where no kind declares one for their role, the
 * next that is in anybody's bar stands in: nobody meets an empty place while there is somewhere to go.
 */
export function barOf(reader: Reader): Bar {
  const free = placesOf(reader)
    .filter(({ bar }) => bar)
    .sort((one, other) => (one.bar?.order ?? 0) - (other.bar?.order ?? 0));

  function take(...wants: ((place: Place) => boolean)[]): Place[] {
    for (const wanted of wants) {
      const at = free.findIndex(wanted);
      if (at >= 0) return free.splice(at, 1);
    }
    return [];
  }
  const isFor = (side: Side) => (place: Place) =>
    place.bar?.side === side && place.bar.roles.includes(reader.role);
  const declared = { left: take(isFor('left')), right: take(isFor('right')) };
  const or = (side: Side): Place[] => [...declared[side], ...take(() => true)].slice(0, 1);
  return { left: [TODAY, ...or('left')], right: [...or('right'), COOP] };
}

/** What one of the lists holds. The work of a role that its bar shows is not said twice. */
export function listedAt(reader: Reader, at: Place['at']): Place[] {
  const { left, right } = barOf(reader);
  const shown = new Set([...left, ...right].map(({ href }) => href));
  return placesOf(reader).filter((place) => place.at === at && (at !== 'work' || !shown.has(place.href)));
}

/** The one of some places in which an address lies: the closest. */
export function placeAt(places: readonly Place[], path: string): Place | undefined {
  return places
    .filter(({ area }) => path === area || (area !== '/' && path.startsWith(`${area}/`)))
    .sort((one, other) => other.area.length - one.area.length)[0];
}

/** The place of the bar in which an address lies; *Coopérative* for what is in none, none behind the avatar. */
export function currentOf(reader: Reader, path: string): Place | undefined {
  return inBar(reader, path) ?? (listOf(reader, path) === COOP.href ? COOP : undefined);
}

/**
 * Where "back" leads from a screen at an address: to its parent, else to the list that it is found in. Nowhere from a
 * place of the bar itself. A page of a kind need not know where it is listed: `/more` stands for that too.
 */
export function backFrom(reader: Reader, path: string, parent: string | undefined): string | undefined {
  const place = inBar(reader, path);
  const given = parent === paths.more() ? undefined : parent;
  if (place && (place.href === path || given === undefined)) return undefined;
  return given ?? listOf(reader, path);
}

function inBar(reader: Reader, path: string): Place | undefined {
  const { left, right } = barOf(reader);
  return placeAt([...left, ...right], path);
}

/** The list in which what lies at an address is found: behind the avatar what is one's own, *Coopérative* leads to the rest. */
function listOf(reader: Reader, path: string): string {
  const place = placeAt(placesOf(reader), path);
  const isOwn = place ? place.at === 'own' : path === paths.more() || path.startsWith(`${paths.more()}/`);
  return isOwn ? paths.more() : paths.coop();
}
