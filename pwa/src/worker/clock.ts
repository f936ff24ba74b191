/** Time at the edge: the only place of the worker that reads a clock or sets a timer. */

/** Longest timer a browser keeps without wrapping around. */
const TIMER_MS_MAX = 0x7fff_ffff;

/** One alarm, replaced each time it is set: the replica knows the next moment it wants to be woken. */
export class Alarm {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ring: () => void;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Rings once after so many milliseconds. */
  set(inMs: number): void {
    this.clear();
    this.#timer = setTimeout(this.#ring, Math.min(inMs, TIMER_MS_MAX));
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

/** Does something once what waits already was done: messages, answers of the disk. */
export function afterOthers(work: () => void): void {
  setTimeout(work);
}

/** The device's clock, which is never evidence of anything and may be set to any hour. */
export function nowMs(): number {
  return Date.now();
}

/** A clock that nobody can set. It may stand still while the device sleeps. */
export function momentMs(): number {
  return performance.now();
}
