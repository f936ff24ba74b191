/** Which key goes which way through choices side by side, as browsers have it for radio buttons. */
const STEPS: Readonly<Partial<Record<string, number>>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** The place among `count` choices that a key leads to from one of them, round and round; nothing for another key. */
export function nextChoice(key: string, from: number, count: number): number | undefined {
  const step = STEPS[key];
  return step === undefined ? undefined : (from + step + count) % count;
}
