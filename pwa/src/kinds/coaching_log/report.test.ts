import { readFileSync } from 'node:fs';
import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test, vi } from 'vitest';

import type { GoalRow, Info, SessionSheet } from '../../client/generated/types.ts';
import type { Fonts } from '../../lib/pdf_pen.ts';
import { TEXTS } from '../catalogue.ts';
import { drawReport } from './draw_report.ts';
import { reportOf } from './report.ts';

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

const DIGEST = 'ab12'.repeat(16);
const DRAWN = '100,200 300,100 500,300;600,200 800,100';
const SAID = 'L’hiver fut rude : œuvres à 12 €, « façon cœur » — Noël, naïveté, ÿ, çà…';

function info(given: Partial<Info> = {}): Info {
  return {
    id: 's1',
    state: { state: 'received', at: '2026-11-28T15:00:00Z' },
    createdAt: '2026-11-28T13:00:00Z',
    updatedAt: '2026-11-28T14:00:00Z',
    ...given,
  } as Info;
}

/** A session that both signed, changed as a test likes. */
function session(given: Partial<SessionSheet> = {}, row: object = {}): SessionSheet {
  const [member, coach] = [
    { member: 'm1', name: 'Maëlle Le Goff' },
    { member: 'k1', name: 'Chloé Fauré' },
  ];
  const signature = (one: { member: string; name: string }, more: object): object => ({
    ...one,
    at: '2026-11-28T14:30:00Z',
    capturedBy: 'k1',
    capturedByName: coach.name,
    capturedElsewhere: one.member !== 'k1',
    strokes: DRAWN,
    typed: '',
    changedSince: false,
    contestedAt: '',
    confirmedAt: '',
    ...more,
  });
  return {
    row: {
      info: info(),
      member: member.member,
      memberName: member.name,
      startsAt: '2026-11-28T13:00:00Z',
      minutes: 90,
      coaches: [coach],
      closed: true,
      annulled: false,
      status: 'done',
      ...row,
    },
    fields: {
      startsAt: '2026-11-28T13:00:00Z',
      minutes: 90,
      mode: 'onsite',
      place: 'Grange du Haut-Pré',
      sessionType: 'statutory',
      statutory: true,
      topics: ['prix'],
      objectives: 'Faire le point',
      points: SAID,
      plan: 'Un devis\n\nDeux relances',
      eightPoints: Array.from({ length: 8 }, (_, index) => `Dit au point ${index + 1}.`),
      memberPresent: true,
      amends: null,
    },
    signatures: [signature(member, {}), signature(coach, { strokes: '', typed: 'Chloe Faure' })],
    contentSha256: DIGEST,
    changedSinceSignature: false,
    amendedBy: [],
    amended: null,
    actions: [],
    ...given,
  } as unknown as SessionSheet;
}

const organisation = 'Les Quatre Saisons';
const made = (sheet: SessionSheet, goals: GoalRow[] = []) =>
  reportOf(sheet, goals, { organisation, language: 'fr', t: TEXTS.fr });
const drawn = (sheet: SessionSheet, goals: GoalRow[] = []): Promise<Uint8Array> =>
  drawReport(made(sheet, goals), FONTS);

/** A file, opened as a reader opens it; readers keep what they are given. */
const opened = (bytes: Uint8Array) => getDocumentProxy(bytes.slice());
type Opened = Awaited<ReturnType<typeof opened>>;

/** The words of each page. */
async function pages(file: Opened): Promise<string[]> {
  const numbers = Array.from({ length: file.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await file.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    }),
  );
}

/** All in one line, as somebody reads it. */
const read = async (bytes: Uint8Array): Promise<string> =>
  (await pages(await opened(bytes))).join(' ').replaceAll(/\s+/g, ' ');

