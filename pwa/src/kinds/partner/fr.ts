/** The French texts of partners that every phone has. */

const partners = {
  title: 'Partenaires',
  partner: 'Partenaire',
  kind: 'Ce qu’il est pour nous',
  kinds: {
    economic: 'Économique',
    social: 'Social',
    institution: 'Institution',
    funder: 'Financeur',
    prescriber: 'Prescripteur',
    press: 'Presse',
    network: 'Réseau',
  },
  acts: {
    meeting: 'Réunion',
    event: 'Événement',
    convention: 'Convention',
    subsidy: 'Subvention',
    visit: 'Visite',
    call: 'Appel',
  },
  all: 'Tous',
  search: 'Chercher un partenaire, un territoire',
  noCards: 'Aucun partenaire n’est encore présenté.',
  noCardsHint:
    'L’équipe choisit les partenaires que tout le monde voit ici, avec la personne à qui demander.',
  noMatch: 'Aucun partenaire ne correspond.',
  ask: (name: string) => `Demander à ${name}`,
  mine: 'Pour lesquels j’ai mandat',
  others: 'Présentés à tous',
};

export const fr = {
  partners,
  capture: {
    visit: 'Visite, échange avec un partenaire',
    visitHint: 'Qui, combien de temps, et la suite',
  },
  sync: {
    kinds: {
      partner: 'Partenaire',
      partner_card: 'Carte d’un partenaire',
    },
  },
  refused: {
    kinds: {
      partner: 'Partenaire',
      partner_card: 'Carte d’un partenaire',
    },
  },
  today: {
    kind: {
      nextStep: 'Suite à donner à un partenaire',
      agreementEnds: 'Accord qui se termine',
    },
  },
  conflict: {
    fields: {
      territory: 'Territoire',
      ask: 'À qui demander',
      act: 'Ce que c’était',
      presented: 'Présenté à tous',
      doneAt: 'Fait le',
      role: 'Fonction',
    },
  },
  reread: {
    fields: {
      brings: 'Ce qu’il apporte',
      note: 'Note',
      deliverables: 'Ce qui est dû',
    },
  },
};
