/** The texts of consultations, in every language: downloaded with the screens that show them. */
import type { Language } from '../../lib/i18n/languages.ts';
import { en } from './en_governance.ts';
import { fr } from './fr_governance.ts';

export const TEXTS: Record<Language, typeof fr> = { fr, en };
