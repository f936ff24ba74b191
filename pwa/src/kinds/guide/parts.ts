/** The screens of the guide: a part of their own, for everybody reads it and nobody does so every day. */
import { Part } from '../../lib/parts.svelte.ts';

export const guidePage = new Part('shared', () =>
  import('./shared.ts').then(({ GuideScreen }) => GuideScreen),
);
/** The sheet of a sector, among what there is of a member at a glance. */
export const sectorBrief = new Part('shared', () =>
  import('./shared.ts').then(({ SectorBrief }) => SectorBrief),
);
export const guideForms = new Part('shared', () => import('./shared.ts').then(({ forms }) => forms));
