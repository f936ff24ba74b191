/** Somebody is asked to agree to a story word for word: what they read is what will appear. */
import type { Command, ConsentSort, StoryKind, StorySheet } from '../../client/generated/types.ts';

/** What those must agree to whom a story of a kind shows. */
const SORTS: Record<StoryKind, ConsentSort> = {
  news: 'image',
  testimony: 'testimony',
  press: 'image',
  social: 'image',
  newsletter: 'image',
};

export function asking({ row, fields }: StorySheet, member: string): Command {
  const { kind, title, body, channels } = fields;
  return {
    type: 'askConsent',
    member,
    id: row.info.id,
    request: { sort: SORTS[kind], title, text: body, channels: channels.join(', ') },
  };
}
