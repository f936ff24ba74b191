/** The reader's language, as screens of kinds read it: with the texts of all kinds. */
import { language as spoken } from '../lib/i18n/language.svelte.ts';
import type { Catalogue } from './catalogue.ts';

export const language = spoken as typeof spoken & { readonly t: Catalogue };
