/** What can be done with one's profile. What is refused of it is typed again on its page. */
import type { ProfileCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../kind.ts';

export const commands = { editProfile: false, setProfileTag: false } satisfies CommandsOf<ProfileCommand>;
