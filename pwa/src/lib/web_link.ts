/** Addresses that people typed: only those of the web become links. */

/** What a link leads to; `null` for what is no address of the web. */
export function webLink(typed: string): string | null {
  try {
    const { protocol, href } = new URL(typed.trim());
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}
