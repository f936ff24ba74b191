/** The French texts of the figures of all that every phone has. */

export const fr = {
  more: {
    figures: 'Chiffres',
  },
  services: {
    fields: {
      closes: 'Fin de l’exercice',
      settledOn: 'Arrêté le',
      words: 'À savoir',
      post: 'Poste',
      label: 'Intitulé',
      cents: 'Montant',
      note: 'Précision',
    } as Record<string, string>,
    posts: {
      contributions: 'Contributions des membres',
      grants: 'Aides publiques',
      training_income: 'Formation',
      other_income: 'Autres produits',
      accompaniment: 'Accompagnement',
      accounting: 'Comptabilité, paie, social',
      premises: 'Locaux',
      tools: 'Informatique et téléphone',
      insurance: 'Assurances',
      outreach: 'Communication et partenariats',
      governance: 'Vie coopérative',
      solidarity: 'Solidarité entre membres',
      other_cost: 'Autres charges',
    },
  },
  sync: {
    kinds: {
      figures: 'Chiffres de tous',
      services: 'Services mutualisés',
    },
  },
  refused: {
    kinds: {
      figures: 'Chiffres de tous',
      services: 'Services mutualisés',
    },
  },
};
