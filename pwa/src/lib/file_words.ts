/** How far a file has come, in words. Pure. */
import type { ErrorCode } from '../client/generated/types.ts';
import type { Formats } from './format.ts';
import type { Catalogue } from './i18n/catalogue.ts';

/** What is known of it here (`client/files.ts`). */
interface Known {
  bytes: number;
  way:
    | { is: 'kept' | 'received' }
    | { is: 'waiting'; received: number }
    | { is: 'refused'; code: ErrorCode | 'unreachable' };
}

export function fileWords(t: Catalogue, f: Formats, { bytes, way }: Known): string {
  switch (way.is) {
    case 'kept':
      return t.files.kept;
    case 'received':
      return t.files.received;
    case 'waiting':
      return way.received > 0 ? t.files.sending(f.share(way.received, bytes)) : t.files.waiting;
    case 'refused':
      return t.files.refused(reasonOf(t, way.code));
  }
}

/** Why the relay did not take it. */
export function reasonOf(t: Catalogue, code: ErrorCode | 'unreachable'): string {
  return code === 'unreachable' ? t.sync.line.unreachable : (t.errors[code] ?? t.errors.unknown_reason);
}
