/** The texts of where one was oneself: downloaded with the screens that show them. */
import type { Language } from '../../lib/i18n/languages.ts';

const fr = {
  atEvent: 'Votre présence',
  held: 'Vous animiez',
  signed: 'signé',
  signedOn: (when: string) => `signé le ${when}`,
  notedBy: (who: string) => `noté par ${who}`,
  at: (day: string, time: string) => `${day} à ${time}`,
  none: 'Aucune présence notée pour l’instant.',
  noneHint: 'Les ateliers et formations où l’on a noté votre présence s’affichent ici.',
};
const en: typeof fr = {
  atEvent: 'Your attendance',
  held: 'You held it',
  signed: 'signed',
  signedOn: (when) => `signed on ${when}`,
  notedBy: (who) => `marked by ${who}`,
  at: (day, time) => `${day} at ${time}`,
  none: 'No attendance marked yet.',
  noneHint: 'The workshops and trainings at which you were marked appear here.',
};

export const TEXTS: Record<Language, typeof fr> = { fr, en };
