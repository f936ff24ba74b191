import { readFileSync } from 'node:fs';
import { getDocumentProxy } from 'unpdf';
import { expect, test, vi } from 'vitest';

import type { AttendanceRow, AttendanceSheet, MarkCell } from '../../client/generated/types.ts';
import type { Fonts } from '../../lib/pdf_pen.ts';
import { TEXTS } from '../catalogue.ts';
import { drawAttendance } from './draw_paper.ts';
import { paperOf } from './paper.ts';

const font = (path: string): Uint8Array =>
  new Uint8Array(
    readFileSync(
      new URL(`../../../node_modules/@expo-google-fonts/source-sans-3/${path}.ttf`, import.meta.url),
    ),
  );
const FONTS: Fonts = {
  regular: font('400Regular/SourceSans3_400Regular'),
  strong: font('600SemiBold/SourceSans3_600SemiBold'),
};
/** Reading fonts takes a while where others build. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOW = Date.parse('2026-05-13T08:00:00Z');
const DRAWN = '100,200 300,100 500,300;600,200 800,100';

/** Half-days of so many days. */
const slots = (days: number) =>
  Array.from({ length: days }, (_, day) => {
    const date = `2026-05-${String(12 + day).padStart(2, '0')}`;
    return {
      id: `s${day}`,
      start: `${date}T07:00:00Z`,
      end: `${date}T10:30:00Z`,
      place: 'Grange du Haut-Pré',
      stands: true,
      present: 2,
      signed: 1,
      unmarked: 0,
    };
  });

const cell = (given: Partial<MarkCell> = {}): MarkCell => ({
  ids: ['x'],
  presence: 'present',
  part: 'participant',
  isSigned: true,
  strokes: DRAWN,
  typed: '',
  start: '2026-05-12T07:00:00Z',
  end: '2026-05-12T10:30:00Z',
  by: 'Chloé Fauré',
  at: '2026-05-12T07:12:00Z',
  state: { state: 'received', at: '2026-05-12T09:00:00Z' },
  ...given,
});

const row = (
  name: string,
  marks: (MarkCell | null)[],
  given: Partial<AttendanceRow> = {},
): AttendanceRow => ({
  member: name,
  visitor: null,
  name,
  of: '',
  isExpected: true,
  isTrainer: false,
  info: null,
  marks,
  ...given,
});

function sheet(rows: AttendanceRow[], days = 1): AttendanceSheet {
  return { title: 'Tenir sa comptabilité', kind: 'training', branch: 'Vallée', slots: slots(days), rows };
}

const made = (one: AttendanceSheet) =>
  paperOf(one, { organisation: 'Les Quatre Saisons', language: 'fr', t: TEXTS.fr, nowMs: NOW });

/** A file, opened as a reader opens it: the words of each page, the elements, and what drawings say. */
async function read(one: AttendanceSheet) {
  const bytes = await drawAttendance(made(one), FONTS);
  const file = await getDocumentProxy(bytes.slice());
  const pages: string[] = [];
  const roles: string[] = [];
  const alts: string[] = [];
  const walk = (node: { role?: string; alt?: string; children?: object[] }): void => {
    if (node.role) roles.push(node.role);
    if (node.alt) alts.push(node.alt);
    for (const child of node.children ?? []) walk(child);
  };
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? `${item.str} ` : ''))
        .join('')
        .replaceAll(/\s+/g, ' '),
    );
    const tree = await page.getStructTree();
    if (tree) walk(tree as object);
  }
  const [, , width = 0, height = 0] = (await file.getPage(1)).view;
  return {
    pages,
    text: pages.join(' '),
    roles,
    alts,
    isLying: width > height,
    mark: await file.getMarkInfo(),
  };
}

