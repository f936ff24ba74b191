/** Parts of the app that not every phone holds. */

/**
 * The parts that a phone keeps for when there is no network.
 * @param {{ evaluate: (read: () => Promise<string[]>) => Promise<string[]> }} page
 */
export async function keptParts(page) {
  const marks = await page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });
  return marks.filter((path) => path.startsWith('/on-demand/')).map((path) => path.slice('/on-demand/'.length));
}
