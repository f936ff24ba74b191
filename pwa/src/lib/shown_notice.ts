/**
 * What a message shows that reached the browser while the app was closed: the JSON of declarative Web Push, for browsers
 * that do not show it by themselves. Whatever else comes is shown as a message of no content, for browsers demand that
 * something is shown.
 */

export interface ShownNotice {
  title: string;
  /** `data` is where it leads: an address of this origin. */
  options: { body: string; lang: string; tag: string; icon: string; data: string };
}

/** Larger than any push may be. */
const TEXT_CHARS_MAX = 4096;
/** More than a phone shows. */
const TITLE_CHARS_MAX = 60;
const BODY_CHARS_MAX = 240;
const TAG_CHARS_MAX = 40;
/** As a language is written. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/;

/** The cooperatives are French: so is what is said without knowing of what. */
const GENERIC = { title: 'Besace', lang: 'fr', tag: 'besace', body: 'Du nouveau vous attend.' };
const ICON = '/icons/besace-192.png';

/** Never throws, whatever the text. */
export function shownNotice(text: string, origin: string): ShownNotice {
  const said = notificationIn(text);
  const word = (key: string, max: number): string => {
    const value = said?.[key];
    return typeof value === 'string' ? [...value.slice(0, 2 * max)].slice(0, max).join('').trim() : '';
  };
  const body = word('body', BODY_CHARS_MAX);
  const known =
    body === '' ? GENERIC : { body, tag: word('tag', TAG_CHARS_MAX), lang: word('lang', TAG_CHARS_MAX) };
  const lang = LANGUAGE.test(known.lang) ? known.lang : GENERIC.lang;
  const options = { body: known.body, tag: known.tag || GENERIC.tag, lang, icon: ICON };
  const title = word('title', TITLE_CHARS_MAX) || GENERIC.title;
  return { title, options: { ...options, data: ownAddress(said?.['navigate'], origin) } };
}

/** The app's own page that an address names; its first for any other. */
function ownAddress(address: unknown, origin: string): string {
  const first = `${origin}/`;
  if (typeof address !== 'string' || !URL.canParse(address, first)) return first;
  const url = new URL(address, first);
  return url.origin === origin ? url.href : first;
}

function notificationIn(text: string): Record<string, unknown> | null {
  if (text.length > TEXT_CHARS_MAX) return null;
  try {
    const { web_push: version, notification } = JSON.parse(text) as Record<string, unknown>;
    const isOne = version === 8030 && typeof notification === 'object';
    return isOne ? (notification as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}
