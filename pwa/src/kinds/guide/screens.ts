/** What every phone does about the guide when the app starts: its screens come by themselves. */
import './at_hand.svelte.ts';
