/** What only those need who accompany: a part that is loaded on demand. */
export { default as AnswerForm } from './AnswerForm.svelte';
export { default as BriefPage } from './BriefPage.svelte';
export { default as PortfolioScreen } from './PortfolioScreen.svelte';
export { questionsOf } from './questions.ts';
