/** Bounded waits: each ends at once when the thing is so, and says what it waited for when it is not. */

/**
 * Asks again until `probe` gives something truthy, and returns it.
 * @template T
 * @param {string} what What is awaited, for the message of a failure.
 * @param {() => T | Promise<T>} probe
 * @param {{ timeoutMs?: number, everyMs?: number }} [limits]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, probe, { timeoutMs = 15_000, everyMs = 50 } = {}) {
  const end = performance.now() + timeoutMs;
  let last;
  for (;;) {
    try {
      const value = await probe();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) {
      throw new Error(`${what}: not so after ${timeoutMs} ms`, { cause: last });
    }
    await pause(everyMs);
  }
}

/**
 * @template T
 * @param {string} what
 * @param {Promise<T>} promise
 * @param {number} timeoutMs
 * @returns {Promise<T>}
 */
export function within(what, promise, timeoutMs) {
  /** @type {NodeJS.Timeout} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not so after ${timeoutMs} ms`)), timeoutMs);
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, late]).finally(() => clearTimeout(timer)));
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
