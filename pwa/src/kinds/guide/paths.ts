/** Addresses of the guide: its parts, and an entry of one. */
import { NEW, oneOf, paths } from '../../lib/paths.ts';

export const GUIDE_TABS = ['pages', 'welcome', 'sectors', 'people'] as const;
export type GuideTab = (typeof GUIDE_TABS)[number];

export interface GuideRoute {
  tab: GuideTab;
  /** An entry, or a new one. */
  item: string | null;
  /** The opportunity that taught a new page; `null` for none. */
  opportunity: string | null;
}

export function guidePath(tab?: GuideTab, item?: string): string {
  return paths.more('guide', tab && [tab, item].filter(Boolean).join('.'));
}

/** A new page, made of what was tried. */
export const taughtPagePath = (opportunity: string): string => guidePath('pages', `${NEW}.${opportunity}`);

export function readGuide(item: string | null): GuideRoute {
  const [tab, entry, opportunity] = item?.split('.') ?? [];
  return {
    tab: oneOf(GUIDE_TABS, tab) ?? 'pages',
    item: entry ?? null,
    opportunity: opportunity ?? null,
  };
}
