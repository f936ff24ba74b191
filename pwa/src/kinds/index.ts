/** The kinds of document, as the app knows them: the only list. Each is a folder; `registry/kind.ts` says what it holds. */
export { activity } from './activity/index.ts';
export { coachNotes } from './coach_notes/index.ts';
export { coachingLog } from './coaching_log/index.ts';
export { duties } from './duties/index.ts';
export { event } from './event/index.ts';
export { ledger } from './ledger/index.ts';
export { opportunity } from './opportunity/index.ts';
export { partner } from './partner/index.ts';
export { guide } from './guide/index.ts';
export { post } from './post/index.ts';
export { profile } from './profile/index.ts';
export { pulse } from './pulse/index.ts';
export { register } from './register/index.ts';
export { group } from './group/index.ts';
export { consultation } from './consultation/index.ts';
export { assembly } from './assembly/index.ts';
export { teamBoard } from './team_board/index.ts';
