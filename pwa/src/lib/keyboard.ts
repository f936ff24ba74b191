/** A keyboard that lies over the page instead of making it smaller, as on iPhones. */

/** What a browser says of its window, in CSS pixels. */
export interface Looked {
  /** Height of the page's window, which such a keyboard leaves as it is. */
  inner: number;
  /** Height, place and magnification of what is seen of it. */
  height: number;
  top: number;
  scale: number;
}

/** How much of the window's foot the keyboard hides. Nothing while somebody magnifies: less is seen then, too. */
export function hiddenPx({ inner, height, top, scale }: Looked): number {
  const isMagnified = Math.abs(scale - 1) > 0.01;
  return isMagnified ? 0 : Math.max(0, Math.round(inner - height - top));
}

/** Says it to the styles, as `--keyboard`, for as long as the page lives. */
export function followKeyboard(): void {
  const seen = window.visualViewport;
  if (!seen) return;
  const say = (): void => {
    const { height, offsetTop: top, scale } = seen;
    const hidden = hiddenPx({ inner: window.innerHeight, height, top, scale });
    document.documentElement.style.setProperty('--keyboard', `${hidden}px`);
  };
  seen.addEventListener('resize', say);
  seen.addEventListener('scroll', say);
}
