/** The screens and forms of the app, wherever they come from: in the app itself, or loaded on demand as far as they are. */
import { type PartName, load } from './on_demand.ts';

/** Something to show, once it is there. */
export interface Loaded<T> {
  readonly screens: T | undefined;
  /** It is not on this phone, and could not be downloaded. */
  readonly missing: boolean;
  load(): Promise<void>;
}

/** What every phone has. It is named where nothing may depend on screens, and put in its place when the app starts. */
export class InShell<T> implements Loaded<T> {
  screens: T | undefined;
  readonly missing = false;

  load(): Promise<void> {
    return Promise.resolve();
  }
}

/** Every module that is loaded on demand. */
const all: { name: PartName; load(): Promise<void> }[] = [];

/** A module of a part that is loaded on demand. */
export class Part<T> implements Loaded<T> {
  screens = $state.raw<T>();
  missing = $state(false);

  readonly name: PartName;
  readonly #import: () => Promise<T>;

  constructor(name: PartName, importModule: () => Promise<T>) {
    this.name = name;
    this.#import = importModule;
    all.push(this);
  }

  async load(): Promise<void> {
    if (this.screens) return;
    this.missing = false;
    const screens = await load(this.name, this.#import);
    if (screens) this.screens = screens;
    else this.missing = true;
  }
}

/** Loads all of a part, before it is needed: so it is there without network too. */
export function loadPart(name: PartName): void {
  for (const part of all) if (part.name === name) void part.load();
}
