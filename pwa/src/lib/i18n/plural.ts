/** A number with its noun, by each language's own rule. */

/** French: zero and one and a half are singular. */
export function fr(n: number, one: string, many: string): string {
  return `${n} ${Math.abs(n) < 2 ? one : many}`;
}

/** English: only one is singular. */
export function en(n: number, one: string, many: string): string {
  return `${n} ${Math.abs(n) === 1 ? one : many}`;
}
