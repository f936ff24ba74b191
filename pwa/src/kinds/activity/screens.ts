import ActivityScreen from './ActivityScreen.svelte';
import { activityScreen } from './index.ts';

activityScreen.screens = ActivityScreen;
