/** What axe-core finds on a page, kept to what shuts somebody out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const GRAVE = ['serious', 'critical'];

/**
 * Grave findings, one line each: rule, element, what is wrong.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export async function graveFindings(page) {
  // Evaluated rather than added as a script: the page's content security policy stays as it is.
  await page.evaluate(SOURCE);
  const violations = await page.evaluate(async () => {
    const { axe } = /** @type {any} */ (globalThis);
    const result = await axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return /** @type {import('axe-core').Result[]} */ (result.violations);
  });
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`));
}
