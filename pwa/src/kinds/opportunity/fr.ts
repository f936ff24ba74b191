/** The French texts of opportunities that every phone has. */

const opportunities = {
  title: 'Opportunités',
  opportunity: 'Opportunité',
  actions: 'Actions',
  sources: {
    market: 'Marché',
    partner: 'Partenaire',
    member: 'Un membre',
    watch: 'Veille',
  },
  kinds: {
    call: 'Appel à projets',
    signal: 'Signal',
    need: 'Besoin',
    idea: 'Idée',
    experiment: 'Expérimentation',
  },
  statuses: {
    published: 'Publiée',
    studying: 'À l’étude',
    go: 'On y va',
    no_go: 'On n’y va pas',
    done: 'Close',
  },
  experimentStatuses: {
    planned: 'Prévue',
    running: 'En cours',
    stopped: 'Arrêtée',
    adopted: 'Adoptée',
  },
  actionStatuses: {
    todo: 'À faire',
    doing: 'En cours',
    done: 'Faite',
  },
};

export const fr = {
  opportunities,
  capture: {
    idea: 'Idée, opportunité',
    ideaHint: 'Un appel, un besoin, quelque chose à essayer',
  },
  sync: {
    kinds: {
      opportunity: 'Opportunité',
    },
  },
  refused: {
    kinds: {
      opportunity: 'Opportunité',
    },
  },
  today: {
    kind: {
      opportunityAction: 'Action à faire',
      decide: 'Opportunité à décider',
      result: 'Résultat d’une expérimentation à dire',
      teach: 'Expérimentation à raconter dans le guide',
    },
  },
  conflict: {
    fields: {
      source: 'D’où elle vient',
      deadline: 'À répondre avant le',
      impact: 'Impact',
      effort: 'Effort',
    },
  },
  reread: {
    fields: {
      hypothesis: 'Hypothèse',
      measure: 'Mesure',
      result: 'Résultat',
    },
  },
};
