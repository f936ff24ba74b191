import DirectoryPage from './DirectoryPage.svelte';
import ProfilePage from './ProfilePage.svelte';
import { membersPage, profilePage } from './parts.ts';

membersPage.screens = DirectoryPage;
profilePage.screens = ProfilePage;
