import { expect, test } from 'vitest';

import { csv, hundredths } from './csv.ts';
import { HOSTILE, faultsOf } from './hostile.ts';

const lines = (...row: (string | number)[]): string => csv([row]).slice(1).trimEnd();

test('a file begins with the mark that spreadsheets know UTF-8 by', () => {
  expect(csv([['Été']])).toBe('\ufeffÉté\r\n');
});

test('cells that hold separators, quotes or breaks are quoted', () => {
  expect(lines('a;b', 'dit «"oui"»', 'un\ndeux', ' bord')).toBe('"a;b";"dit «""oui""»";"un\ndeux";" bord"');
});

test.each(['=1+1', '+33 6', '-2', '@SUM(A1)', ' =1', '\t=1', '=cmd|"/c calc"!A1'])(
  'nothing that somebody typed is a formula: %j',
  (typed) => {
    const written = lines(typed);
    expect(written.replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

test('a negative amount stays a number', () => {
  expect(lines(hundredths(-1250), hundredths(5), 12)).toBe('-12,5;0,05;12');
});

test('whatever stands in a cell, every row has as many, and none is run', () => {
  expect(faultsOf([['Un', 'Deux'], ...HOSTILE.map((typed) => [typed, 1])])).toEqual([]);
});
