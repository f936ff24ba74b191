/** Whether a screen fits the phone that it is on: every width, and every size of text that a person may choose. */

/** The narrowest phones, in CSS pixels: a folding phone's outer screen, the first iPhone SE, most others. */
export const WIDTHS = [260, 320, 390];
/** The browser's own setting, in percent of its usual 16 px. */
export const TEXT_SIZES = [100, 130, 200];
export const HEIGHT = 844;

/**
 * Shows the page on a screen that wide, with text that large.
 * @param {import('playwright-core').Page} page
 * @param {number} width
 * @param {number} text
 */
export async function resize(page, width, text, height = HEIGHT) {
  await page.setViewportSize({ width, height });
  await page.evaluate(async (text) => {
    document.documentElement.style.fontSize = `${text}%`;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }, text);
}

/**
 * What does not fit, in words; nothing when all is well.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export function misfits(page) {
  return page.evaluate(() => {
    const [width, height] = [Math.min(innerWidth, screen.width), innerHeight];
    /** @type {string[]} */
    const found = [];
    /** @param {Element} element */
    const shown = (element) => `${element.outerHTML.slice(0, 90)}…`;
    /** @param {Element} element */
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth;
    // A table of figures may be moved by itself (WCAG 2.2, 1.4.10), where the keyboard reaches it.
    /** @param {Element | null} element @returns {boolean} */
    const isAside = (element) =>
      element !== null && (element.matches('nav.tabs, .visually-hidden, .skip, .scroll[role="region"]') || isAside(element.parentElement));

    const root = document.documentElement;
    if (root.scrollWidth > width) found.push(`the page is ${root.scrollWidth} px wide of ${width}`);
    for (const element of document.querySelectorAll('body *')) {
      if (isAside(element) || element.closest('nav') || !element.checkVisibility({ visibilityProperty: true })) continue;
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      if (box.right > width + 1 || box.left < -1) found.push(`beyond the edge: ${shown(element)}`);
      if (scrolls(element)) found.push(`scrolls sideways: ${shown(element)}`);
      const style = getComputedStyle(element);
      const isCut =
        /hidden|clip/.test(style.overflowX) &&
        style.webkitLineClamp === 'none' &&
        !element.matches('body, input, select, .word') &&
        element.scrollWidth > element.clientWidth + 1;
      if (isCut) found.push(`cut: ${shown(element)}`);
      if (element.matches('input:not([type=checkbox], [type=radio]), select, textarea') && parseFloat(style.fontSize) < 16)
        found.push(`an iPhone zooms into it: ${shown(element)}`);
    }

    const bar = [...document.querySelectorAll('body > #app > nav a, body > #app > nav button, nav a.place, nav button.capture')];
    const boxes = [...new Set(bar)].filter((element) => element.checkVisibility()).map((element) => ({ element, box: element.getBoundingClientRect() }));
    for (const { element, box } of boxes) {
      if (box.left < -0.5 || box.right > width + 0.5 || box.bottom > height + 0.5 || box.top < 0 || box.width < 24)
        found.push(`out of reach: ${shown(element)}`);
      const word = element.querySelector('.word:not(.visually-hidden)')?.getBoundingClientRect();
      if (word && word.width > 2 && (word.left < box.left - 2 || word.right > box.right + 2)) found.push(`a word too long: ${shown(element)}`);
      if (boxes.some((other) => other.element !== element && Math.min(other.box.right, box.right) - Math.max(other.box.left, box.left) > 1))
        found.push(`on its neighbour: ${shown(element)}`);
    }
    return [...new Set(found)];
  });
}
