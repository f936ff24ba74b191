/** What a date of another year means: an entry stands in the document of its date's year. */

/** The year of a date, where it is not this one. */
export function otherYear(date: string | undefined, year: number): string | undefined {
  const named = date?.slice(0, 4);
  return named && named !== String(year) ? named : undefined;
}
