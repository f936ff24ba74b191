/**
 * Room on the phone's disk: a reserve that is given up first, and what the database must know of a disk that
 * was full.
 *
 * Chromium's LevelDB keeps its log through a restart. A write that found no room leaves half a record at the
 * end of it; what is written behind that after the next opening makes the log unreadable at the opening after,
 * and Chromium then deletes every database of the origin. So a database that met a full disk is *torn*: it is
 * read, but not written to before its log was replaced (`Storage`). That takes room, which the reserve keeps.
 *
 * All of it is one file of the origin's private file system, written in place: that needs no room.
 * Its first byte says whether the database is torn, the rest is the reserve. Where a browser has no such
 * files, nothing is known and nothing is kept.
 */

import { type OpenFile, withFile } from './files.ts';

/** More than LevelDB gathers (4 MiB at most) before it starts another log, and what stays of the old one. */
const RESERVE_BYTES = 6 * 1024 * 1024;
/** Opening takes less. */
const LENT_BYTES = 1024 * 1024;
/** Written at a time. Random: a file system that compresses keeps its room too. */
const CHUNK_BYTES = 65_536;
const FILE = 'besace-room';
const TORN = 1;

export class Room {
  /** Whether the database may not be written to before its log was replaced. */
  async torn(): Promise<boolean> {
    const first = await withFile(FILE, (file) => {
      const byte = new Uint8Array(1);
      return file.read(byte, { at: 0 }) === 1 && byte[0] === TORN;
    });
    return first ?? false;
  }

  async markTorn(torn: boolean): Promise<void> {
    await withFile(FILE, (file) => {
      file.write(new Uint8Array([torn ? TORN : 0]), { at: 0 });
      file.flush();
    });
  }

  /**
   * Gives the reserve up for the database to be opened with, which takes room itself: what is cut short then is as
   * bad as a torn log. False when there is too little of it: nothing is to be opened.
   */
  async lend(): Promise<boolean> {
    const lent = await withFile(FILE, (file) => {
      if (file.getSize() < LENT_BYTES) return false;
      file.truncate(1);
      file.flush();
      return true;
    });
    return lent ?? true;
  }

  /** Gives the reserve up. */
  async give(): Promise<void> {
    await withFile(FILE, (file) => {
      if (file.getSize() > 1) file.truncate(1);
      file.flush();
    });
  }

  /**
   * Whether the reserve is whole and as much again is free; makes the reserve whole if it can. `undefined` where
   * that cannot be known.
   */
  async regain(): Promise<boolean | undefined> {
    return withFile(FILE, (file) => {
      const whole = 1 + RESERVE_BYTES;
      if (file.getSize() === 0) file.write(new Uint8Array(1), { at: 0 });
      const isFree = extend(file, whole + RESERVE_BYTES);
      if (file.getSize() > whole) file.truncate(whole);
      file.flush();
      return isFree;
    });
  }

  /** A quick look: the reserve is whole and the disk takes so much more. True where nothing is known. */
  async isRoomy(bytes = CHUNK_BYTES): Promise<boolean> {
    const roomy = await withFile(FILE, (file) => {
      const whole = 1 + RESERVE_BYTES;
      if (file.getSize() < whole) return undefined;
      const isFree = extend(file, whole + bytes);
      file.truncate(whole);
      return isFree;
    });
    return roomy ?? (await this.regain()) ?? true;
  }
}

/** Makes the file so long; false where the disk does not take it. */
function extend(file: OpenFile, length: number): boolean {
  const chunk = crypto.getRandomValues(new Uint8Array(CHUNK_BYTES));
  try {
    for (let at = file.getSize(); at < length;) {
      const part = chunk.subarray(0, Math.min(CHUNK_BYTES, length - at));
      const written = file.write(part, { at });
      if (written < part.length) return false;
      at += written;
    }
    file.flush();
    return true;
  } catch {
    return false;
  }
}

export const room = new Room();
