/** Puts the screens that every phone has in their places. */
import AmendRefused from './AmendRefused.svelte';
import AskForm from './AskForm.svelte';
import CoachingScreen from './CoachingScreen.svelte';
import NextSession from './NextSession.svelte';
import { amendRefused, askForm, coachingScreen, nextSession, signedForMe } from './parts.ts';
import SignedForMe from './SignedForMe.svelte';

askForm.screens = AskForm;
coachingScreen.screens = CoachingScreen;
nextSession.screens = NextSession;
amendRefused.screens = AmendRefused;
signedForMe.screens = SignedForMe;
