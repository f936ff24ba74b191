/** The pages that the app's sources declare: what a walk through every screen must not miss. */
import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';

const SOURCES = new URL('../../../pwa/src/', import.meta.url);

/**
 * The words that come after `more` or stand first in addresses, as each kind's `index.ts` and the app's own list declare
 * them.
 * @returns {{ pages: string[], areas: string[] }}
 */
export function declaredPages() {
  /** @type {{ pages: string[], areas: string[] }} */
  const found = { pages: [], areas: [] };
  const folders = readdirSync(new URL('kinds/', SOURCES), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    walk(sourceOf(`kinds/${name}/index.ts`), (node) => {
      if (!ts.isPropertyAssignment(node) || !ts.isObjectLiteralExpression(node.initializer)) return;
      const into = { pages: found.pages, routes: found.areas }[node.name.getText()];
      into?.push(...node.initializer.properties.map((property) => property.name?.getText() ?? ''));
    });
  }
  walk(sourceOf('lib/paths.ts'), (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== 'MORE_PAGES') return;
    walk(node, (word) => void (ts.isStringLiteral(word) && found.pages.push(word.text)));
  });
  return found;
}

/** @param {string} path */
function sourceOf(path) {
  return ts.createSourceFile(path, readFileSync(new URL(path, SOURCES), 'utf8'), ts.ScriptTarget.Latest, true);
}

/**
 * @param {ts.Node} node
 * @param {(node: ts.Node) => void} visit
 */
function walk(node, visit) {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}
