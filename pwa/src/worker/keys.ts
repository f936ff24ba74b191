/**
 * Who may act from this browser: profiles, and the device key of each.
 *
 * A device key is an Ed25519 pair whose private half WebCrypto never gives out: a script can sign with
 * it while it runs here, but nobody can take it away. It is the only long-lived credential.
 */
import type { Profile } from '../client/messages.ts';
import { answer, done, open } from './database.ts';

const DATABASE = 'besace';
const VERSION = 1;
const ALGORITHM = 'Ed25519';

/** What each store holds, by a text. */
interface Stores {
  profiles: Profile;
  keys: CryptoKeyPair;
  meta: string;
}
const STORES: readonly (keyof Stores)[] = ['profiles', 'keys', 'meta'];

/** The browser cannot make the keys that Besace needs (before Chrome 137, Safari 17, Firefox 130). */
export class KeysUnsupported extends Error {
  override readonly name = 'KeysUnsupported';
}

export class Keys {
  #db: Promise<IDBDatabase> | undefined;

  /** The profile to open at start. */
  async current(): Promise<Profile | undefined> {
    const id = await this.#get('meta', 'current');
    return id === undefined ? undefined : this.#get('profiles', id);
  }

  /** Keeps a profile with its key and makes it the current one, all in one transaction. */
  async keep(profile: Profile, pair: CryptoKeyPair): Promise<void> {
    await this.#write((store) => {
      store('profiles').put(profile, profile.id);
      store('keys').put(pair, profile.id);
      store('meta').put(profile.id, 'current');
    });
  }

  pairOf(profileId: string): Promise<CryptoKeyPair | undefined> {
    return this.#get('keys', profileId);
  }

  /** Forgets a profile and destroys its key. */
  async forget(profileId: string): Promise<void> {
    await this.#write((store) => {
      store('profiles').delete(profileId);
      store('keys').delete(profileId);
      store('meta').delete('current');
    });
  }

  async #get<S extends keyof Stores>(store: S, key: string): Promise<Stores[S] | undefined> {
    const db = await this.#open();
    return answer<Stores[S] | undefined>(db.transaction(store).objectStore(store).get(key));
  }

  /** Writes all or nothing, to the disk: a request that fails aborts the transaction. */
  async #write(change: (store: (name: keyof Stores) => IDBObjectStore) => void): Promise<void> {
    const db = await this.#open();
    const tx = db.transaction(STORES, 'readwrite', { durability: 'strict' });
    const end = done(tx);
    change((name) => tx.objectStore(name));
    await end;
  }

  #open(): Promise<IDBDatabase> {
    this.#db ??= open(DATABASE, VERSION, STORES, () => {
      this.#db = undefined;
    });
    return this.#db;
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
