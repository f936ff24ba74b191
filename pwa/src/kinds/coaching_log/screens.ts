/** Puts the screens that every phone has in their places. */
import AmendRefused from './AmendRefused.svelte';
import CoachingScreen from './CoachingScreen.svelte';
import NextSession from './NextSession.svelte';
import { amendRefused, coachingScreen, nextSession, signedForMe } from './parts.ts';
import SignedForMe from './SignedForMe.svelte';

coachingScreen.screens = CoachingScreen;
nextSession.screens = NextSession;
amendRefused.screens = AmendRefused;
signedForMe.screens = SignedForMe;
