/** The French texts of consultations that every phone has. */

export const fr = {
  consultation: {
    methods: {
      consent: 'Consentement',
      advice: 'Avis',
      poll: 'Vote entre des options',
      date_poll: 'Choix d’une date',
    },
    positions: { consent: 'Je consens', objection: 'J’objecte', abstain: 'Je m’abstiens' },
  },
  more: {
    decisions: 'Décisions',
  },
  sync: {
    kinds: { consultation: 'Consultation', stance: 'Votre avis', tally: 'Résultat d’une consultation' },
  },
  refused: {
    kinds: { consultation: 'Consultation', stance: 'Votre avis', tally: 'Résultat d’une consultation' },
  },
  today: {
    kind: {
      stance: 'Votre avis est attendu',
      stanceOfAssociates: 'Les associés sont consultés',
      outcome: 'Résultat à publier',
    },
  },
  conflict: {
    fields: {
      question: 'Question',
      method: 'Méthode',
      secret: 'Vote secret',
      closes: 'Fin',
      quorumBp: 'Quorum',
      proxies: 'Procurations par personne',
      option: 'Votre choix',
      position: 'Votre position',
      proxy: 'Votre procuration',
    },
  },
  reread: {
    fields: { details: 'Précisions', outcome: 'Résultat', reason: 'Pourquoi' },
  },
};
