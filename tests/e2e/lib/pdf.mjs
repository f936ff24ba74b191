/** What a PDF says and is, told by tools that had no part in making it (Poppler). */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Where pictures of its pages go, beside those of screens. */
const SHOTS = new URL('../screenshots/', import.meta.url).pathname;

/**
 * @param {Buffer} bytes
 * @param {string} name What its pictures are called.
 */
export async function readPdf(bytes, name) {
  const folder = await mkdtemp(join(tmpdir(), 'besace-pdf-'));
  const path = join(folder, 'given.pdf');
  await writeFile(path, bytes);
  /** @param {string} tool @param {string[]} args */
  const told = async (tool, ...args) => (await run(tool, args)).stdout;
  try {
    await mkdir(SHOTS, { recursive: true });
    await told('pdftoppm', '-r', '60', '-png', path, join(SHOTS, name));
    return {
      /** All its words, in one line. */
      text: (await told('pdftotext', '-layout', path, '-')).replaceAll(/\s+/g, ' '),
      /** Its title, whether it is tagged, how many pages it has. */
      info: await told('pdfinfo', path),
      /** The elements that it is made of, and their words. */
      tags: await told('pdfinfo', '-struct-text', path),
      /** One line for each of its fonts. */
      fonts: (await told('pdffonts', path)).trim().split('\n').slice(2),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
