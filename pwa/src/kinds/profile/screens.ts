/** Puts the screens that every phone has in their places. */
import DirectoryPage from './DirectoryPage.svelte';
import { membersPage, profilePage } from './parts.ts';
import ProfilePage from './ProfilePage.svelte';

membersPage.screens = DirectoryPage;
profilePage.screens = ProfilePage;
