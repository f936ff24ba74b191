/** Being told while the app is closed, as page, worker and relay speak of it. */
import type { Language } from '../lib/i18n/languages.ts';
import type { PushWish } from '../lib/push_wish.ts';

/** A weekly mail. Nothing is sent to an address before its owner confirmed it. */
export interface MailWish {
  address: string;
  confirmed: boolean;
  lang: Language;
}

/** What the relay knows: of this device, and of its member. */
export interface Notices {
  /** `key` is what the relay signs pushes with. */
  push: { key: string; wish: PushWish | null };
  /** `null`: the relay sends no mail. */
  mail: { wish: MailWish | null } | null;
}

/** How this browser is reached: its push service's address, and the keys by which only it can read. */
export interface PushAddress {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** Asks what stands, or says what is wanted of a way to be told; `null`: nothing any more. */
export type NoticesRequest =
  | { channel: null }
  | { channel: 'push'; wish: (PushWish & PushAddress) | null }
  | { channel: 'mail'; wish: Pick<MailWish, 'address' | 'lang'> | null };
