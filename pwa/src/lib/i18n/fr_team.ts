/** The French texts of what only those do who accompany, organise or direct. */

export const team = {
  /** Members, roles, invitations. */
  people: {
    add: 'Ajouter',
    newMember: 'Nouveau membre',
    editMember: 'Modifier le membre',
    search: 'Chercher un nom, une antenne',
    filter: 'Qui montrer',
    filters: {
      active: (n: number) => `Actifs ${n}`,
      waiting: (n: number) => `Attendus ${n}`,
      away: (n: number) => `Partis ${n}`,
    },
    none: 'Personne ici.',
    noneHint:
      'Ajoutez les membres de votre coopérative, puis invitez-les : chacun rejoint avec son téléphone.',
    noMatch: 'Personne ne correspond.',
    everybodyIn: 'Tout le monde a rejoint.',
    nobodyAway: 'Personne n’est parti.',
    needsNetwork: 'Il faut du réseau pour voir et changer les membres.',
    needsNetworkHint: 'L’annuaire, lui, reste lisible hors ligne.',
    needsNetworkForm:
      'Hors ligne : ceci s’enregistre à la coopérative. Ce que vous tapez reste ici en attendant.',
    stale: 'Hors ligne : cette liste peut dater. Les changements demandent du réseau.',
    /** Why the relay changed nothing. */
    refused: {
      forbidden: 'Il faut qu’au moins une personne garde le rôle Direction.',
      not_found:
        'Rien n’est changé : une personne choisie n’est plus à la coopérative, ou vous n’avez plus le rôle Direction.',
      bad_message: 'Rien n’est changé : le nom ou l’antenne est trop long.',
    },
    saved: 'Enregistré par la coopérative.',
    name: 'Prénom et nom',
    roles: 'Rôles',
    rolesHint: 'Les rôles décident de ce que chacun peut lire et écrire.',
    roleMissing: 'Choisissez au moins un rôle.',
    coach: 'Accompagné·e par',
    noCoach: 'Personne',
    coachHint: 'Cette personne lira et écrira le dossier d’accompagnement, et lira l’activité.',
    stage: 'Parcours',
    noStage: 'Non précisé',
    branch: 'Antenne',
    associate: 'Associé·e',
    status: 'Situation',
    statuses: { active: 'Actif', suspended: 'Suspendu', left: 'Parti' },
    notInvited: 'à inviter',
    invited: 'invité·e',
    invitation: 'Invitation',
    neverInvited:
      'Pas encore invité·e. Envoyez une invitation pour que cette personne rejoigne avec son téléphone.',
    invitedUntil: (when: string) =>
      `Une invitation est ouverte, valable jusqu’au ${when}. Vous pouvez en faire une autre.`,
    joined:
      'A déjà rejoint. Une nouvelle invitation sert pour un autre appareil, ou après un téléphone perdu.',
    invite: 'Inviter',
    devices: 'Appareils',
    leaving: 'Départ ou absence',
    leavingHint:
      'Qui est suspendu ou parti ne lit et n’écrit plus rien. Ses écrits restent à la coopérative, et vous pouvez faire revenir cette personne.',
    suspend: 'Suspendre',
    leave: 'Noter son départ',
    comeBack: 'Faire revenir',
    left: (name: string) => `${name} : départ noté.`,
    suspended: (name: string) => `${name} : accès suspendu.`,
    back: (name: string) => `${name} est de retour.`,
    stages: {
      prospect: 'Prospect',
      diagnosis: 'Diagnostic',
      cape: 'CAPE',
      cesa: 'CESA',
      cdi_es: 'CDI ES',
      exited: 'Sorti·e',
    },
  },
};
