/** The texts for those who hold an event and mark who is there: downloaded with the screens that show them. */
import type { Language } from '../../lib/i18n/languages.ts';
import { en } from './en_team.ts';
import { fr } from './fr_team.ts';

export const TEXTS: Record<Language, typeof fr> = { fr, en };
