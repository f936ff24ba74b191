/** The English texts of what only the team does with the directory. */
import type { fr } from './fr_team.ts';

export const en: typeof fr = {
  file: 'members',
  columns: {
    name: 'Name',
    tradeName: 'Trade name',
    trades: 'Trades',
    branch: 'Branch',
    roles: 'Roles',
    stage: 'Stage',
    associate: 'Associate',
    phone: 'Phone',
    email: 'E-mail',
  },
  yes: 'yes',
  no: 'no',
};
