/** The texts of the figures of all, in every language: downloaded with their screen. */
import type { Language } from '../../lib/i18n/languages.ts';
import { en } from './en_part.ts';
import { fr } from './fr_part.ts';

export const TEXTS: Record<Language, typeof fr> = { fr, en };
