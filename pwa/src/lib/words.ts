/** A typed list into its words: `cuisine,  traiteur , cuisine` gives two. */
export function words(text: string): string[] {
  return [...new Set(text.split(',').map((word) => word.trim()))].filter((word) => word !== '');
}
