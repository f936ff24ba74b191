/** What the team's board is called where members are told who reads and who writes it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'team_board'> = {
  fr: {
    team_board: {
      title: 'Le tableau de l’équipe',
      parts: {
        tasks: 'tâches et qui les fait',
        cover: 'absences et remplacements',
        weeks: 'mots de la semaine, avec le nom de qui les a écrits',
      },
    },
  },
  en: {
    team_board: {
      title: 'The team’s board',
      parts: {
        tasks: 'tasks and who does them',
        cover: 'who is away, and who stands in',
        weeks: 'notes of the week, with the name of who wrote them',
      },
    },
  },
};
