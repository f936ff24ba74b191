/** Time at the edge: the only place of the worker that reads a clock or sets a timer. */

/** Longest timer a browser keeps without wrapping around. */
const TIMER_MS_MAX = 0x7fff_ffff;

/** One alarm, replaced each time it is set: the replica knows the next moment it wants to be woken. */
export class Alarm {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ring: (nowMs: number) => void;

  constructor(ring: (nowMs: number) => void) {
    this.#ring = ring;
  }

  /** Rings once at `atMs`, or at once if that is past. */
  set(atMs: number): void {
    this.clear();
    const delay = Math.min(Math.max(0, atMs - nowMs()), TIMER_MS_MAX);
    this.#timer = setTimeout(() => this.#ring(nowMs()), delay);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

/** The device's clock, which is never evidence of anything. */
export function nowMs(): number {
  return Date.now();
}
