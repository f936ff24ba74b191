/** The written report of a statutory interview, which the law asks for twice a year. */

/** Points the report must hold (`model/src/record.rs`). */
export const STATUTORY_POINTS = 8;

/** The report's points, never fewer than it must hold. */
export function pointsOf(stored: readonly string[]): string[] {
  return Array.from({ length: STATUTORY_POINTS }, (_, index) => stored[index] ?? '');
}

/** How many points say something. */
export function filled(points: readonly string[]): number {
  return points.filter((point) => point.trim() !== '').length;
}
