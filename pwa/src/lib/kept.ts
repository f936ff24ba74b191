/** The browser's own small storage, which a person or a browser may have shut: then it is empty and keeps nothing. */

/** What is kept under a key. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text; false when it could not be. */
export function keep(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the browser lets this site keep anything at all: blocked site data throw as soon as they are named. */
export function mayKeep(): boolean {
  try {
    return !!localStorage && !!indexedDB && !!navigator.locks;
  } catch {
    return false;
  }
}
