/** Value added tax, to the cent. */

/** The rates there are in France, in basis points, the most common first. */
export const RATES_BP = [2000, 1000, 550, 210, 0] as const;

export interface Split {
  netCents: number;
  vatCents: number;
}

/** What an amount with tax is made of at a rate. The net amount is rounded to the cent, the tax is the rest. */
export function split(grossCents: number, rateBp: number): Split {
  const exact = (Math.abs(grossCents) * 10_000) / (10_000 + rateBp);
  const netCents = Math.sign(grossCents) * Math.round(exact);
  return { netCents: netCents || 0, vatCents: grossCents - netCents || 0 };
}

/** Whether these amounts may come from this rate: rounding either of them to the cent is no other rate. */
export function fitsRate({ netCents, vatCents }: Split, rateBp: number): boolean {
  return Math.abs(vatCents - split(netCents + vatCents, rateBp).vatCents) <= 1;
}
