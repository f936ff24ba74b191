import { expect, test } from 'vitest';

import { merged } from './merged.ts';

test('what several say stands together, inside what they share too', () => {
  const one = { nav: { activity: 'Activité' }, own: ['a', 'b'] };
  expect(merged(one, [{ nav: { events: 'Événements' } }])).toEqual({
    nav: { activity: 'Activité', events: 'Événements' },
    own: ['a', 'b'],
  });
  expect(one.nav).toEqual({ activity: 'Activité' });
});

test('what is said twice is refused, with its path', () => {
  expect(() => merged({}, [{ nav: { more: 'Plus' } }, { nav: { more: 'Suite' } }])).toThrow('/nav/more');
  expect(() => merged({ nav: 'Plus' }, [{ nav: { more: 'Suite' } }])).toThrow('/nav');
});
