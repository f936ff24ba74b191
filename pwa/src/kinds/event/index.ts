/** Events of the cooperative, one's answers to them (`rsvp`), and what the relay makes of everybody's. */
import { Part } from '../../lib/parts.svelte.ts';
import { asked, entriesOf, kind, screen } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { eventsScreen, nextEvent } from './parts.ts';
import { DOCUMENTS, eventPath, eventsPath, readEvents } from './paths.ts';

const read = entriesOf(...DOCUMENTS);

export const event = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: DOCUMENTS,
    routes: { events: (rest) => screen(eventsScreen, readEvents(rest)) },
    places: [
      {
        area: '/events',
        icon: 'events',
        label: (t) => t.nav.events,
        order: 5,
        path: eventsPath,
        bar: { side: 'right', roles: ['coach', 'comms'] },
      },
    ],
    capture: [
      {
        icon: 'answer',
        label: (t) => t.capture.answer,
        hint: (t) => t.capture.answerHint,
        order: 40,
        path: () => eventsPath(),
      },
    ],
    agenda: { label: (t) => t.nav.events, path: eventsPath },
    // Answers are entries named after their event.
    place: ({ key, id }) => eventPath(key || id),
    reads: { events: read, event: [...read, 'post', 'attended'] },
    waits: {
      event: {
        reconfirm: { icon: 'events', text: (t) => t.today.kind.reconfirm },
        answer: { icon: 'answer', text: (t) => t.today.kind.answer },
      },
    },
    next: { event: nextEvent },
    commands,
    about: ({ key, id }) =>
      asked(
        () => ({ view: 'event', id: key || id }),
        ({ row }) => ({ label: row.title }),
      ),
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    values: {
      kind: (t) => [t.events.kinds],
      status: (t) => [t.events.statuses, t.events.answers],
    },
  },
);
