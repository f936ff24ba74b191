/** Puts the screens that every phone has in their places. */
import AmendRefused from './AmendRefused.svelte';
import CoachingScreen from './CoachingScreen.svelte';
import { amendRefused, coachingScreen, signedForMe } from './parts.ts';
import SignedForMe from './SignedForMe.svelte';

coachingScreen.screens = CoachingScreen;
amendRefused.screens = AmendRefused;
signedForMe.screens = SignedForMe;
