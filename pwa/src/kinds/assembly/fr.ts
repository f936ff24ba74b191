/** The French texts of assemblies that every phone has. */

export const fr = {
  assembly: {
    majorities: { simple: 'Majorité simple', two_thirds: 'Deux tiers' },
  },
  more: {
    assemblies: 'Assemblées',
  },
  sync: {
    kinds: { assembly: 'Assemblée' },
  },
  refused: {
    kinds: { assembly: 'Assemblée' },
  },
  today: {
    kind: {
      assemblyNotice: 'Convocation à envoyer',
      assemblyProxy: 'On vous donne pouvoir',
      assemblyHeld: 'Assemblée passée\u00a0: à clore',
    },
  },
  conflict: {
    fields: {
      noticeSent: 'Convocation envoyée le',
      voters: 'Personnes ayant le droit de vote',
      present: 'Présents',
      proxiesMax: 'Pouvoirs par personne',
      rank: 'Rang',
      link: 'Lien',
      majority: 'Majorité',
      votesFor: 'Pour',
      votesAgainst: 'Contre',
      votesAbstain: 'Abstentions',
    },
  },
  reread: {
    fields: { proceedings: 'Procès-verbal' },
  },
};
