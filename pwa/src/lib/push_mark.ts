/** Where this browser remembers that somebody is told here while the app is closed: read each time the app starts. */

/** Under what the mark is kept (`push_wish.ts` reads it); empty: nobody is. */
export const PUSH_MARK_KEY = 'besace:push';
