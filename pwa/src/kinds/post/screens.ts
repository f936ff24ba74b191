/** Puts the board in its place: every phone has it. */
import BoardScreen from './BoardScreen.svelte';
import { boardScreen } from './parts.ts';

boardScreen.screens = BoardScreen;
