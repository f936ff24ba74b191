/** Addresses of opportunities, of what is done about them, and of what everybody has to do. */
import { NEW, paths } from '../../lib/paths.ts';

export interface OpportunityRoute {
  /** `null` for the list. */
  id: string | null;
  /** An action of it. */
  action: string | null;
}

export const opportunitiesPath = (): string => paths.more('opportunities');
export const newOpportunityPath = (): string => paths.more('opportunities', NEW);
export const opportunityPath = (id: string, action?: string): string =>
  paths.more('opportunities', action === undefined ? id : `${id}.${action}`);
export const actionsPath = (): string => paths.more('actions');

/** Reads what an address names. */
export function readOpportunities(item: string | null): OpportunityRoute {
  const [id, action] = item?.split('.') ?? [];
  return { id: id && id !== NEW ? id : null, action: action ?? null };
}
