/** The English texts of the team's board that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  more: {
    teamBoard: 'Team board',
  },
  teamBoard: {
    fields: {
      away: 'Who is away',
      until: 'Last day',
      backup: 'Who stands in',
      week: 'Week',
    },
    taskStatuses: { todo: 'To do', doing: 'Under way', done: 'Done', dropped: 'Given up' },
  },
  sync: {
    kinds: {
      team_board: 'Team board',
    },
  },
  refused: {
    kinds: {
      team_board: 'Team board',
    },
  },
  today: {
    kind: {
      task_late: 'Task late',
      task_due: 'Task to do',
      stand_in: 'You stand in for',
    },
  },
};
