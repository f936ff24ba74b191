import { expect, test, vi } from 'vitest';

import { faultOf, faults, report } from './faults.ts';

const ORIGIN = 'https://besace.example.coop';
const CANARY = 'Pain pour Zoé Canari, 12,40 €';

function failed(stack: string, more: object = {}): Error {
  return Object.assign(new TypeError(CANARY), { stack, ...more });
}

test('of an error its sort, its code and its place are told, as each browser writes them', () => {
  const chromium = failed(
    `TypeError: ${CANARY}\n    at saved (${ORIGIN}/assets/index-Dk3f9_Bc.js:1:2345)\n    at ${ORIGIN}/assets/device-C0ffee12.js:2:1`,
    { code: 'bad_value' },
  );
  expect(faultOf(chromium, 7, ORIGIN)).toEqual({
    at: 7,
    name: 'TypeError',
    code: 'bad_value',
    place: 'index.js:1:2345',
  });
  const others = failed(`saved@${ORIGIN}/assets/index-Dk3f9_Bc.js:1:2345\n@${ORIGIN}/assets/x.js:2:1`);
  expect(faultOf(others, 7, ORIGIN).place).toBe('index.js:1:2345');
  const wasm = failed(`x\n at f (${ORIGIN}/assets/besace_client_bg-D1e2f3G4.wasm:wasm-function[28]:0x1a2b)`);
  expect(faultOf(wasm, 7, ORIGIN).place).toBe('besace_client_bg.wasm:wasm-function[28]:0x1a2b');
});

test('nothing that somebody typed is told, wherever it stands', () => {
  const said = `${CANARY} ${ORIGIN}/assets/canari.js:1:1`;
  const all: unknown[] = [
    Object.assign(new Error(said), {
      stack: `Error: ${said}\n    at x (${ORIGIN}/assets/index-Dk3f9_Bc.js:1:2)`,
    }),
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
  expect(JSON.stringify(all.map((one) => faultOf(one, 1, ORIGIN)))).not.toMatch(/canari|zoé|pain|12,40/i);
});

test('an error that is told by its reason has it as its code', () => {
  expect(faultOf({ name: 'CallFailed', reason: 'crashed' }, 1, ORIGIN)).toMatchObject({
    name: 'CallFailed',
    code: 'crashed',
  });
});

test('only the last ones are kept', () => {
  vi.stubGlobal('location', { origin: ORIGIN });
  const told = vi.spyOn(console, 'error').mockReturnValue();
  for (let n = 0; n < 30; n++) report(new RangeError(CANARY));
  expect(told).toHaveBeenCalledTimes(30);
  expect(faults().length).toBe(20);
  expect(JSON.stringify(faults())).not.toContain('Canari');
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
