/** Addresses of the guide: its parts, and an entry of one. */
import { oneOf, paths } from '../../lib/paths.ts';

export const GUIDE_TABS = ['pages', 'welcome', 'sectors', 'people'] as const;
export type GuideTab = (typeof GUIDE_TABS)[number];

export interface GuideRoute {
  tab: GuideTab;
  /** An entry, or a new one. */
  item: string | null;
}

export function guidePath(tab?: GuideTab, item?: string): string {
  return paths.more('guide', tab && [tab, item].filter(Boolean).join('.'));
}

export function readGuide(item: string | null): GuideRoute {
  const [tab, entry] = item?.split('.') ?? [];
  return { tab: oneOf(GUIDE_TABS, tab) ?? 'pages', item: entry ?? null };
}
