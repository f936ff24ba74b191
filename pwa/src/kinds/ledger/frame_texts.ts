/** The texts of a member's frame, in every language: downloaded with the screens that show them. */
import type { Language } from '../../lib/i18n/languages.ts';
import { en } from './en_frame.ts';
import { fr } from './fr_frame.ts';

export const TEXTS: Record<Language, typeof fr> = { fr, en };
