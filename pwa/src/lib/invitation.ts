/** An invitation's code, wherever it stands in what somebody pasted. */
import { cleanLine } from './clean.ts';

/** 128 bits in Crockford's base 32, whose first digit holds three of them. */
const CODE_LENGTH = 26;
const CODE = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const DASHES = /[-\u00ad\u2010-\u2015\u2043\u2212\u30fb_·.]/g;
/** How it is written: a digit and a group, then four groups. */
const WRITTEN = [6, 5, 5, 5, 5];

/** What a person takes for a digit is one. */
function canonical(text: string): string {
  return text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
}

function codeOf(text: string): string | null {
  const code = canonical(text);
  return CODE.test(code) ? code : null;
}

/** Finds the code in a code, a link, or a whole message; `null` when none of it can be one. */
export function findCode(pasted: string): string | null {
  // Marks and dashes of all kinds go first: they are what mail programs and phones put in.
  const line = cleanLine(pasted).replace(DASHES, '-');
  const linked = /[#?&]join=([^&\s<>"']+)/i.exec(line);
  const fromLink = linked && codeOf(decoded(linked[1] ?? '').replace(/[^0-9a-z]/gi, ''));
  if (fromLink) return fromLink;
  const words = line.split(/[^0-9a-z-]+/i).map((word) => word.replaceAll('-', ''));
  for (const word of words) {
    const code = codeOf(word);
    if (code) return code;
  }
  const groups = line.split(/[^0-9a-z]+/i).filter(Boolean);
  return runOf(groups, (lengths) => lengths.join() === WRITTEN.join()) ?? runOf(groups, () => true);
}

/** Neighbouring groups that make up a code. */
function runOf(groups: string[], fits: (lengths: number[]) => boolean): string | null {
  for (let from = 0; from < groups.length; from++) {
    let text = '';
    for (let to = from; to < groups.length && text.length < CODE_LENGTH; to++) {
      text += groups[to];
      const lengths = groups.slice(from, to + 1).map((group) => group.length);
      const code = text.length === CODE_LENGTH && fits(lengths) ? codeOf(text) : null;
      if (code) return code;
    }
  }
  return null;
}

/** The code as people type it, to be shown and copied. */
export function writtenCode(code: string): string {
  return [code.slice(0, 6), ...(code.slice(6).match(/.{5}/g) ?? [])].join('-');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
