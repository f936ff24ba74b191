/** A member's legal and financial frame; and what those do with all of them who keep the accounts. */
import { Part } from '../../lib/parts.svelte.ts';
import { AT_ONCE, entriesOf, inList, kind, rowsOf } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { accountsScreen, frameScreen } from './parts.ts';
import { framePath, placeOf } from './paths.ts';

const read = entriesOf('ledger');
const readLines = entriesOf('ledger', 'activity');

export const ledger = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['ledger'],
    pages: {
      frame: {
        screen: frameScreen,
        link: {
          icon: 'seal',
          label: (t) => t.ledger.mine,
          order: 5,
          at: 'work',
          for: ({ isEntrepreneur }) => isEntrepreneur,
        },
      },
      accounts: {
        screen: accountsScreen,
        link: {
          icon: 'inbox',
          label: (t) => t.ledger.toDo,
          order: 15,
          at: 'work',
          for: ({ readsFar }) => readsFar,
          bar: { side: 'left', roles: ['finance'], order: 0 },
        },
      },
    },
    ofMember: { label: (t) => t.ledger.frame, path: (member) => framePath(member) },
    place: placeOf,
    reads: {
      ledger: read,
      statements: read,
      obligations: read,
      lines: readLines,
      months: readLines,
      deadlines: read,
    },
    waits: {
      ledger: {
        refused: { icon: 'receipt', text: (t) => t.today.kind.lineRefused },
        obligation: { icon: 'flag', text: (t) => t.today.kind.obligation },
        to_decide: { icon: 'inbox', text: (t) => t.today.kind.toDecide },
      },
    },
    next: {},
    commands,
    about: ({ owner: member, collection, id }) =>
      collection === 'obligations'
        ? inList({ view: 'obligations', member, window: AT_ONCE }, id, rowsOf, ({ fields }) => fields.label)
        : undefined,
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    entryName: (t, _, label) => {
      const [, count] = /^lines (\d+)$/.exec(label) ?? [];
      return count ? t.ledger.linesToDecide(Number(count)) : undefined;
    },
    values: {
      kind: (t) => [t.ledger.contractKinds, t.ledger.obligationKinds],
      stage: (t) => [t.ledger.stages],
      owner: (t) => [t.ledger.owners],
      contributionBasis: (t) => [t.ledger.bases],
      status: (t) => [t.ledger.decisions],
    },
  },
);
