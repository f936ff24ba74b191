/** The screens of events that are not in the app itself, and the place of the one that is. */
import type { Component } from 'svelte';

import type { EventRow } from '../../client/generated/types.ts';
import { InShell, Part } from '../../lib/parts.svelte.ts';
import type { EventsRoute } from './paths.ts';

export const eventsScreen = new InShell<Component<{ route: EventsRoute }>>();
export const nextEvent = new InShell<Component<{ row: EventRow }>>();

/** For those who organise. */
export const eventForm = new Part('team', () => import('./team.ts').then(({ EventForm }) => EventForm));
export const guestList = new Part('team', () => import('./team.ts').then(({ GuestList }) => GuestList));

/** One question after an event. */
export const rateEvent = new Part('shared', () => import('./shared.ts').then(({ RateEvent }) => RateEvent));
/** One event, or all one's events and sessions, for one's own calendar. */
export const calendarButton = new Part('shared', () =>
  import('./shared.ts').then(({ CalendarButton }) => CalendarButton),
);
