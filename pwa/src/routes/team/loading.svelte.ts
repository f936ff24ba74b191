/** The part of the app for those who accompany, organise or direct, as far as it is loaded. */
import { load } from '../../state/on_demand.ts';

export type Team = typeof import('./team.ts');

class TeamState {
  screens = $state.raw<Team>();
  /** It is not on this phone, and could not be downloaded. */
  missing = $state(false);

  async load(): Promise<void> {
    if (this.screens) return;
    this.missing = false;
    const screens = await load('team', () => import('./team.ts'));
    if (screens) this.screens = screens;
    else this.missing = true;
  }
}

export const team = new TeamState();
