/** The texts of a member's frame, in every language: downloaded with the screens that show them. */
import type { Language } from '../../lib/i18n/languages.ts';
import { en } from './en_ledger.ts';
import { fr } from './fr_ledger.ts';

export const TEXTS: Record<Language, typeof fr> = { fr, en };
