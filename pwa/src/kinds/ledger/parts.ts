/** The screens of ledgers: loaded on demand, the frame of a member for everybody, the rest for those who keep the accounts. */
import type { Component } from 'svelte';

import type { LineStanding, MonthTotals } from '../../client/generated/types.ts';
import { InShell, Part } from '../../lib/parts.svelte.ts';

export const frameScreen = new Part('shared', () => import('./shared.ts').then(({ FramePage }) => FramePage));
/** The last accounts and the deadlines of a member, among what there is of them at a glance. */
export const briefAccounts = new Part('shared', () =>
  import('./shared.ts').then(({ BriefAccounts }) => BriefAccounts),
);
export const accountsScreen = new Part('team', () =>
  import('./team.ts').then(({ AccountsPage }) => AccountsPage),
);
/** Imports from files. */
export const importTab = new Part('accounts', () =>
  import('./accounts.ts').then(({ ImportTab }) => ImportTab),
);
/** The forms of what finance and direction write. */
export const ledgerForms = new Part('team', () => import('./team.ts').then(({ FORMS }) => FORMS));

/** How far an expense or a trip has come, for the lists and forms of activities. */
export const stateChip = new InShell<Component<{ standing: LineStanding }>>();
export const lineNote = new InShell<
  Component<{ year: number; id: string; standing: LineStanding; own: boolean }>
>();
export const submitMonth = new InShell<Component<{ year: number; months: MonthTotals[] }>>();
