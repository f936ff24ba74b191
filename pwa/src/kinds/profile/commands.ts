/** What can be done with one's profile and contact. What is refused of it is typed again on its page. */
import type { ContactCommand, ProfileCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  editProfile: false,
  setProfileTag: false,
  editContact: false,
} satisfies CommandsOf<ProfileCommand | ContactCommand>;
