/** The texts of what members ask of the reader, in every language: downloaded with the screen that shows them. */
import type { Language } from '../../lib/i18n/languages.ts';
import { en } from './en_part.ts';
import { fr } from './fr_part.ts';

export const TEXTS: Record<Language, typeof fr> = { fr, en };
