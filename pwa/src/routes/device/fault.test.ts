import { expect, test, vi } from 'vitest';

import { faults, report } from '../../lib/faults.ts';
import { type Fault, faultOf } from './fault.ts';

const ORIGIN = 'https://besace.example.coop';
const CANARY = 'Pain pour Zoé Canari, 12,40 €';
const MARKED = `${ORIGIN}/assets/index-Dk3f9_Bc.js:1:2345`;

/** What is told of something thrown. */
function told(thrown: unknown): Fault {
  const silent = vi.spyOn(console, 'error').mockReturnValue();
  report(thrown);
  silent.mockRestore();
  return faultOf(faults().at(-1)!, ORIGIN);
}

function failed(stack: string, more: object = {}): Error {
  return Object.assign(new TypeError(CANARY), { stack, ...more });
}

test('of an error its sort, its code and its place are told, as each browser writes them', () => {
  const chromium = `TypeError: ${CANARY}\n    at saved (${MARKED})\n    at ${ORIGIN}/assets/device-C0ffee12.js:2:1`;
  expect(told(failed(chromium, { code: 'bad_value' }))).toMatchObject({
    name: 'TypeError',
    code: 'bad_value',
    place: 'index.js:1:2345',
  });
  expect(told(failed(`saved@${MARKED}\n@${ORIGIN}/assets/x.js:2:1`)).place).toBe('index.js:1:2345');
  const wasm = failed(`x\n at f (${ORIGIN}/assets/besace_client_bg-D1e2f3G4.wasm:wasm-function[28]:0x1a2b)`);
  expect(told(wasm).place).toBe('besace_client_bg.wasm:wasm-function[28]:0x1a2b');
});

test('nothing that somebody typed is told, wherever it stands', () => {
  const said = `${CANARY} ${ORIGIN}/assets/canari.js:1:1`;
  const all: unknown[] = [
    Object.assign(new Error(said), { stack: `Error: ${said}\n    at x (${MARKED})` }),
    failed(`at ${ORIGIN}/activity/me/Canari:1:2`),
    failed(`at https://canari.example/assets/canari.js:1:2`),
    failed('', { name: CANARY, code: CANARY }),
    failed('', { name: 'canari', code: 'zoé', reason: 'Canari' }),
    CANARY,
    { message: CANARY, toString: () => CANARY },
    null,
    undefined,
    7,
  ];
  expect(JSON.stringify(all.map(told))).not.toMatch(/canari|zoé|pain|12,40/i);
});

test('a call that got no answer is told by its reason', () => {
  expect(told({ name: 'CallFailed', reason: 'crashed' })).toMatchObject({
    name: 'CallFailed',
    code: 'crashed',
  });
});

test('only the last ones are kept', () => {
  for (let n = 0; n < 30; n++) told(new RangeError(CANARY));
  expect(faults().length).toBe(20);
});
