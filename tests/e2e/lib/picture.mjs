/** Pictures as a phone's camera makes them: large, turned, and telling where they were taken. */

/** @typedef {{ name: string, mimeType: string, buffer: Buffer }} Picture */

/** @typedef {{ text: string, width: number, height: number, noisy: boolean }} Drawing */

/** What no file that leaves a phone may hold. */
export const PLACE = 'Chez Mme Roux, 48.8566 N';

/**
 * A photograph with place and orientation in its head.
 * @param {{ evaluate: (draw: (what: Drawing) => Promise<string>, what: Drawing) => Promise<string> }} page Draws it.
 * @param {{ text: string, width?: number, height?: number, noisy?: boolean }} what `noisy`: so that it stays large.
 * @returns {Promise<Picture>}
 */
export async function photograph(page, { text, width = 1200, height = 900, noisy = false }) {
  const base64 = await page.evaluate(draw, { text, width, height, noisy });
  const jpeg = Buffer.from(base64, 'base64');
  return { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: withHead(jpeg) };
}

/** Runs in the page. */
async function draw(/** @type {Drawing} */ what) {
  const canvas = Object.assign(document.createElement('canvas'), { width: what.width, height: what.height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#f4efe4';
  context.fillRect(0, 0, what.width, what.height);
  if (what.noisy) {
    const image = context.getImageData(0, 0, what.width, what.height);
    let seed = what.text.length + 7;
    for (let at = 0; at < image.data.length; at += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      image.data[at] = at % 4 === 3 ? 255 : 120 + (seed >> 16) % 120;
    }
    context.putImageData(image, 0, 0);
  }
  context.fillStyle = '#24211b';
  context.font = `${Math.round(what.height / 9)}px serif`;
  context.fillText(what.text, what.width / 12, what.height / 3);
  context.fillText('TOTAL TTC 24,00 €', what.width / 12, what.height / 1.8);
  const url = canvas.toDataURL('image/jpeg', 0.92);
  return url.slice(url.indexOf(',') + 1);
}

/**
 * Puts an EXIF segment behind the first marker: turned by a quarter (6), described by the place, with GPS tags.
 * @param {Buffer} jpeg
 */
function withHead(jpeg) {
  const place = Buffer.from(`${PLACE}\0`);
  const ENTRY = 12;
  const first = 8;
  const gps = first + 2 + 3 * ENTRY + 4;
  const text = gps + 2 + ENTRY + 4;
  const tiff = Buffer.alloc(text + place.length);
  tiff.write('MM');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(first, 4);
  tiff.writeUInt16BE(3, first);
  /** @param {number} at @param {number} tag @param {number} type @param {number} count @param {number} value */
  const entry = (at, tag, type, count, value) => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
    if (type === 3) tiff.writeUInt16BE(value, at + 8);
    else tiff.writeUInt32BE(value, at + 8);
  };
  entry(first + 2, 0x010e, 2, place.length, text);
  entry(first + 2 + ENTRY, 0x0112, 3, 1, 6);
  entry(first + 2 + 2 * ENTRY, 0x8825, 4, 1, gps);
  tiff.writeUInt16BE(1, gps);
  // The reference of the latitude: N.
  entry(gps + 2, 0x0001, 2, 2, 0x4e000000);
  place.copy(tiff, text);
  const head = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(head.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), marker, head, jpeg.subarray(2)]);
}

/** @typedef {{ hash: string, bytes: string | null, hasThumb: boolean }} KeptFile `bytes` in base64. */

/**
 * The files that a phone keeps.
 * @param {{ evaluate: (read: () => Promise<KeptFile[]>) => Promise<KeptFile[]> }} page
 * @returns {Promise<KeptFile[]>}
 */
export function keptFiles(page) {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const name = names.find((one) => one.startsWith('besace-files-'));
    if (!name) return [];
    /** @type {IDBDatabase} */
    const db = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    /** @param {string} store @returns {Promise<any[]>} */
    const all = (store) =>
      new Promise((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    /** @param {string} hash @returns {Promise<ArrayBuffer | undefined>} */
    const bytesOf = (hash) =>
      new Promise((resolve, reject) => {
        const request = db.transaction('bytes').objectStore('bytes').get(hash);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const facts = await all('facts');
    const found = [];
    for (const { hash, hasThumb } of facts) {
      const bytes = await bytesOf(hash);
      let text = '';
      for (const byte of new Uint8Array(bytes ?? new ArrayBuffer(0))) text += String.fromCharCode(byte);
      found.push({ hash, hasThumb, bytes: bytes ? btoa(text) : null });
    }
    db.close();
    return found;
  });
}
