/**
 * The texts of what only those do who accompany, organise or direct, in every language: apart from the
 * catalogues, so that they are downloaded with the screens that show them.
 */
import { team as en } from './en_team.ts';
import { team as fr } from './fr_team.ts';
import type { Language } from './languages.ts';

export const TEAM: Record<Language, typeof fr> = { fr, en };
