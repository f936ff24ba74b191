/** The French texts of the directory and of profiles. */

export const fr = {
  members: {
    search: 'Nom, métier, savoir-faire, offre, besoin',
    none: 'Personne ne correspond.',
    noneHint: 'Essayez un autre mot.',
    lookingForPartners: 'cherche des partenaires',
    associate: 'associé·e',
    coaches: 'Accompagné·e par',
    call: 'Appeler',
    write: 'Écrire',
  },
  profile: {
    displayName: 'Nom affiché',
    trades: 'Métiers',
    languages: 'Langues',
    looking: 'Je cherche des partenaires pour un chantier ou une mission',
    tradeName: 'Enseigne',
    branch: 'Antenne',
    sector: 'Secteur',
    noSector: 'Pas encore choisi',
    sectorHint: 'Le guide vous montre les obligations, les assurances et la TVA de ce secteur.',
    sectors: {
      advice: 'Conseil',
      training: 'Formation',
      building: 'Artisanat et bâtiment',
      care: 'Services à la personne',
      digital: 'Numérique',
      arts: 'Culture et spectacle',
      farming: 'Agriculture',
      other: 'Autre',
    },
    offer: 'Ce que je propose',
    needs: 'Ce que je cherche',
    skills: 'Savoir-faire',
    skillsHint: 'Séparés par des virgules',
    email: 'Courriel',
    phone: 'Téléphone',
    visible: 'Montrer mes coordonnées aux autres membres',
    contact: 'Mes coordonnées',
    contactHint:
      'L’équipe les lit. Les autres membres ne lisent que le téléphone et le courriel, et seulement si vous les montrez.',
    emergency: 'En cas d’urgence',
    emergencyHint: 'Qui appeler, ce qu’il faut savoir. L’équipe seule le lit.',
  },
  sync: {
    kinds: {
      directory: 'Annuaire',
      profile: 'Votre fiche',
      contact: 'Coordonnées',
      contact_shown: 'Coordonnées',
      membership: 'Parcours',
    },
  },
  refused: {
    kinds: {
      directory: 'Annuaire',
      profile: 'Profil',
      contact: 'Coordonnées',
      contact_shown: 'Coordonnées',
      membership: 'Parcours',
    },
  },
  nav: {
    members: 'Membres',
  },
  more: {
    profile: 'Mon profil',
    profileHint: 'Ce que les autres membres voient de vous',
    members: 'Annuaire',
  },
  today: {
    first: {
      people: 'Ajoutez vos membres',
      peopleHint: 'Entrepreneurs, accompagnateurs, équipe : ajoutez-les, puis invitez-les.',
      profile: 'Présentez-vous',
      profileHint: 'Votre métier, ce que vous proposez, comment vous joindre.',
    },
  },
  conflict: {
    fields: {
      phone: 'Téléphone',
      email: 'Courriel',
      tradeName: 'Enseigne',
      displayName: 'Nom affiché',
      contactVisible: 'Coordonnées visibles',
      emergency: 'En cas d’urgence',
      shown: 'Coordonnées visibles',
    },
  },
  reread: {
    fields: {
      offers: 'Ce que je propose',
      needs: 'Ce que je cherche',
    },
  },
};
