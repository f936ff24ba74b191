/** What the account of shared services is called where members are told who reads and who writes it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'services'> = {
  fr: {
    services: {
      title: 'Le compte des services mutualisés',
      parts: {
        accounts: 'état du compte, avec le nom de qui l’a écrit',
        lines: 'charges et produits, avec le nom de qui les a écrits',
      },
    },
  },
  en: {
    services: {
      title: 'The account of shared services',
      parts: {
        accounts: 'state of the account, with the name of who wrote it',
        lines: 'costs and income, with the name of who wrote them',
      },
    },
  },
};
