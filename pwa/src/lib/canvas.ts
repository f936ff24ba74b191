/** The browser's own ways to read a picture and to draw it anew. */
import type { Drawn, Size } from './picture.ts';

/** Reads a picture as it is meant to be seen: turned as its camera was held. */
export async function readPicture(file: Blob): Promise<Drawn> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const { width, height } = bitmap;
  return { width, height, jpeg: (size, quality) => jpeg(bitmap, size, quality), close: () => bitmap.close() };
}

function jpeg(bitmap: ImageBitmap, { width, height }: Size, quality: number): Promise<ArrayBuffer> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('no canvas'));
  // What lets light through lies on paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        // Some browsers keep the memory of a canvas as long as its size.
        Object.assign(canvas, { width: 0, height: 0 });
        if (blob) blob.arrayBuffer().then(resolve, reject);
        else reject(new Error('not drawn'));
      },
      'image/jpeg',
      quality,
    );
  });
}
