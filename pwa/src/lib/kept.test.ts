import { afterEach, expect, test, vi } from 'vitest';

import { keep, kept, mayKeep } from './kept.ts';

afterEach(() => vi.unstubAllGlobals());

function stub(name: string, get: () => unknown): void {
  vi.stubGlobal(name, undefined);
  Object.defineProperty(globalThis, name, { get, configurable: true });
}

const refuse = (): never => {
  throw new DOMException('denied', 'SecurityError');
};

test('where site data is blocked, nothing is kept and nothing throws', () => {
  stub('localStorage', refuse);
  stub('indexedDB', refuse);
  expect(kept('a')).toBe(null);
  expect(keep('a', 'b')).toBe(false);
  expect(mayKeep()).toBe(false);
});

test('a small storage that is full says that it did not keep', () => {
  const full = { setItem: () => refuse(), getItem: () => null };
  stub('localStorage', () => full);
  expect(keep('a', 'b')).toBe(false);
});
