/**
 * The texts of what directors do with people, in every language: apart from the catalogues, so that they
 * are downloaded with the screens that show them.
 */
import { directing as en } from './en_directing.ts';
import { directing as fr } from './fr_directing.ts';
import type { Language } from './languages.ts';

export const DIRECTING: Record<Language, typeof fr> = { fr, en };
