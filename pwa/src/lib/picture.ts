/**
 * What becomes of a file that somebody attaches, before anything is kept: a picture is drawn anew, smaller, so that
 * nothing of where and with what it was taken stays in it; a PDF is kept as it is. Pure but for the tools.
 */
import { LIMITS } from '../client/generated/types.ts';
import { typeOf } from './file_type.ts';

/** No side of a picture is longer: a receipt is read at that size. */
export const SIDE_MAX = 2_000;
/** How a picture looks in a list. */
export const THUMB_SIDE_MAX = 240;
/** The first that gives no more bytes than a file may have is taken. */
export const QUALITIES = [0.8, 0.65, 0.5, 0.35, 0.2] as const;
const THUMB_QUALITY = 0.7;
/** Nothing larger is read into memory. */
const SOURCE_BYTES_MAX = 64 * 1024 * 1024;

/** Why a file is not taken. */
export type Unfit = 'kind' | 'size' | 'unreadable';

export interface Cleaned {
  bytes: ArrayBuffer;
  thumb: ArrayBuffer | null;
}

export interface Size {
  width: number;
  height: number;
}

/** A picture that was read, upright. */
export interface Drawn extends Size {
  /** Draws it at a size and writes it as a JPEG; nothing of the file it came from is in that. */
  jpeg(size: Size, quality: number): Promise<ArrayBuffer>;
  close(): void;
}

/** What the browser does: reads a picture, or rejects. */
export type Read = (file: Blob) => Promise<Drawn>;

/** A size with no side longer than `max`, of the same shape. */
export function within({ width, height }: Size, max: number): Size {
  const scale = Math.min(1, max / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Cleans a file, or says why not. */
export async function clean(file: Blob, read: Read): Promise<Cleaned | Unfit> {
  if (file.size === 0) return 'unreadable';
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  if (typeOf(head) === 'application/pdf') {
    return file.size > LIMITS.fileBytes ? 'size' : { bytes: await file.arrayBuffer(), thumb: null };
  }
  // Browsers read more sorts of pictures than the relay takes: what they can draw is an image.
  if (!file.type.startsWith('image/') && typeOf(head) === null) return 'kind';
  if (file.size > SOURCE_BYTES_MAX) return 'size';
  const drawn = await read(file).catch(() => null);
  if (!drawn) return 'unreadable';
  try {
    const bytes = await small(drawn);
    if (!bytes) return 'size';
    return { bytes, thumb: await drawn.jpeg(within(drawn, THUMB_SIDE_MAX), THUMB_QUALITY) };
  } catch {
    // Some browsers read what they cannot draw.
    return 'unreadable';
  } finally {
    drawn.close();
  }
}

async function small(drawn: Drawn): Promise<ArrayBuffer | null> {
  const size = within(drawn, SIDE_MAX);
  for (const quality of QUALITIES) {
    const bytes = await drawn.jpeg(size, quality);
    if (bytes.byteLength <= LIMITS.fileBytes) return bytes;
  }
  return null;
}

/** How a picture looks in a list; `null` where it cannot be drawn. */
export async function thumbOf(file: Blob, read: Read): Promise<ArrayBuffer | null> {
  const drawn = await read(file).catch(() => null);
  if (!drawn) return null;
  try {
    return await drawn.jpeg(within(drawn, THUMB_SIDE_MAX), THUMB_QUALITY);
  } catch {
    return null;
  } finally {
    drawn.close();
  }
}
