/**
 * Whoever goes by keyboard keeps their place: when what has the focus leaves the page (a button that is no longer to be
 * pressed, the row of something done), what is nearest to it gets the focus, not the page as a whole.
 */

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary';

/** An element, and the place of the one below it on the way to what had the focus. */
interface Step {
  element: Element;
  index: number;
}

/** From the nearest on, every element in which this one lies. */
function around(element: Element): Step[] {
  const steps: Step[] = [];
  for (let inner = element; inner.parentElement; inner = inner.parentElement) {
    steps.push({ element: inner.parentElement, index: [...inner.parentElement.children].indexOf(inner) });
  }
  return steps;
}

/** What may have the focus in an element, or is it itself. */
function firstIn(element: Element | undefined): HTMLElement | null {
  if (!element) return null;
  const found = element.matches(FOCUSABLE) ? element : element.querySelector(FOCUSABLE);
  return found instanceof HTMLElement && found.checkVisibility() ? found : null;
}

/** What is nearest to what was there: what came in its place, what was before it, else farther out. */
function nearest(steps: readonly Step[]): HTMLElement | null {
  for (const { element, index } of steps) {
    if (!element.isConnected) continue;
    const { children } = element;
    const found = firstIn(children[index]) ?? firstIn(children[index - 1]);
    if (found) return found;
    if (element.matches('main, dialog')) return firstIn(element);
  }
  return null;
}

/** Follows the focus from now on. */
export function keepFocus(): void {
  let held: { element: Element; steps: Step[] } | null = null;
  document.addEventListener('focusin', ({ target }) => {
    // A finger leaves no place to go on from.
    const isByKeyboard = target instanceof Element && target.matches(':focus-visible');
    held = isByKeyboard ? { element: target, steps: around(target) } : null;
  });
  new MutationObserver(() => {
    if (!held || held.element.isConnected || document.activeElement !== document.body) return;
    const { steps } = held;
    held = null;
    nearest(steps)?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}
