/** A push service may be broken, or lie: whatever it hands over, something harmless is shown. */
import { expect, test } from 'vitest';

import { shownNotice } from './shown_notice.ts';

const HERE = 'https://besace.example.coop';

function declared(notification: unknown, version: unknown = 8030): string {
  return JSON.stringify({ web_push: version, notification });
}

test('what the relay says is shown as it is', () => {
  const said = {
    title: 'Besace',
    lang: 'en',
    dir: 'ltr',
    tag: 'coaching',
    navigate: `${HERE}/`,
    body: 'Sessions wait for you.',
  };
  expect(shownNotice(declared(said), HERE)).toEqual({
    title: 'Besace',
    options: {
      body: 'Sessions wait for you.',
      lang: 'en',
      tag: 'coaching',
      icon: '/icons/besace-192.png',
      data: `${HERE}/`,
    },
  });
});

test('what is no message of ours is shown as a message of no content', () => {
  const foreign = [
    '',
    'null',
    '[]',
    '{',
    '"x"',
    '7',
    declared(null),
    declared('x'),
    declared({}),
    declared({ body: 7 }),
  ];
  for (const text of [...foreign, declared({ body: 'x' }, 1), declared({ body: ' ' }), 'x'.repeat(5000)]) {
    const { title, options } = shownNotice(text, HERE);
    expect([title, options.body, options.tag, options.lang, options.data], text.slice(0, 40)).toEqual([
      'Besace',
      'Du nouveau vous attend.',
      'besace',
      'fr',
      `${HERE}/`,
    ]);
  }
});

test('it leads to a page of this origin, or to the first', () => {
  const leads = (navigate: unknown): string =>
    shownNotice(declared({ body: 'x', navigate }), HERE).options.data;
  expect(leads('/events')).toBe(`${HERE}/events`);
  expect(leads(`${HERE}/more/sync`)).toBe(`${HERE}/more/sync`);
  const elsewhere = [
    'https://evil.example/',
    '//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://[',
    7,
  ];
  for (const address of [...elsewhere, `${HERE}.evil.example/`, `https://x@evil.example`, null, {}]) {
    expect(leads(address), String(address)).toBe(`${HERE}/`);
  }
});

test('no part of it is longer than a phone shows, and no letter is cut in two', () => {
  const long = '😀'.repeat(400);
  const { title, options } = shownNotice(
    declared({ title: long, body: long, tag: long, lang: 'fr-'.repeat(9) }),
    HERE,
  );
  expect([...title]).toHaveLength(60);
  expect([...options.body]).toHaveLength(240);
  expect([...options.tag]).toHaveLength(40);
  expect(options.lang).toBe('fr');
  for (const text of [title, options.body, options.tag]) expect(text).not.toMatch(/\p{Surrogate}/u);
});
