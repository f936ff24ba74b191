/** Posts on the board: a need, an offer, an experience, a question, news; and what others answer. */
import { Part } from '../../lib/parts.svelte.ts';
import { asked, entriesOf, kind } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { boardScreen, callsPage } from './parts.ts';
import { newPostPath, postPath } from './paths.ts';

const read = entriesOf('post');

export const post = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['post'],
    pages: {
      board: {
        screen: boardScreen,
        link: {
          icon: 'share',
          label: (t) => t.board.title,
          order: 10,
          bar: { side: 'left', roles: ['comms'], order: 50 },
        },
      },
      calls: { screen: callsPage },
    },
    capture: [
      {
        icon: 'share',
        label: (t) => t.capture.post,
        hint: (t) => t.capture.postHint,
        order: 60,
        orders: { comms: 0 },
        path: () => newPostPath(),
      },
    ],
    place: ({ owner, key }) => postPath(owner, key),
    reads: {
      posts: read,
      post: read,
      meetings: entriesOf('post', 'profile', 'directory'),
      quietPosts: read,
      needThemes: read,
      isolated: ['post', 'directory', 'profile', 'event', 'roster', 'register', 'coaching_log'],
    },
    waits: {
      post: {
        help: { icon: 'share', text: (t) => t.today.kind.help },
        reply: { icon: 'answer', text: (t) => t.today.kind.reply },
      },
    },
    next: {},
    commands,
    about: ({ owner, key }) =>
      asked(
        () => ({ view: 'post', member: owner, id: key }),
        ({ row }) => ({ label: row.title }),
      ),
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    values: {
      topic: (t) => [t.board.topics],
      status: (t) => [t.board.statuses],
    },
  },
);
