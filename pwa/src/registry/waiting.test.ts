import { expect, test } from 'vitest';

import { TRANSLATIONS, fr } from '../kinds/catalogue.ts';
import { WAITS } from './waiting.ts';

test('why something waits has words, in both languages', async () => {
  for (const t of [fr, await TRANSLATIONS.en()]) {
    for (const words of Object.values(WAITS)) {
      for (const { text } of Object.values(words)) expect(text(t)).toMatch(/./);
    }
  }
});
