/** The texts of what is asked of those who were there, in every language: downloaded with it. */
import type { Language } from '../../lib/i18n/languages.ts';

const fr = {
  rate: 'Cet événement vous a-t-il été utile\u00a0?',
  scores: ['Pas du tout', 'Un peu', 'Assez', 'Beaucoup', 'Énormément'],
  words: 'Un mot pour les organisateurs',
};
const en: typeof fr = {
  rate: 'Was this event useful to you?',
  scores: ['Not at all', 'A little', 'Fairly', 'Much', 'Very much'],
  words: 'A word to the organisers',
};

export const TEXTS: Record<Language, typeof fr> = { fr, en };