describe('the file', () => {
  let bytes: Uint8Array;
  let file: Opened;
  beforeAll(async () => {
    bytes = await drawn(session());
    file = await opened(bytes);
  });

  test('says every word that was signed, with its accents, and who, when and where', async () => {
    const text = await read(bytes);
    for (const said of [
      'Les Quatre Saisons',
      'Entretien légal du 28 nov. 2026 avec Maëlle Le Goff',
      'samedi 28 novembre 2026 · 14:00 · 1 h 30',
      'Sur place · Grange du Haut-Pré',
      'Chloé Fauré',
      SAID,
      ...Array.from({ length: 8 }, (_, index) => `Dit au point ${index + 1}.`),
      'Santé et sécurité au travail',
    ]) {
      expect(text).toContain(said.replaceAll(/\s+/g, ' '));
    }
  });

  test('says who signed, when, on whose phone, what was signed and when it was received', async () => {
    const text = await read(bytes);
    expect(text).toContain('Signé par Maëlle Le Goff le 28/11/2026 à 15:30 sur le téléphone de Chloé Fauré');
    expect(text).toContain('Nom tapé au clavier, à la place d’un dessin : Chloe Faure');
    expect(text).toContain(DIGEST);
    expect(text).toContain('reçu par la coopérative le 28/11/2026 à 16:00');
    expect(text).not.toContain('Brouillon');
  });

  test('has a title, a language, and no date but those of the record', async () => {
    expect((await file.getMetadata()).info).toMatchObject({
      Title: 'Entretien légal du 28 nov. 2026 avec Maëlle Le Goff',
      Language: 'fr',
      CreationDate: 'D:20261128150000Z',
      ModDate: 'D:20261128150000Z',
    });
  });

  test('is tagged: titles, paragraphs, facts by name, a drawing that says whose it is', async () => {
    expect(await file.getMarkInfo()).toMatchObject({ Marked: true });
    const roles: string[] = [];
    const alts: string[] = [];
    const walk = (node: { role?: string; alt?: string; children?: object[] }): void => {
      if (node.role) roles.push(node.role);
      if (node.alt) alts.push(node.alt);
      for (const child of node.children ?? []) walk(child);
    };
    for (let number = 1; number <= file.numPages; number++) {
      const tree = await (await file.getPage(number)).getStructTree();
      if (tree) walk(tree as object);
    }
    expect(new Set(roles)).toEqual(
      new Set(['Root', 'Document', 'P', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure']),
    );
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(alts).toEqual(['Signature dessinée par Maëlle Le Goff']);
  });

  test('has its fonts inside', () => {
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toMatch(/\/FontFile2 \d+ 0 R/);
    expect([...text.matchAll(/\/BaseFont \/([A-Z]+\+[\w-]+)/g)].map(([, name]) => name)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('SourceSans3-Regular'),
        expect.stringContaining('SourceSans3-SemiBold'),
      ]),
    );
    expect(text).not.toContain('Helvetica');
  });

  test('is the same, byte for byte, whenever it is made of the same record', async () => {
    expect(Buffer.from(await drawn(session())).equals(Buffer.from(bytes))).toBe(true);
    const other = await drawn(session({ contentSha256: 'cd34'.repeat(16) }));
    expect(Buffer.from(other).equals(Buffer.from(bytes))).toBe(false);
  });
});

test('a long report goes on over pages, each with its number, and no word is lost between them', async () => {
  const words = Array.from({ length: 1_000 }, (_, index) => `mot${index}`);
  const base = session();
  const eightPoints = Array.from({ length: 8 }, () => `${words.join(' ')}\nfin.`);
  const bytes = await drawn(session({ fields: { ...base.fields, eightPoints } }));
  const all = await pages(await opened(bytes));
  expect(all.length).toBeGreaterThan(4);
  for (const [index, page] of all.entries()) expect(page).toContain(`page ${index + 1} sur ${all.length}`);
  const text = all.join(' ');
  for (const word of ['mot0', 'mot500', 'mot999']) {
    expect(text.match(new RegExp(`\\b${word}\\b`, 'g'))).toHaveLength(8);
  }
});

test('a word longer than a line, and a text of nothing but breaks, end in a file', async () => {
  const base = session();
  const fields = { ...base.fields, points: 'x'.repeat(600), plan: '\n\n\n', objectives: '' };
  const text = await read(await drawn(session({ fields })));
  expect(text.match(/x/g)?.length).toBeGreaterThanOrEqual(600);
  expect(text).toContain('Rien n’est écrit.');
});

test('what the font has no sign for leaves its place, and that is said', async () => {
  const base = session();
  const text = await read(await drawn(session({ fields: { ...base.fields, plan: 'Bravo 👩🏽‍🌾 → ✓ 漢' } })));
  expect(text).toContain('Bravo □ → ✓ □');
  expect(text).toContain('□ tient la place');
  expect(await read(await drawn(base))).not.toContain('□');
});

