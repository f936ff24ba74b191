/** Puts the screens that every phone has in their places. */
import EventsScreen from './EventsScreen.svelte';
import NextEvent from './NextEvent.svelte';
import { eventsScreen, nextEvent } from './parts.ts';

eventsScreen.screens = EventsScreen;
nextEvent.screens = NextEvent;
