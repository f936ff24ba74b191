/** What a member’s frame is called where members are told who reads and who writes it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'ledger'> = {
  fr: {
    ledger: {
      title: 'Votre cadre',
      parts: {
        contracts: 'contrats',
        path: 'étapes de votre parcours',
        obligations: 'obligations',
        statements: 'états mensuels des comptes',
        decisions: 'décisions sur vos dépenses et trajets',
        closed: 'mois clos',
      },
    },
  },
  en: {
    ledger: {
      title: 'Your frame',
      parts: {
        contracts: 'contracts',
        path: 'the stages of your path',
        obligations: 'obligations',
        statements: 'monthly statements of accounts',
        decisions: 'decisions on your expenses and trips',
        closed: 'closed months',
      },
    },
  },
};
