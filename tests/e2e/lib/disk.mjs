/** A small disk of its own for a profile, that a test fills and empties. Needs the right to mount one. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, statfsSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Chromium's own files, the app and the reserve take less than half. */
const SIZE = '192m';

/** Makes one; `null` where this user may not mount. */
export function smallDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'besace-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const ballast = join(folder, 'ballast');
  return {
    /** Where a profile may stand. */
    profile: join(folder, 'profile'),
    /** Leaves no byte. */
    fill() {
      const file = openSync(ballast, 'a');
      for (const size of [1_048_576, 65_536, 4_096, 512, 1]) {
        const part = Buffer.alloc(size);
        try {
          while (writeSync(file, part) === size);
        } catch {
          // No room for a part of this size.
        }
      }
      closeSync(file);
    },
    /** Gives so many bytes back. */
    spare: (/** @type {number} */ bytes) => truncateSync(ballast, Math.max(0, statSync(ballast).size - bytes)),
    /** Makes room again. */
    empty: () => rmSync(ballast, { force: true }),
    free() {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    },
    remove() {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @typedef {NonNullable<ReturnType<typeof smallDisk>>} Disk */
