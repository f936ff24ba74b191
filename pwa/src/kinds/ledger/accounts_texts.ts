/** The texts of imports, in every language: downloaded with the page that shows them. */
import type { Language } from '../../lib/i18n/languages.ts';
import { en } from './import/en_accounts.ts';
import { fr } from './import/fr_accounts.ts';

export const TEXTS: Record<Language, typeof fr> = { fr, en };
