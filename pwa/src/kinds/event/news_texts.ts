/** The texts of what is asked of those who were there, and of what is given for a calendar: downloaded with it. */
import type { Language } from '../../lib/i18n/languages.ts';
import { en as sEn, fr as s } from '../../lib/i18n/plural.ts';

const fr = {
  rate: 'Cet événement vous a-t-il été utile\u00a0?',
  scores: ['Pas du tout', 'Un peu', 'Assez', 'Beaucoup', 'Énormément'],
  words: 'Un mot pour les organisateurs',
  calendar: 'Mon agenda (.ics)',
  oneCalendar: 'Dans mon agenda (.ics)',
  calendarFile: 'agenda',
  inCalendar: (n: number) =>
    n === 0
      ? 'Rien à mettre dans votre agenda pour l’instant.'
      : `${s(n, 'rendez-vous', 'rendez-vous')}\u00a0: ouvrez le fichier avec votre agenda.`,
};
const en: typeof fr = {
  rate: 'Was this event useful to you?',
  scores: ['Not at all', 'A little', 'Fairly', 'Much', 'Very much'],
  words: 'A word to the organisers',
  calendar: 'My calendar (.ics)',
  oneCalendar: 'To my calendar (.ics)',
  calendarFile: 'calendar',
  inCalendar: (n) =>
    n === 0
      ? 'Nothing for your calendar yet.'
      : `${sEn(n, 'appointment', 'appointments')}: open the file with your calendar.`,
};

export const TEXTS: Record<Language, typeof fr> = { fr, en };
