import DirectoryPage from './DirectoryPage.svelte';
import { membersPage, profilePage } from './parts.ts';
import ProfilePage from './ProfilePage.svelte';

membersPage.screens = DirectoryPage;
profilePage.screens = ProfilePage;
