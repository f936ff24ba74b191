/** What can be done with a post, and which of it can be corrected in a form. */
import type { PostCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addPost: true,
  editPost: true,
  replyToPost: false,
  takeReplyBack: false,
  thankForReply: false,
  readReply: false,
  pinPost: false,
  hidePost: false,
} satisfies CommandsOf<PostCommand>;
