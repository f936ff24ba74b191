/** Puts the screens that every phone has in their places. */
import EventsScreen from './EventsScreen.svelte';
import { eventsScreen } from './parts.ts';

eventsScreen.screens = EventsScreen;
