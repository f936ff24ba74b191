/** Partners of the cooperative, and their cards (`partner_card`), which everybody reads. */
import { Part } from '../../lib/parts.svelte.ts';
import { asked, entriesOf, kind } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { cardsPage, partnersPage } from './parts.ts';
import { PARTS, cardsPath, partnerPath, visitPath } from './paths.ts';

const read = entriesOf('partner');

export const partner = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['partner', 'partner_card'],
    pages: {
      partners: {
        screen: partnersPage,
        link: {
          icon: 'partners',
          label: (t) => t.partners.title,
          order: 40,
          at: 'work',
          for: ({ isInTeam }) => isInTeam,
        },
      },
      network: {
        screen: cardsPage,
        link: {
          icon: 'partners',
          label: (t) => t.partners.title,
          order: 50,
          for: ({ isInTeam }) => !isInTeam,
        },
      },
    },
    capture: [
      {
        icon: 'partners',
        label: (t) => t.capture.visit,
        hint: (t) => t.capture.visitHint,
        order: 70,
        path: ({ isInTeam }) => (isInTeam ? visitPath() : null),
      },
    ],
    place: ({ kind, key, collection, id }) => {
      if (kind === 'partner_card') return cardsPath();
      const part = PARTS.find((one) => one === collection);
      return part ? partnerPath(key, part, id) : partnerPath(key);
    },
    reads: {
      partners: read,
      partner: read,
      partnerTerritories: ['partner'],
      partnerAgreements: ['partner'],
      partnerYear: ['partner', 'ledger'],
      partnerCards: ['partner_card'],
    },
    waits: {
      partner: {
        next_step: { icon: 'partners', text: (t) => t.today.kind.nextStep },
        agreement_ends: { icon: 'seal', text: (t) => t.today.kind.agreementEnds },
      },
    },
    next: {},
    commands,
    about: ({ key }) =>
      asked(
        () => ({ view: 'partner', id: key }),
        ({ row }) => ({ label: row.name }),
      ),
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    values: {
      kind: (t) => [t.partners.kinds],
      act: (t) => [t.partners.acts],
    },
  },
);
