/** The French texts of the guide that every phone has. */

export const fr = {
  more: {
    guide: 'Guide de la coopérative',
  },
  guide: {
    fields: {
      part: 'Rubrique',
      rank: 'Ordre',
      rateBp: 'Taux',
      about: 'Pour quoi, et quand',
      person: 'Qui',
    } as Record<string, string>,
    parts: {
      value: 'Valeurs',
      principle: 'Principes coopératifs',
      step: 'Étape d’accueil',
      practice: 'Comment nous faisons',
      link: 'Pour aller plus loin',
    },
    sectorParts: {
      obligation: 'Obligation',
      insurance: 'Assurance',
      vat: 'TVA',
      note: 'Bon à savoir',
    },
  },
  sync: {
    kinds: {
      guide: 'Guide',
      progress: 'Avancée dans le guide',
    },
  },
  refused: {
    kinds: {
      guide: 'Guide',
      progress: 'Avancée dans le guide',
    },
  },
  today: {
    kind: {
      welcome_step: 'Prochaine étape d’accueil',
    },
  },
};
