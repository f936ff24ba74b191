/** What is told of a browser that opens nothing of what it keeps. */
import type { OpenFailure } from '../client/messages.ts';
import { room } from './room.ts';
import { Blocked } from './storage.ts';

/** Why nothing of what this browser keeps could be opened. */
export async function whyClosed(error: unknown): Promise<OpenFailure> {
  if (isRefused(error)) return 'refused';
  if (error instanceof Blocked) return 'storage';
  return (await room.regain()) === false ? 'full' : 'storage';
}

/** Whether the browser keeps nothing for this site: what it calls that differs, in private windows above all. */
function isRefused(error: unknown): boolean {
  const names = ['SecurityError', 'NotAllowedError', 'NotSupportedError'];
  return !indexedDB || (error instanceof DOMException && names.includes(error.name));
}
