/** Draws the PNG icons from `public/icons/besace.svg`. Run by hand when the drawing changes. */
import { readFile } from 'node:fs/promises';

import { launch } from './browser.mjs';

const folder = new URL('../public/icons/', import.meta.url);
const svg = await readFile(new URL('besace.svg', folder), 'utf8');
/** Phones cut their own shape out of these: the ground must reach the edges, the bag stay in the middle. */
const square = svg.replace(' rx="14"', '');
const maskable = square.replace('scale(0.74)', 'scale(0.58)');

const ICONS = [
  ['besace-192.png', 192, svg],
  ['besace-512.png', 512, svg],
  ['besace-maskable-512.png', 512, maskable],
  ['apple-touch-180.png', 180, square],
];

const browser = await launch();
const page = await browser.newPage();
for (const [name, size, drawing] of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
  await page.screenshot({ path: new URL(name, folder).pathname, omitBackground: true });
}
await browser.close();
