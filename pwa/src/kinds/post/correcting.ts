/** The form that corrects what was refused of a post: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectPost from './CorrectPost.svelte';

export const forms: FormsFor<typeof commands> = { addPost: CorrectPost, editPost: CorrectPost };
