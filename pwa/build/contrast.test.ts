/** Holds the colours of `src/styles/tokens.css` to WCAG AA. */
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

const AA = 4.5;
const css = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function colour(theme: string, name: string): number[] {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(theme)?.[1];
  if (!hex) throw new Error(`no colour ${name}`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

function luminance(channels: number[]): number {
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme: string, ink: string, paper: string): number {
  const [a, b] = [luminance(colour(theme, ink)), luminance(colour(theme, paper))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const PAPERS = ['paper', 'sheet', 'sunk'];
const PAIRS: [string, string][] = [
  ...['ink', 'ink-soft', 'green', 'red', 'ochre'].flatMap((ink) =>
    PAPERS.map((paper): [string, string] => [ink, paper]),
  ),
  ['green-ink', 'green'],
  ['green', 'green-wash'],
  ['ochre', 'ochre-wash'],
  ['red', 'red-wash'],
  ['ink', 'ochre-wash'],
  ['ink', 'red-wash'],
  ['ink', 'green-wash'],
];

test.each(PAIRS)('%s on %s is readable in light', (ink, paper) =>
  expect(contrast(light, ink, paper)).toBeGreaterThanOrEqual(AA),
);

test.each(PAIRS)('%s on %s is readable in dark', (ink, paper) =>
  expect(contrast(dark, ink, paper)).toBeGreaterThanOrEqual(AA),
);
