/** The parts of the app that are loaded on demand, as far as they are. */
import { type PartName, load } from './on_demand.ts';

export class Part<T> {
  screens = $state.raw<T>();
  /** It is not on this phone, and could not be downloaded. */
  missing = $state(false);

  readonly #name: PartName;
  readonly #import: () => Promise<T>;

  constructor(name: PartName, importPart: () => Promise<T>) {
    this.#name = name;
    this.#import = importPart;
  }

  async load(): Promise<void> {
    if (this.screens) return;
    this.missing = false;
    const screens = await load(this.#name, this.#import);
    if (screens) this.screens = screens;
    else this.missing = true;
  }
}

/** For those who accompany, organise or direct, or look after devices, which takes the network anyway. */
export const team = new Part('team', () => import('../routes/team/team.ts'));

/** For those of whom something was refused. */
export const correcting = new Part('correcting', () => import('../routes/more/correcting.ts'));
