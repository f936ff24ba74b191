/** The French texts of what only the team does with the directory. */

export const fr = {
  file: 'membres',
  columns: {
    name: 'Nom',
    tradeName: 'Enseigne',
    trades: 'Métiers',
    branch: 'Antenne',
    roles: 'Rôles',
    stage: 'Parcours',
    associate: 'Associé·e',
    phone: 'Téléphone',
    email: 'E-mail',
  },
  yes: 'oui',
  no: 'non',
};
