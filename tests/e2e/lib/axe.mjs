/** What axe-core finds on a page, kept to what shuts somebody out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const GRAVE = ['serious', 'critical'];

/** Every rule that has weight here. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that look at colours: what the others find is the same, light and dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Grave findings, one line each: rule, element, what is wrong.
 * @param {import('playwright-core').Page} page
 * @param {{ colours?: boolean }} [only] `colours`: for a page that was looked at in its other colours.
 * @returns {Promise<string[]>}
 */
export async function graveFindings(page, { colours = false } = {}) {
  // Evaluated rather than added as a script: the page's content security policy stays as it is.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SOURCE);
  const runOnly = colours ? { type: 'rule', values: COLOUR_RULES } : { type: 'tag', values: RULES };
  const violations = await page.evaluate(async (runOnly) => {
    const { axe } = /** @type {any} */ (globalThis);
    const result = await axe.run(document, { resultTypes: ['violations'], runOnly });
    return /** @type {import('axe-core').Result[]} */ (result.violations);
  }, runOnly);
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`));
}