test('what both have not signed is a draft, on its first page and at the foot of each', async () => {
  const base = session();
  const sheet = session({ signatures: base.signatures.slice(0, 1) }, { closed: false });
  const report = made(sheet);
  expect(report.alerts).toEqual(['Brouillon\u00a0: ce compte rendu n’est pas signé des deux côtés.']);
  const text = await read(await drawn(sheet));
  expect(text).toContain('Brouillon · Entretien légal');
  expect(text).toContain('Chloé Fauré Pas encore signé.');
});

test('a signature of another text, one that is contested, and an annulment are said', () => {
  const base = session();
  const signatures = base.signatures.map((one, index) =>
    index === 0
      ? { ...one, changedSince: true }
      : { ...one, contestedAt: '2026-11-29T08:00:00Z', confirmedAt: '' },
  );
  const report = made(session({ signatures, changedSinceSignature: true }, { annulled: true }));
  const said = report.parts.flatMap(({ hands = [] }) => hands.flatMap((hand) => hand.said));
  expect(said).toContain('Cette signature porte sur un texte d’avant, changé depuis.');
  expect(said).toContain('Contesté le 29/11/2026 à 09:00');
  expect(report.alerts).toEqual([TEXTS.fr.sign.annulled, TEXTS.fr.coaching.changedAfter]);
});

test('amendments are listed, with whether both signed them', () => {
  const link = { id: 'a1', startsAt: '2026-12-05T09:00:00Z', sessionType: 'statutory' as const };
  const { parts } = made(session({ amendedBy: [{ ...link, closed: true }] }));
  expect(parts.find(({ title }) => title === 'Avenants')?.list).toEqual([
    { text: 'Entretien légal du 5 déc. 2026', detail: 'signé des deux côtés' },
  ]);
});

test('actions of the session, the goals they serve and those of its day are told apart from what is signed', () => {
  const action = {
    info: info({ id: 'a1' }),
    fields: { text: 'Relancer', due: '2026-12-15', status: 'todo', goal: 'g1' },
    ownerName: 'Maëlle Le Goff',
  };
  const goal = (id: string, createdAt: string): GoalRow =>
    ({
      info: info({ id, createdAt }),
      fields: { title: id, kind: 'commercial', status: 'open', due: '' },
    }) as unknown as GoalRow;
  const goals = [
    goal('g1', '2026-01-01T08:00:00Z'),
    goal('g2', '2026-11-28T10:00:00Z'),
    goal('g3', '2026-01-01T08:00:00Z'),
  ];
  const { parts } = made(session({ actions: [action] as unknown as SessionSheet['actions'] }), goals);
  const noted = parts.at(-1);
  expect(noted?.note).toContain('hors signature');
  expect(noted?.list?.map(({ text, detail }) => `${text} (${detail})`)).toEqual([
    'Relancer (Maëlle Le Goff · À faire · pour le 15 déc. 2026)',
    'Objectif\u00a0: g1 (Commercial · En cours)',
    'Objectif\u00a0: g2 (Commercial · En cours)',
  ]);
});

test('who reads the app in English has the report in English', async () => {
  const t = await TEXTS.others.en();
  const { about, alerts, parts, end } = reportOf(session({}, { closed: false }), [], {
    organisation,
    language: 'en',
    t,
  });
  expect(about).toMatchObject({ language: 'en', mark: 'Draft', title: expect.stringContaining('Maëlle') });
  const said = JSON.stringify([about.title, alerts, parts.map(({ title }) => title), end]);
  expect(said).not.toMatch(/séance|compte rendu|entretien|empreinte|Paris(?!\.)/i);
  const when = parts[0]?.facts?.find(([name]) => name === t.coaching.when)?.[1];
  expect(when).toMatch(/^Saturday,? 28 November 2026 · 14:00 · 1\u00a0h\u00a030$/);
});

test.each([
  [{ state: 'onPhone' } as const, 'Pas encore reçu'],
  [{ state: 'received', at: null } as const, 'Reçu par la coopérative'],
])('what is known of the receipt is said, and no more: %j', (state, said) => {
  const { parts } = made(session({}, { info: info({ state }) }));
  expect(JSON.stringify(parts)).toContain(said);
});
