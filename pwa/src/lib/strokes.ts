/** A signature as it is drawn: lines of whole points in a fixed box (`model/src/doc/rules/strokes.rs`). Pure. */

export const WIDTH = 1000;
export const HEIGHT = 400;
const STROKES_MAX = 64;
const POINTS_MAX = 1000;
/** Points nearer than this to the one before say nothing. */
const STEP_MIN = 5;

export type Point = readonly [x: number, y: number];
export type Strokes = readonly (readonly Point[])[];

/** Brings a place in the box to a point of it. */
export function pointAt(x: number, y: number): Point {
  const within = (value: number, size: number): number => Math.min(Math.max(Math.round(value), 0), size - 1);
  return [within(x, WIDTH), within(y, HEIGHT)];
}

/** The finger is put down. What is too much is not drawn. */
export function begin(strokes: Strokes, point: Point): Strokes {
  return strokes.length < STROKES_MAX && count(strokes) < POINTS_MAX ? [...strokes, [point]] : strokes;
}

/** The finger moves on. */
export function extend(strokes: Strokes, point: Point): Strokes {
  const last = strokes.at(-1);
  const from = last?.at(-1);
  if (!last || !from || count(strokes) >= POINTS_MAX) return strokes;
  if (Math.hypot(point[0] - from[0], point[1] - from[1]) < STEP_MIN) return strokes;
  return [...strokes.slice(0, -1), [...last, point]];
}

/** More than a dot. */
export function isDrawn(strokes: Strokes): boolean {
  return count(strokes) > 4;
}

/** As it is kept: `x,y` with spaces between, `;` between lines. */
export function written(strokes: Strokes): string {
  return strokes.map((stroke) => stroke.map((point) => point.join(',')).join(' ')).join(';');
}

/** As an SVG path in the box; what is no signature draws nothing. */
export function pathOf(text: string): string {
  if (!/^[\d, ;]+$/.test(text)) return '';
  const line = (stroke: string): string => {
    const points = stroke.split(' ');
    return `M${points.length === 1 ? `${stroke} ${stroke}` : points.join(' ')}`;
  };
  return text.split(';').map(line).join('');
}

function count(strokes: Strokes): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}
