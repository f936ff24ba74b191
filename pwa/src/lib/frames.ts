/**
 * A parcel as pictures: QR codes that one phone shows one after the other, and the camera of another gathers in any order.
 *
 * Each says of which parcel it is (the beginning of its SHA-256), which one it is and of how many: those of two parcels
 * are never mixed, and what was gathered is taken only when its digest is the one that all of them named. The text keeps
 * to the signs that a QR code writes shortest (digits, capitals and a few marks); bytes are written by RFC 9285.
 */
import { toHex } from './hex.ts';

/** Begins every frame: anything else that a camera sees is none of ours. */
const MARK = 'BESACE1';
/** Bytes in a frame: a code of 65 modules a side, which a cheap camera reads off a small screen. */
const FRAME_BYTES = 280;
/** Frames of one parcel, at most, whatever one of them says. */
export const FRAMES_MAX = 1_000;
/** Frames beyond which nobody holds a phone still: a file is faster. */
export const SHOWN_FRAMES_MAX = 150;
/** Bytes of the digest that names a parcel. */
const NAME_BYTES = 8;
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE = SIGNS.length;

/** The frames of a parcel. */
export async function framesOf(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const name = await nameOf(bytes);
  const total = Math.ceil(bytes.length / FRAME_BYTES);
  return Array.from({ length: total }, (_, index) => {
    const part = bytes.subarray(index * FRAME_BYTES, (index + 1) * FRAME_BYTES);
    return [MARK, name, index, total, encode45(part)].join('/');
  });
}

/** What became of a frame. */
export type Gathered =
  /** Not one of ours. */
  | { is: 'foreign' }
  /** So many are here. */
  | { is: 'part'; have: number; total: number }
  /** All of it. */
  | { is: 'whole'; bytes: Uint8Array<ArrayBuffer> }
  /** All frames are here, and together they are not what they named. */
  | { is: 'broken' };

/** Gathers the frames of one parcel at a time. */
export class Gathering {
  #name = '';
  #parts: (Uint8Array | undefined)[] = [];

  async take(text: string): Promise<Gathered> {
    const frame = read(text);
    if (!frame) return { is: 'foreign' };
    if (frame.name !== this.#name || frame.total !== this.#parts.length) {
      this.#name = frame.name;
      this.#parts = Array.from({ length: frame.total });
    }
    this.#parts[frame.index] = frame.bytes;
    const parts = this.#parts.filter((part) => part !== undefined);
    if (parts.length < frame.total) return { is: 'part', have: parts.length, total: frame.total };
    const bytes = joined(parts);
    const named = this.#name;
    this.#name = '';
    return (await nameOf(bytes)) === named ? { is: 'whole', bytes } : { is: 'broken' };
  }
}

interface Frame {
  name: string;
  index: number;
  total: number;
  bytes: Uint8Array;
}

function read(text: string): Frame | null {
  // The payload may hold the mark that parts them.
  const [mark, name = '', index = '', total = '', ...payload] = text.split('/');
  if (mark !== MARK || !/^[0-9A-F]{16}$/.test(name)) return null;
  if (!/^\d{1,4}$/.test(index) || !/^\d{1,4}$/.test(total)) return null;
  const bytes = decode45(payload.join('/'));
  const frame = { name, index: Number(index), total: Number(total) };
  const fits = frame.total > 0 && frame.total <= FRAMES_MAX && frame.index < frame.total;
  return fits && bytes && bytes.length > 0 && bytes.length <= FRAME_BYTES ? { ...frame, bytes } : null;
}

async function nameOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return toHex(digest.subarray(0, NAME_BYTES)).toUpperCase();
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Two bytes in three signs, a last one in two. */
export function encode45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [one = 0, two] = bytes.subarray(at, at + 2);
    let value = two === undefined ? one : one * 256 + two;
    for (let sign = two === undefined ? 2 : 3; sign > 0; sign--) {
      text += SIGNS.charAt(value % BASE);
      value = Math.floor(value / BASE);
    }
  }
  return text;
}

/** Reads {@link encode45}; `null` when it is something else. */
export function decode45(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const signs = [...text.slice(at, at + 3)].map((sign) => SIGNS.indexOf(sign));
    const value = signs.reduceRight((sum, sign) => sum * BASE + sign, 0);
    const length = signs.length - 1;
    if (length < 1 || signs.includes(-1) || value >= 256 ** length) return null;
    bytes.push(...(length === 2 ? [value >> 8, value & 0xff] : [value]));
  }
  return new Uint8Array(bytes);
}
