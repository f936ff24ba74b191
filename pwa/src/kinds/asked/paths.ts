/** The address of what members ask of the reader, and of one ask in it. */
import { paths } from '../../lib/paths.ts';

export const askedPath = (item?: string): string => paths.more('asked', item);
