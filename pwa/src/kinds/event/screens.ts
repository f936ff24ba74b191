import EventsScreen from './EventsScreen.svelte';
import { eventsScreen } from './parts.ts';

eventsScreen.screens = EventsScreen;
