/** The English texts of what every form says. */
import type { form as fr, reread as frReread } from './fr_form.ts';

export const form: typeof fr = {
  restored: (when) => `Draft kept on this phone, ${when}`,
  unkept: 'No room left on this phone: what you type is kept on the screen only. Save it, or copy it.',
  throwAway: 'Discard the draft',
  thrownAway: 'Draft discarded.',
  moved: (when) =>
    when ? `Changed meanwhile (${when}). What is saved:` : 'Changed meanwhile. What is saved:',
  movedSave: 'If you save without choosing, both values stay to be checked.',
  movedProse: 'If you save without choosing, both texts are put together and marked to be read again.',
  movedLost: 'Your draft is too old to be put together by itself: choose.',
  take: 'Take the other',
  keep: 'Keep mine',
  choose: 'Not saved: a value changed meanwhile. Choose which one to keep.',
  gone: 'This item was removed.',
  goneTyped:
    'This item was removed meanwhile. What you typed is still here: copy it, or bring the item back.',
  bringBack: 'Bring back',
  drafts: 'Drafts not saved',
  draft: 'Draft',
  throwAwayShort: 'Discard',
  saving: (done) => `Saving a long text: ${done}`,
  elsewhere: 'open in another window',
  drawAgain: 'Clear',
  drawHere: (name: string) => `Frame where ${name} draws their signature`,
  typeInstead: (name: string) => `If you cannot draw: type your name, “${name}”.`,
};

/** Prose that was changed in two places at once. */
export const reread: typeof frReread = {
  title: 'To read again',
  intro:
    'Two people wrote this passage at the same time. Both texts stand in it, put together: read it again, correct it if needed.',
  byMe: 'You wrote this passage in two places at the same time (two devices or two windows). Both texts stand in it, put together: read it again, correct it if needed.',
  byOne: (name) =>
    `${name} wrote this passage in two places at the same time. Both texts stand in it, put together.`,
  removed: '(passage taken out)',
  done: 'I have read it',
  fields: {
    text: 'Text',
  } as Record<string, string>,
};
