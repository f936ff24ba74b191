/** Addresses of assemblies. */
import { NEW, paths } from '../../lib/paths.ts';

export const assembliesPath = (): string => paths.more('assemblies');
export const newAssemblyPath = (): string => paths.more('assemblies', NEW);
export const assemblyPath = (id: string): string => paths.more('assemblies', id);
