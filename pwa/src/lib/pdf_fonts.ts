/** The fonts that go into files of paper, as the app has them. */
import strong from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf?url';
import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url';

import type { Fonts } from './pdf_pen.ts';

/** The bytes of a file of the app. */
async function bytesOf(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Both of them, kept on the phone with the part that draws. */
export async function fonts(): Promise<Fonts> {
  const [one, other] = await Promise.all([bytesOf(regular), bytesOf(strong)]);
  return { regular: one, strong: other };
}
