/** Who was at events, as those mark it who hold them, and where each member was (`attended`). */
import { Part } from '../../lib/parts.svelte.ts';
import { asked, entriesOf, kind, screen } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { attendanceScreen, attendedPage } from './parts.ts';
import { attendancePath, attendedPath, readAttendance } from './paths.ts';

export const attendance = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['attendance', 'attended'],
    routes: { attendance: (rest) => screen(attendanceScreen, readAttendance(rest)) },
    pages: { attended: { screen: attendedPage } },
    place: (place) => (place.kind === 'attended' ? attendedPath() : attendancePath(place.key)),
    reads: {
      // Who is expected stands in the documents of the event.
      attendance: entriesOf('attendance', 'event', 'roster', 'guests'),
      attended: ['attended', 'event'],
    },
    waits: {},
    next: {},
    commands,
    untyped: { markAttendance: ['start', 'end', 'part'] },
    about: ({ key: event }) =>
      asked(
        () => ({ view: 'attendance', event }),
        ({ title }) => ({ label: title }),
      ),
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    values: {
      presence: (t) => [t.attendance.presences],
    },
  },
);
