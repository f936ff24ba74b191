import CoachingScreen from './CoachingScreen.svelte';
import SignedForMe from './SignedForMe.svelte';
import { coachingScreen, signedForMe } from './parts.ts';

coachingScreen.screens = CoachingScreen;
signedForMe.screens = SignedForMe;
