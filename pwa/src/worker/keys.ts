/**
 * Who may act from this browser: profiles, and the device key of each.
 *
 * A device key is an Ed25519 pair whose private half WebCrypto never gives out: a script can sign with
 * it while it runs here, but nobody can take it away. It is the only long-lived credential.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import type { Profile } from '../client/messages.ts';

const DATABASE = 'besace';
const VERSION = 1;
const ALGORITHM = 'Ed25519';

interface KeysSchema extends DBSchema {
  profiles: { key: string; value: Profile };
  keys: { key: string; value: CryptoKeyPair };
  meta: { key: string; value: string };
}

/** The browser cannot make the keys that Besace needs (before Chrome 137, Safari 17, Firefox 130). */
export class KeysUnsupported extends Error {
  override readonly name = 'KeysUnsupported';
}

export class Keys {
  #db: Promise<IDBPDatabase<KeysSchema>> | undefined;

  /** The profile to open at start. */
  async current(): Promise<Profile | undefined> {
    const db = await this.#open();
    const id = await db.get('meta', 'current');
    return id === undefined ? undefined : db.get('profiles', id);
  }

  /** Keeps a profile with its key and makes it the current one, all in one transaction. */
  async keep(profile: Profile, pair: CryptoKeyPair): Promise<void> {
    const db = await this.#open();
    const tx = db.transaction(['profiles', 'keys', 'meta'], 'readwrite', { durability: 'strict' });
    await Promise.all([
      tx.objectStore('profiles').put(profile, profile.id),
      tx.objectStore('keys').put(pair, profile.id),
      tx.objectStore('meta').put(profile.id, 'current'),
      tx.done,
    ]);
  }

  async pairOf(profileId: string): Promise<CryptoKeyPair | undefined> {
    return (await this.#open()).get('keys', profileId);
  }

  /** Forgets a profile and destroys its key. */
  async forget(profileId: string): Promise<void> {
    const db = await this.#open();
    const tx = db.transaction(['profiles', 'keys', 'meta'], 'readwrite', { durability: 'strict' });
    await Promise.all([
      tx.objectStore('profiles').delete(profileId),
      tx.objectStore('keys').delete(profileId),
      tx.objectStore('meta').delete('current'),
      tx.done,
    ]);
  }

  #open(): Promise<IDBPDatabase<KeysSchema>> {
    if (this.#db) return this.#db;
    const opening = openDB<KeysSchema>(DATABASE, VERSION, {
      upgrade(db) {
        db.createObjectStore('profiles');
        db.createObjectStore('keys');
        db.createObjectStore('meta');
      },
      terminated: () => {
        this.#db = undefined;
      },
    });
    this.#db = opening;
    // What could not be opened is tried anew the next time.
    opening.catch(() => (this.#db = undefined));
    return opening;
  }
}

/** Makes a device key that cannot be exported. */
export async function makePair(): Promise<CryptoKeyPair> {
  try {
    return (await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])) as CryptoKeyPair;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') throw new KeysUnsupported();
    throw error;
  }
}

/** The 32 bytes by which the relay knows a device. */
export async function publicKeyOf(pair: CryptoKeyPair): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
}

export async function sign(pair: CryptoKeyPair, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM, pair.privateKey, bytes.slice()));
}
