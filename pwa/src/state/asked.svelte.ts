/** What screens that know no kind ask of the views of all kinds. */
import type { Asked } from '../registry/kind.ts';
import { app } from './app.svelte.ts';
import { live } from './live.svelte.ts';

/** What a kind makes of one of its views, for as long as the calling component lives; undefined until it is read. */
export function asking<O>({ view, of }: Asked<O>) {
  const asked = live(() => view(app));
  const said = $derived(asked.data && of(asked.data as never));
  return {
    get said(): O | undefined {
      return said;
    },
  };
}
