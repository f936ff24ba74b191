/** The places of whoever is there, the one they are in, and what is new at each. */
import type { AwayItem } from '../client/generated/types.ts';
import { keep, kept } from '../lib/kept.ts';
import { paths } from '../lib/paths.ts';
import { newAt, opened, readSeen } from '../registry/news.ts';
import { type Place, backFrom, barOf, currentOf, listedAt, placeAt, placesOf } from '../registry/places.ts';
import { app } from './app.svelte.ts';
import { live } from './live.svelte.ts';
import { router } from './router.svelte.ts';

const SEEN_KEY = 'besace:seen';

/** All that the replica keeps of what happened. */
const TOLD_MAX = 200;

class Places {
  readonly bar = $derived(barOf(app));
  readonly #path = $derived(router.route.screen === 'today' ? paths.today() : router.path);
  readonly current = $derived(currentOf(app, this.#path));
  readonly work = $derived(listedAt(app, 'work'));
  readonly shared = $derived(listedAt(app, 'coop'));
  readonly own = $derived(listedAt(app, 'own'));
  #told = $state.raw<readonly AwayItem[]>([]);
  #seen = $state.raw(readSeen(kept(SEEN_KEY)));

  /** Where "back" leads from the screen that is shown. */
  backFrom(parent: string | undefined): string | undefined {
    return backFrom(app, this.#path, parent);
  }

  newAt(place: Place): AwayItem[] {
    return newAt(place, this.#told, this.#seen);
  }

  /** How much is new at a place of the bar; at *Coopérative*, at all that is only found there. */
  newIn(place: Place): number {
    const shown = [...this.bar.left, ...this.bar.right];
    const inside =
      place.href === paths.coop()
        ? [...this.work, ...this.shared].filter(({ href }) => shown.every((other) => other.href !== href))
        : [place];
    return new Set(inside.flatMap((one) => this.newAt(one))).size;
  }

  /** Follows what happens for as long as the calling component lives; opening a place is having seen what is new there. */
  follow(): void {
    const away = live(() => ({ view: 'away', window: { offset: 0, limit: TOLD_MAX } }));
    $effect(() => {
      this.#told = away.data?.items.rows ?? [];
    });
    $effect(() => {
      const place = placeAt(placesOf(app), this.#path);
      const seen = place && opened(place, this.#told, this.#seen);
      if (!seen) return;
      this.#seen = seen;
      keep(SEEN_KEY, JSON.stringify(seen));
    });
  }
}

export const places = new Places();
