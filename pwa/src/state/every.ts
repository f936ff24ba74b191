/** All rows of a list at once, for what is made of all of them. */
import type { ViewRequest, Window } from '../client/generated/types.ts';
import { client } from './app.svelte.ts';
import type { PageName, RowOf } from './live.svelte.ts';

/** Rows that one answer of the replica holds. */
const CHUNK = 200;

/** Reads a paged list to its end. */
export async function everyRow<N extends PageName>(
  request: (window: Window) => Extract<ViewRequest, { view: N }>,
): Promise<RowOf<N>[]> {
  const all: RowOf<N>[] = [];
  for (;;) {
    const { rows, total } = await client.view(request({ offset: all.length, limit: CHUNK }));
    all.push(...(rows as RowOf<N>[]));
    if (rows.length === 0 || all.length >= total) return all;
  }
}
