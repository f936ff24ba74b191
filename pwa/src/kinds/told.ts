/** What the documents and parts of all kinds are called where members are told who reads and who writes them. */
import type { ABOUT_MEMBERS } from '../client/generated/types.ts';
import { merged } from '../lib/merged.ts';
import type { Told } from '../registry/kind.ts';

type All = Told<keyof typeof ABOUT_MEMBERS>;

const FILES = import.meta.glob<Partial<All>>('./*/access.ts', { eager: true, import: 'access' });

/** That they are whole, no compiler sees: a test does. */
export const TOLD = merged({}, Object.values(FILES)) as All;
