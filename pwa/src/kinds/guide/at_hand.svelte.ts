/** Everybody has the guide at hand without network: its screens are downloaded once all that is daily is there. */
import { loadPart } from '../../lib/parts.svelte.ts';
import { app } from '../../state/app.svelte.ts';

$effect.root(() => {
  $effect(() => {
    if (app.isFilled && app.sync?.link !== 'offline') loadPart('guide');
  });
});
