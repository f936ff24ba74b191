/** Identifiers of new entries: sortable, made on the phone, printed as the model reads them. */

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARS = 10;
const RANDOM_CHARS = 16;

/** Prints an identifier from a time and sixteen random bytes, of which five bits each are used. */
export function ulidFrom(unixMs: number, random: Uint8Array): string {
  let time = '';
  for (let rest = unixMs, at = 0; at < TIME_CHARS; at++) {
    time = CROCKFORD.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const tail = [...random.subarray(0, RANDOM_CHARS)].map((byte) => CROCKFORD.charAt(byte & 31)).join('');
  return time + tail;
}

/** A new identifier. */
export function newUlid(): string {
  return ulidFrom(Date.now(), crypto.getRandomValues(new Uint8Array(RANDOM_CHARS)));
}

/** Whether a text is an identifier, which says nothing to anybody. */
export const isId = (text: string): boolean => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text);

/** Whose documents are that nobody has for themselves: the cooperative's. */
export const SHARED = '0'.repeat(26);
/** Whose the documents of the whole cooperative are. */
export const OF_ALL = '0'.repeat(26);
