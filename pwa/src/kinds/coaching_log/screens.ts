import CoachingScreen from './CoachingScreen.svelte';
import { coachingScreen, signedForMe } from './parts.ts';
import SignedForMe from './SignedForMe.svelte';

coachingScreen.screens = CoachingScreen;
signedForMe.screens = SignedForMe;
