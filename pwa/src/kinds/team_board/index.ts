/** The team's board: tasks, who is away, notes of the week. */
import { Part } from '../../lib/parts.svelte.ts';
import { oneOf } from '../../lib/paths.ts';
import { AT_ONCE, entriesOf, inList, kind, rowsOf } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { teamBoardPage } from './parts.ts';
import { BOARD_TABS, teamBoardPath } from './paths.ts';

const read = entriesOf('team_board');

export const teamBoard = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['team_board'],
    pages: {
      team: {
        screen: teamBoardPage,
        link: {
          icon: 'today',
          label: (t) => t.more.teamBoard,
          order: 20,
          at: 'work',
          for: ({ role }) => role !== 'entrepreneur',
        },
      },
    },
    place: ({ collection, id }) => teamBoardPath(oneOf(BOARD_TABS, collection) ?? 'tasks', id || undefined),
    reads: { teamTasks: read, covers: read, weekNotes: read, teamMates: [] },
    waits: {
      team_board: {
        task_late: { icon: 'flag', text: (t) => t.today.kind.task_late },
        task_due: { icon: 'flag', text: (t) => t.today.kind.task_due },
        stand_in: { icon: 'person', text: (t) => t.today.kind.stand_in },
      },
    },
    next: {},
    commands,
    about: ({ collection, id }) =>
      collection === 'tasks'
        ? inList(
            { view: 'teamTasks', mine: false, window: AT_ONCE },
            id,
            rowsOf,
            ({ fields }) => fields.title,
          )
        : undefined,
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    fieldName: (t, field) => t.teamBoard.fields[field],
    values: { status: (t) => [t.teamBoard.taskStatuses] },
  },
);
