/** What can be done with one's profile and contact. What is refused of it is typed again on its page. */
import type { Commands } from '../kind.ts';

export const commands = { editProfile: false, setProfileTag: false, editContact: false } satisfies Commands;
