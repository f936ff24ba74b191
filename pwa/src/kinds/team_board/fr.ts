/** The French texts of the team's board that every phone has. */

export const fr = {
  more: {
    teamBoard: 'Tableau de l’équipe',
  },
  teamBoard: {
    fields: {
      away: 'Qui est absent',
      until: 'Dernier jour',
      backup: 'Qui remplace',
      week: 'Semaine',
    } as Record<string, string>,
    taskStatuses: { todo: 'À faire', doing: 'En cours', done: 'Faite', dropped: 'Abandonnée' },
  },
  sync: {
    kinds: {
      team_board: 'Tableau de l’équipe',
    },
  },
  refused: {
    kinds: {
      team_board: 'Tableau de l’équipe',
    },
  },
  today: {
    kind: {
      task_late: 'Tâche en retard',
      task_due: 'Tâche à faire',
      stand_in: 'Vous remplacez',
    },
  },
};
