/** The texts of what only the team does with the directory, in every language: downloaded with what shows them. */
import type { Language } from '../../lib/i18n/languages.ts';
import { en } from './en_team.ts';
import { fr } from './fr_team.ts';

export const TEXTS: Record<Language, typeof fr> = { fr, en };
