/** A year of a member's activity: journal, expenses, trips, leads and the turnover expected. */
import type { Component } from 'svelte';

import { InShell, Part } from '../../lib/parts.svelte.ts';
import { NEW } from '../../lib/paths.ts';
import { asked, entriesOf, kind, screen } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { labelOf } from './entries.ts';
import { figures } from './figures.ts';
import { fr } from './fr.ts';
import { type ActivityRoute, activityPath, placeOf, readActivity } from './paths.ts';

export const activityScreen = new InShell<Component<{ route: ActivityRoute }>>();

const newExpense = activityPath(null, null, 'expenses', NEW);
const newTrip = activityPath(null, null, 'trips', NEW);
const newNote = activityPath(null, null, 'journal', NEW);
const read = entriesOf('activity');
// How far each line has come is decided in the ledger.
const readLines = entriesOf('activity', 'ledger');
// Lines that the relay has not carried over yet stand in the activity.
const readJournal = entriesOf('journal', 'activity', 'ledger');

export const activity = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['activity', 'journal'],
    routes: { activity: (rest) => screen(activityScreen, readActivity(rest)) },
    places: [
      {
        area: '/activity',
        icon: 'document',
        label: (t) => t.nav.myActivity,
        order: 10,
        at: 'work',
        path: () => activityPath(),
        bar: { side: 'left', roles: ['entrepreneur'] },
        news: [],
      },
    ],
    capture: [
      {
        icon: 'receipt',
        label: (t) => t.capture.expense,
        hint: (t) => t.capture.expenseHint,
        order: 10,
        path: () => newExpense,
      },
      {
        icon: 'trip',
        label: (t) => t.capture.trip,
        hint: (t) => t.capture.tripHint,
        order: 20,
        path: () => newTrip,
      },
      {
        icon: 'note',
        label: (t) => t.capture.note,
        hint: (t) => t.capture.noteHint,
        order: 50,
        path: () => newNote,
      },
    ],
    ofMember: { label: (t) => t.nav.activity, path: (member) => activityPath(member) },
    figures,
    shortcuts: { expense: newExpense, mileage: newTrip },
    place: placeOf,
    reads: {
      activity: readJournal,
      journal: readJournal,
      expenses: readLines,
      trips: readLines,
      leads: read,
      activityEntry: readJournal,
    },
    waits: { activity: { lead_due: { icon: 'pipeline', text: (t) => t.today.kind.lead_due } } },
    next: {},
    commands,
    about: ({ owner: member, key, collection, id }) =>
      collection === 'forecast'
        ? undefined
        : asked(
            () => ({ view: 'activityEntry', member, year: Number(key), id }),
            (entry) => ({ label: labelOf(entry) }),
          ),
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    entryName: (t, f, label) =>
      /^\d{4}-\d\d$/.test(label) ? t.activity.forecastOf(f.month(label)) : undefined,
    values: {
      category: (t) => [t.activity.categories],
      vehicle: (t) => [t.activity.vehicles],
      stage: (t) => [t.activity.stages],
      kind: (t) => [t.activity.kinds],
      receipt: (t) => [t.activity.receipts],
    },
  },
);
