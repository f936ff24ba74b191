import { expect, test } from 'vitest';

import { webLink } from './web_link.ts';

test('only addresses of the web become links', () => {
  expect(webLink(' https://www.ica.coop/fr ')).toBe('https://www.ica.coop/fr');
  expect(webLink('http://cae.example')).toBe('http://cae.example/');
  for (const typed of ['', 'classeur 4', 'javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.c', '//x.y'])
    expect(webLink(typed), typed).toBeNull();
});
