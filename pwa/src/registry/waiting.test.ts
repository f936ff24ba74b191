import { expect, test } from 'vitest';

import '../kinds/all.ts';
import { TEXTS } from '../kinds/catalogue.ts';
import { known } from './known.ts';

test('why something waits has words, in both languages', async () => {
  for (const t of [TEXTS.fr, await TEXTS.others.en()]) {
    for (const words of Object.values(known().waits)) {
      for (const { text } of Object.values(words)) expect(text(t)).toMatch(/./);
    }
  }
});
