/**
 * What was typed or pasted, without what nobody sees: marks of no width, marks of direction, odd spaces, accents apart
 * from their letters. The model cleans what is stored the same way (`model/src/clean.rs`); here it is asked whether
 * anything is left, and what was meant.
 */

/** Of no width and no meaning, wherever they stand. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/gu;

/** Joiners mean something inside emoji and in scripts that join letters: never beside these. */
const LOOSE_JOINER = /(?<![\u0600-\u{10ffff}])[\u200c\u200d]+|[\u200c\u200d]+(?![\u0600-\u{10ffff}])/gu;

const LINE_BREAK = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;

/** Spaces of a width that only typesetters chose. The two that French puts before `!` and `€` stay in prose. */
const ODD_SPACE = /[\u1680\u2000-\u200a\u205f\u2800\u3000]/g;

/** What shows nothing by itself. */
const NOTHING_SEEN = /^[\s\u0300-\u036f\u200c\u200d\ufe00-\ufe0f]*$/u;

function seen(text: string): string {
  return text.replace(INVISIBLE, '').replace(LOOSE_JOINER, '').normalize('NFC');
}

/** One line: a name, a label, a number, a code. Empty when nothing of it can be seen. */
export function cleanLine(text: string): string {
  const line = seen(text.replace(LINE_BREAK, '\n'))
    .replace(/[\s\u2800]+/g, ' ')
    .trim();
  return NOTHING_SEEN.test(line) ? '' : line;
}

/** Prose: line breaks and what French sets between words stay. Empty when nothing of it can be seen. */
export function cleanProse(text: string): string {
  const prose = seen(text.replace(LINE_BREAK, '\n')).replace(ODD_SPACE, ' ');
  return NOTHING_SEEN.test(prose) ? '' : prose;
}
