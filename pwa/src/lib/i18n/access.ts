/**
 * The texts of the page that says who reads and who writes what about the reader, in every language: apart from the
 * catalogues, so that they are downloaded with the page. What each kind's parts are called stands in the kind's folder.
 */
import { access as en } from './en_access.ts';
import { access as fr } from './fr_access.ts';
import type { Language } from './languages.ts';

export const ACCESS: Record<Language, typeof fr> = { fr, en };
