/** Where an address leads, and where what the replica speaks of is shown: asked of every kind of document. */
import type { Place } from '../client/generated/types.ts';
import type { Target } from './kind.ts';
import { SEARCH } from '../lib/paths.ts';
import { known } from './known.ts';

/** The app's own screens, or one of a kind's; `area` is the first word of the address. */
export type Route =
  | { screen: 'today'; area: 'today' }
  | { screen: 'coop'; area: 'coop'; searching: boolean }
  | { screen: 'more'; area: 'more'; page: string | null; item: string | null }
  | ({ area: string } & Target);

/** Reads a path. An unknown one leads home rather than to an error. */
export function parsePath(path: string): Route {
  const [area = '', ...rest] = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (area === 'more') return { screen: 'more', area, page: rest[0] ?? null, item: rest[1] ?? null };
  if (area === 'coop') return { screen: 'coop', area, searching: rest[0] === SEARCH };
  const routes = new Map(known().kinds.flatMap(({ routes }) => Object.entries(routes ?? {})));
  const target = routes.get(area)?.(rest);
  return target ? { area, ...target } : { screen: 'today', area: 'today' };
}

/** Where the app shows something that the replica speaks of: every kind of document is one of ours. */
export function pathOf(place: Place): string {
  const kind = known().kinds.find(({ documents }) => documents.includes(place.kind));
  return kind?.place(place) ?? '/';
}
