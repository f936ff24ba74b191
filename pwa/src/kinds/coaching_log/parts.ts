/** The screens of coaching logs that are not in the app itself, and the places of those that are. */
import type { Component } from 'svelte';

import type { AskTopic, RefusedItem, SessionRow, WaitingItem } from '../../client/generated/types.ts';
import { InShell, Part } from '../../lib/parts.svelte.ts';
import type { CoachingRoute } from './paths.ts';

export const coachingScreen = new InShell<Component<{ route: CoachingRoute }>>();
export const signedForMe = new InShell<Component<{ item: WaitingItem }>>();
export const nextSession = new InShell<Component<{ row: SessionRow }>>();
/** A new ask, which another screen may begin. */
export const askForm = new InShell<
  Component<{ onclose: () => void; blank?: { text?: string; topic?: AskTopic } }>
>();
export const amendRefused = new InShell<Component<{ item: RefusedItem }>>();

/** The people whom a coach accompanies. */
export const portfolioScreen = new Part('team', () =>
  import('./team.ts').then(({ PortfolioScreen }) => PortfolioScreen),
);
/** One member on one sheet. */
export const briefPage = new Part('team', () => import('./team.ts').then(({ BriefPage }) => BriefPage));
/** What a coach may go through in a session. */
export const questions = new Part('team', () => import('./team.ts').then(({ questionsOf }) => questionsOf));
/** The answer to an ask. */
export const answerForm = new Part('team', () => import('./team.ts').then(({ AnswerForm }) => AnswerForm));

/** One question after a session. */
export const rateForm = new Part('shared', () => import('./shared.ts').then(({ RateForm }) => RateForm));
/** A report as a file, and what its sheet of paper ends with. */
export const leavingPaper = new Part('shared', () =>
  import('./shared.ts').then(({ LeavingPaper }) => LeavingPaper),
);
/** What draws the file. */
export const reportPdf = new Part('pdf', () => import('./pdf.ts').then(({ reportPdf }) => reportPdf));
