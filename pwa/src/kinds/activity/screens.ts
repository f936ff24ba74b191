/** Puts the screens that every phone has in their places. */
import ActivityScreen from './ActivityScreen.svelte';
import { activityScreen } from './index.ts';

activityScreen.screens = ActivityScreen;