const ALL = [
  row('Maëlle Le Goff', [cell()], { of: 'Atelier du Lin' }),
  row('Paul Héry', [cell({ isSigned: false, strokes: '' })]),
  row('Inès Roux', [cell({ presence: 'excused', isSigned: false, strokes: '' })]),
  row('Léo Petit', [cell({ presence: 'absent', isSigned: false, strokes: '' })]),
  row('Nour Diallo', [cell({ strokes: '', typed: 'Nour Diallo' })], {
    visitor: 'v1',
    member: null,
    of: 'Mairie',
  }),
  row('Yann Kerbrat', [cell({ part: 'trainer' })], { isTrainer: true }),
];

test('says what it was, when and where, who was there and signed, who held it, and how long', async () => {
  const { text } = await read(sheet(ALL));
  for (const said of [
    'Les Quatre Saisons',
    'Feuille d’émargement : Tenir sa comptabilité',
    'Formation',
    'Vallée',
    'Grange du Haut-Pré',
    'mar. 12 mai 2026 09:00–12:30',
    'Maëlle Le Goff',
    'Atelier du Lin',
    'signé le 12/05/2026 à 09:12',
    'Présent·e, sans signature',
    'noté par Chloé Fauré',
    'Excusé·e',
    'Absent·e',
    'Mairie',
    '« Nour Diallo », tapé au clavier',
    'Yann Kerbrat',
    'Heures suivies, en tout 10 h 30',
    'Heures d’animation, en tout 3 h 30',
    'Fait le 13/05/2026 à 10:00',
    'page 1 sur 1',
  ]) {
    expect(text).toContain(said.replaceAll(/\s+/g, ' '));
  }
});

test('is tagged: a table with its heads, and drawings that say whose they are', async () => {
  const { roles, alts, mark } = await read(sheet(ALL));
  expect(mark).toMatchObject({ Marked: true });
  expect(new Set(roles)).toEqual(
    new Set(['Root', 'Document', 'P', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure']),
  );
  expect(alts).toEqual(['Signature dessinée par Maëlle Le Goff', 'Signature dessinée par Yann Kerbrat']);
});

test('many half-days stand in blocks on pages that lie, with everybody’s time at the end', async () => {
  const people = Array.from({ length: 14 }, (_, index) =>
    row(
      `Personne ${index}`,
      Array.from({ length: 6 }, () => cell()),
    ),
  );
  const { chapters } = made(sheet(people, 6));
  expect(chapters.map(({ title, grid }) => [title, grid.head.length])).toEqual([
    ['Participants · Demi-journées, 1 sur 2', 4],
    ['Participants · Demi-journées, 2 sur 2', 5],
  ]);
  expect(chapters[1]?.grid.rows[0]?.cells.at(-1)?.text).toBe('21\u00a0h');
  const { pages, text, alts, isLying } = await read(sheet(people, 6));
  expect(isLying).toBe(true);
  expect(pages.length).toBeGreaterThan(2);
  // The head stands again on each page of a table.
  expect(text.match(/mar\. 12 mai 2026/g)?.length).toBeGreaterThan(1);
  expect(alts).toHaveLength(14 * 6);
  for (const { name } of people) expect(text).toContain(name);
});

test('what the cooperative has not received is said, and so is what was signed for other hours', async () => {
  const marks = [cell({ state: { state: 'onPhone' }, end: '2026-05-12T10:00:00Z' })];
  const paper = made(sheet([row('Maëlle Le Goff', marks)]));
  expect(paper.alerts).toEqual([expect.stringContaining('pas encore reçu')]);
  expect(paper.chapters[0]?.grid.rows[0]?.cells[0]?.note).toContain('pour 09:00–12:00');
  expect(made(sheet(ALL)).alerts).toEqual([]);
});

test('who reads the app in English has the sheet in English', async () => {
  const t = await TEXTS.others.en();
  const paper = paperOf(sheet(ALL), { organisation: 'Les Quatre Saisons', language: 'en', t, nowMs: NOW });
  const { title: _, ...about } = paper.about;
  expect(JSON.stringify([about, paper.facts, paper.chapters, paper.end])).not.toMatch(
    /présen|signé|excusé|feuille|noté|demi-journée/i,
  );
});
