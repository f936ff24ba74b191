// Written by `UPDATE_TYPES=1 cargo test -p besace-client types` from the Rust types. Do not edit.
/* eslint-disable */

/**
 * An action somebody owes.
 * Only what changes is set.
 */
export type ActionChanges = { 
/**
 * What.
 */
text?: string, 
/**
 * By when; empty when open.
 */
due?: string, 
/**
 * Where it stands.
 */
status?: ActionStatus, 
/**
 * Who does it.
 */
owner?: MemberId | null, 
/**
 * The session it came from.
 */
session?: Ulid | null, 
/**
 * The goal it serves.
 */
goal?: Ulid | null, };

/**
 * An action somebody owes.
 */
export type ActionFields = { 
/**
 * What.
 */
text: string, 
/**
 * By when; empty when open.
 */
due: string, 
/**
 * Where it stands.
 */
status: ActionStatus, 
/**
 * Who does it.
 */
owner: MemberId | null, 
/**
 * The session it came from.
 */
session: Ulid | null, 
/**
 * The goal it serves.
 */
goal: Ulid | null, };

/**
 * Something that somebody has to do, and has not done.
 */
export type ActionItem = { 
/**
 * What, in its own words.
 */
label: string, 
/**
 * What it is about, in words of its kind.
 */
about: string, 
/**
 * Who does it.
 */
owner: MemberId | null, 
/**
 * Their name.
 */
ownerName: string, 
/**
 * By when; empty when open.
 */
due: string, 
/**
 * Whether that day is past.
 */
late: boolean, 
/**
 * Whether it is under way.
 */
doing: boolean, 
/**
 * Where it is shown.
 */
place: Place, };

/**
 * An action.
 */
export type ActionRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * Its fields.
 */
fields: ActionFields, 
/**
 * The name of who does it.
 */
ownerName: string, 
/**
 * Whether that is the reader.
 */
mine: boolean, 
/**
 * Not done, and its date is past.
 */
late: boolean, };

/**
 * Where an action stands.
 */
export type ActionStatus = "todo" | "doing" | "done" | "dropped";

/**
 * What the reader has to do, and what is late of everybody's that the reader may read.
 */
export type ActionsView = { 
/**
 * The reader's own, by date.
 */
mine: Page<ActionItem>, 
/**
 * What is late, by who does it; for who answers for the cooperative.
 */
late: Array<LateActions>, };

/**
 * What a person does to their activity.
 */
export type ActivityCommand = { "type": "addExpense", 
/**
 * The new entry.
 */
id: Ulid, 
/**
 * All its fields, `date` included.
 */
expense: ExpenseFields, } | { "type": "editExpense", 
/**
 * The activity's year.
 */
year: number, 
/**
 * The entry.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: ExpenseChanges, } | { "type": "addTrip", 
/**
 * The new entry.
 */
id: Ulid, 
/**
 * All its fields.
 */
trip: TripFields, } | { "type": "editTrip", 
/**
 * The activity's year.
 */
year: number, 
/**
 * The entry.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: TripChanges, } | { "type": "submitLine", 
/**
 * The activity's year.
 */
year: number, 
/**
 * The expense or the trip.
 */
id: Ulid, 
/**
 * Whether it is handed in.
 */
submitted: boolean, } | { "type": "addLead", 
/**
 * The activity's year.
 */
year: number, 
/**
 * The new entry.
 */
id: Ulid, 
/**
 * All its fields.
 */
lead: LeadFields, } | { "type": "editLead", 
/**
 * The activity's year.
 */
year: number, 
/**
 * The entry.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: LeadChanges, } | { "type": "setForecast", 
/**
 * The month.
 */
month: string, 
/**
 * In cents.
 */
cents: number, };

/**
 * Entries that stand.
 */
export type ActivityCounts = { 
/**
 * Journal lines.
 */
journal: number, 
/**
 * Expenses.
 */
expenses: number, 
/**
 * Trips.
 */
trips: number, 
/**
 * Leads.
 */
leads: number, };

/**
 * One entry of an activity.
 */
export type ActivityEntry = { "type": "journal" } & JournalRow | { "type": "expense" } & ExpenseRow | { "type": "trip" } & TripRow | { "type": "lead" } & LeadRow;

/**
 * What screens ask of activities. `member: null` means oneself.
 */
export type ActivityRequest = { "view": "activity", 
/**
 * Whose.
 */
member: MemberId | null, 
/**
 * The year.
 */
year: number, } | { "view": "expenses", 
/**
 * Whose.
 */
member: MemberId | null, 
/**
 * The year.
 */
year: number, 
/**
 * One month `YYYY-MM` only.
 */
month: string | null, 
/**
 * Which rows.
 */
window: Window, } | { "view": "trips", 
/**
 * Whose.
 */
member: MemberId | null, 
/**
 * The year.
 */
year: number, 
/**
 * One month `YYYY-MM` only.
 */
month: string | null, 
/**
 * Which rows.
 */
window: Window, } | { "view": "leads", 
/**
 * Whose.
 */
member: MemberId | null, 
/**
 * The year.
 */
year: number, 
/**
 * One stage only.
 */
stage: LeadStage | null, 
/**
 * Which rows.
 */
window: Window, } | { "view": "activityEntry", 
/**
 * Whose.
 */
member: MemberId | null, 
/**
 * The year.
 */
year: number, 
/**
 * The entry.
 */
id: Ulid, };

/**
 * A year's activity in figures.
 */
export type ActivityView = { 
/**
 * Whose.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * The year.
 */
year: number, 
/**
 * The years this phone holds, the latest first.
 */
years: Array<number>, 
/**
 * Whether this person may write here.
 */
mayEdit: boolean, 
/**
 * Whether this person reads the journal.
 */
readsJournal: boolean, 
/**
 * January to December.
 */
months: Array<MonthTotals>, 
/**
 * The whole year.
 */
yearTotals: YearTotals, 
/**
 * How many entries stand in each list.
 */
counts: ActivityCounts, 
/**
 * Names the state of the document that the forecasts were read from, for [`crate::api::Intent::Do`].
 */
base: string, };

/**
 * Why something of an activity waits.
 */
export type ActivityWait = "lead_due";

/**
 * A point of the agenda.
 * Only what changes is set.
 */
export type AgendaChanges = { 
/**
 * Its place.
 */
rank?: number, 
/**
 * What it is about.
 */
title?: string, 
/**
 * In words.
 */
details?: string, };

/**
 * A point of the agenda.
 */
export type AgendaFields = { 
/**
 * Its place.
 */
rank: number, 
/**
 * What it is about.
 */
title: string, 
/**
 * In words.
 */
details: string, };

/**
 * A point of the agenda.
 */
export type AgendaRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: AgendaFields, };

/**
 * How near a deadline is.
 */
export type Alert = "past" | "three_months" | "six_months" | "twelve_months" | "later";

/**
 * What a member does to their answers.
 */
export type AnswerCommand = { "type": "answerEvent", 
/**
 * The event.
 */
event: Ulid, 
/**
 * The answer.
 */
answer: AnswerFields, } | { "type": "rateEvent", 
/**
 * The event.
 */
event: Ulid, 
/**
 * How good.
 */
score: number, 
/**
 * Why; may be empty.
 */
words: string, };

/**
 * A member's answer to an event.
 */
export type AnswerFields = { 
/**
 * The answer.
 */
status: AnswerStatus, 
/**
 * A word to the organisers.
 */
comment: string, 
/**
 * Seats offered in a car.
 */
carpoolSeats: number, 
/**
 * From where.
 */
carpoolFrom: string, 
/**
 * What they cannot eat.
 */
diet: string, 
/**
 * The sequence of the event as the person saw it.
 */
forSequence: number, };

/**
 * A member's answer (RFC 8984 participation status).
 */
export type AnswerStatus = "needs-action" | "accepted" | "tentative" | "declined";

/**
 * One article.
 */
export type ArticleView = { 
/**
 * What the list shows.
 */
row: NewsRow, 
/**
 * In words.
 */
body: string, };

/**
 * An ask for support.
 */
export type AskRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * Their name.
 */
memberName: string, 
/**
 * What.
 */
text: string, 
/**
 * How soon.
 */
urgency: Urgency, 
/**
 * What it is about, if that was said.
 */
topic: AskTopic | null, 
/**
 * Whom the guide names for that.
 */
topicPeople: Array<Person>, 
/**
 * Whom its author names to be asked beside their coaches, if anybody.
 */
sentTo: MemberId | null, 
/**
 * Who reads it beside the coaches, as long as it waits.
 */
alsoReadBy: Person | null, 
/**
 * The answer; empty while there is none.
 */
answer: string, 
/**
 * When it was answered; empty while it is not.
 */
answeredAt: string, 
/**
 * Whether the reader may answer.
 */
mayAnswer: boolean, };

/**
 * What an ask is about, so that the guide can name who answers for it.
 */
export type AskTopic = "technical" | "commercial" | "legal" | "management" | "social" | "insurance" | "communication" | "training" | "tools" | "wellbeing" | "other";

/**
 * What screens ask of what is asked of the reader.
 */
export type AskedRequest = { "view": "askedOfMe" };

/**
 * What somebody is asked about a story.
 */
export type AskedRow = { 
/**
 * The story.
 */
id: Ulid, 
/**
 * What they are asked for.
 */
sort: ConsentSort, 
/**
 * Its title.
 */
title: string, 
/**
 * Its text, word for word.
 */
text: string, 
/**
 * Where it is to appear.
 */
channels: string, 
/**
 * The digest of what stands there, for who answers.
 */
shown: string, 
/**
 * Who asks, by name.
 */
askedBy: string, 
/**
 * When they did, or changed it.
 */
askedAt: string, 
/**
 * What was answered to it as it stands; `null` for nothing.
 */
agrees: boolean | null, 
/**
 * When.
 */
answeredAt: string, 
/**
 * Whether it changed since they answered.
 */
changed: boolean, 
/**
 * Whether they agree to such stories in general.
 */
inGeneral: boolean, 
/**
 * Whether everybody reads it.
 */
published: boolean, 
/**
 * How far the answer has travelled.
 */
state: RecordState, };

/**
 * Why something of this kind waits.
 */
export type AskedWait = "of_me";

/**
 * When and where, and by what rule.
 * Only what changes is set.
 */
export type AssemblyChanges = { 
/**
 * What it is called.
 */
title?: string, 
/**
 * When it starts.
 */
startsAt?: string, 
/**
 * Where.
 */
place?: string, 
/**
 * When its notice was sent.
 */
noticeSent?: string, 
/**
 * How many may vote.
 */
voters?: number, 
/**
 * How many of them came.
 */
present?: number, 
/**
 * For how many others one may vote.
 */
proxiesMax?: number, 
/**
 * How many must come or be represented.
 */
quorumBp?: number | null, 
/**
 * What was said.
 */
proceedings?: string, };

/**
 * What people do to an assembly.
 */
export type AssemblyCommand = { "type": "addAssembly", 
/**
 * The new assembly.
 */
id: Ulid, 
/**
 * All its fields.
 */
assembly: AssemblyFields, } | { "type": "editAssembly", 
/**
 * The assembly.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: AssemblyChanges, } | { "type": "setAssemblyStatus", 
/**
 * The assembly.
 */
id: Ulid, 
/**
 * Where it stands now.
 */
status: AssemblyStatus, } | { "type": "giveAssemblyProxy", 
/**
 * The assembly.
 */
id: Ulid, 
/**
 * Who votes; `None` to take it back.
 */
holder: MemberId | null, } | { "type": "addAgendaItem", 
/**
 * The assembly.
 */
assembly: Ulid, 
/**
 * The new point.
 */
id: Ulid, 
/**
 * All its fields.
 */
item: AgendaFields, } | { "type": "editAgendaItem", 
/**
 * The assembly.
 */
assembly: Ulid, 
/**
 * The point.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: AgendaChanges, } | { "type": "addAssemblyDocument", 
/**
 * The assembly.
 */
assembly: Ulid, 
/**
 * The new document.
 */
id: Ulid, 
/**
 * All its fields.
 */
document: AssemblyDocumentFields, } | { "type": "editAssemblyDocument", 
/**
 * The assembly.
 */
assembly: Ulid, 
/**
 * The document.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: AssemblyDocumentChanges, } | { "type": "addResolution", 
/**
 * The assembly.
 */
assembly: Ulid, 
/**
 * The new resolution.
 */
id: Ulid, 
/**
 * All its fields.
 */
resolution: ResolutionFields, } | { "type": "editResolution", 
/**
 * The assembly.
 */
assembly: Ulid, 
/**
 * The resolution.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: ResolutionChanges, } | { "type": "lockResolution", 
/**
 * The assembly.
 */
assembly: Ulid, 
/**
 * The resolution.
 */
id: Ulid, };

/**
 * A document to be read before.
 * Only what changes is set.
 */
export type AssemblyDocumentChanges = { 
/**
 * What it is called.
 */
title?: string, 
/**
 * Where it is found.
 */
link?: string, };

/**
 * A document to be read before.
 */
export type AssemblyDocumentFields = { 
/**
 * What it is called.
 */
title: string, 
/**
 * Where it is found.
 */
link: string, };

/**
 * A document to be read before.
 */
export type AssemblyDocumentRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: AssemblyDocumentFields, };

/**
 * When and where, and by what rule.
 */
export type AssemblyFields = { 
/**
 * What it is called.
 */
title: string, 
/**
 * When it starts.
 */
startsAt: string, 
/**
 * Where.
 */
place: string, 
/**
 * When its notice was sent.
 */
noticeSent: string, 
/**
 * How many may vote.
 */
voters: number, 
/**
 * How many of them came.
 */
present: number, 
/**
 * For how many others one may vote.
 */
proxiesMax: number, 
/**
 * How many must come or be represented.
 */
quorumBp: number | null, 
/**
 * What was said.
 */
proceedings: string, };

/**
 * What screens ask of assemblies.
 */
export type AssemblyRequest = { "view": "assemblies", 
/**
 * Which rows.
 */
window: Window, } | { "view": "assembly", 
/**
 * The assembly.
 */
id: Ulid, };

/**
 * An assembly in the list.
 */
export type AssemblyRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * What it is called.
 */
title: string, 
/**
 * When it starts.
 */
startsAt: string, 
/**
 * Where.
 */
place: string, 
/**
 * Where it stands.
 */
status: AssemblyStatus, 
/**
 * Whether it is past, and nobody said that it was held.
 */
over: boolean, };

/**
 * An assembly in full.
 */
export type AssemblySheet = { 
/**
 * What the list shows.
 */
row: AssemblyRow, 
/**
 * Its fields.
 */
fields: AssemblyFields, 
/**
 * Whether its notice came in time.
 */
notice: Notice, 
/**
 * The last day on which it may be sent.
 */
noticeBy: string, 
/**
 * Its agenda, in order.
 */
agenda: Array<AgendaRow>, 
/**
 * What is to be read before.
 */
documents: Array<AssemblyDocumentRow>, 
/**
 * What is voted on, in order of making.
 */
resolutions: Array<ResolutionRow>, 
/**
 * Who votes for whom, by the name of who does.
 */
proxies: Array<ProxyRow>, 
/**
 * Who votes for the reader; `null` for nobody.
 */
myHolder: MemberId | null, 
/**
 * Their name; empty for nobody.
 */
myHolderName: string, 
/**
 * Whether the reader may let another vote.
 */
mayGiveProxy: boolean, 
/**
 * Those who may vote for others, by name.
 */
bearers: Array<Person>, 
/**
 * Those who write it beside direction, by name: a director said so.
 */
secretaries: Array<Person>, 
/**
 * How many came or are represented.
 */
attending: number, 
/**
 * Whether that is enough.
 */
quorate: boolean, 
/**
 * Whether the reader writes it.
 */
mayWrite: boolean, 
/**
 * What its status may become, the one that stands included.
 */
statuses: Array<AssemblyStatus>, };

/**
 * Where an assembly stands.
 */
export type AssemblyStatus = "convened" | "held" | "called_off";

/**
 * Why an assembly waits.
 */
export type AssemblyWait = "notice" | "proxy" | "held";

/**
 * What the team thinks of it, each from 1 to 5.
 * Only what changes is set.
 */
export type AssessmentChanges = { 
/**
 * What it would change.
 */
impact?: number, 
/**
 * What it would cost.
 */
effort?: number, };

/**
 * What those who hold an event do to what is marked of who was there. What was marked is taken back by
 * [`EntryCommand::Remove`](crate::command::EntryCommand::Remove).
 */
export type AttendanceCommand = { "type": "addVisitor", 
/**
 * The event.
 */
event: Ulid, 
/**
 * The new visitor.
 */
id: Ulid, 
/**
 * All their fields.
 */
visitor: VisitorFields, } | { "type": "editVisitor", 
/**
 * The event.
 */
event: Ulid, 
/**
 * The visitor.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: VisitorChanges, } | { "type": "markAttendance", 
/**
 * The event.
 */
event: Ulid, 
/**
 * The new mark.
 */
id: Ulid, 
/**
 * What it says.
 */
mark: MarkFields, };

/**
 * What screens ask of who was at events.
 */
export type AttendanceRequest = { "view": "attendance", 
/**
 * The event.
 */
event: Ulid, };

/**
 * Somebody who is expected or marked: a member, or a visitor.
 */
export type AttendanceRow = { 
/**
 * The member.
 */
member: MemberId | null, 
/**
 * The visitor, where it is no member.
 */
visitor: Ulid | null, 
/**
 * Their name.
 */
name: string, 
/**
 * The member's trade name, or where the visitor is from.
 */
of: string, 
/**
 * Whether they have a seat, or said that they come.
 */
isExpected: boolean, 
/**
 * Whether they hold the event.
 */
isTrainer: boolean, 
/**
 * The entry of a visitor.
 */
info: Info | null, 
/**
 * What stands of each slot, in their order.
 */
marks: Array<MarkCell | null>, };

/**
 * Who is expected at an event, and what was marked of them.
 */
export type AttendanceSheet = { 
/**
 * The event's name.
 */
title: string, 
/**
 * What it is.
 */
kind: EventKind, 
/**
 * The branch that holds it; empty for all.
 */
branch: string, 
/**
 * Its half-days in order of time, then those that were taken out and are marked.
 */
slots: Array<AttendanceSlot>, 
/**
 * Who is expected or marked: those who take part by name, then those who hold it.
 */
rows: Array<AttendanceRow>, };

/**
 * A half-day of an event.
 */
export type AttendanceSlot = { 
/**
 * The slot.
 */
id: Ulid, 
/**
 * When it begins (RFC 3339).
 */
start: string, 
/**
 * When it ends (RFC 3339).
 */
end: string, 
/**
 * Where.
 */
place: string, 
/**
 * Whether the event still has it.
 */
stands: boolean, 
/**
 * How many are marked as there.
 */
present: number, 
/**
 * Of these, how many signed.
 */
signed: number, 
/**
 * Of how many nothing is marked.
 */
unmarked: number, };

/**
 * What screens ask of where one was.
 */
export type AttendedRequest = { "view": "attended", 
/**
 * Which rows.
 */
window: Window, };

/**
 * A half-day at which one was marked.
 */
export type AttendedRow = { 
/**
 * The event's slot.
 */
slot: Ulid, 
/**
 * The event.
 */
event: Ulid | null, 
/**
 * Its name; empty when it is not on this phone.
 */
title: string, 
/**
 * When it began (RFC 3339).
 */
start: string, 
/**
 * When it ended (RFC 3339).
 */
end: string, 
/**
 * Whether one was there.
 */
presence: Presence, 
/**
 * As what.
 */
part: TakesPart, 
/**
 * Whether one signed it.
 */
isSigned: boolean, 
/**
 * On whose phone.
 */
by: string, 
/**
 * When (RFC 3339).
 */
at: string, };

/**
 * What happened to an entry while one was away.
 */
export type AwayHow = "arrived" | "changed" | "removed" | "merged" | "overwritten" | "to_check";

/**
 * One thing that happened.
 */
export type AwayItem = { 
/**
 * Kind of document.
 */
kind: Kind, 
/**
 * The document, with which this leaves the phone; `null` in items that an earlier version noted.
 */
doc: string | null, 
/**
 * What happened.
 */
how: AwayHow, 
/**
 * What the entry is, in its own words.
 */
label: string, 
/**
 * Who did it; `null` when the document came whole.
 */
by: MemberId | null, 
/**
 * Their name.
 */
byName: string, 
/**
 * When the cooperative received it.
 */
at: string, 
/**
 * Where it is shown.
 */
place: Place | null, };

/**
 * While you were away.
 */
export type AwayView = { 
/**
 * Since when; empty when never looked at.
 */
since: string, 
/**
 * The items, the latest first.
 */
items: Page<AwayItem>, };

/**
 * How somebody was doing on a day.
 * Only what changes is set.
 */
export type BeatChanges = { 
/**
 * The day.
 */
day?: string, 
/**
 * From 1, badly, to 5, very well.
 */
score?: number, 
/**
 * In words.
 */
text?: string, };

/**
 * How somebody was doing on a day.
 */
export type BeatFields = { 
/**
 * The day.
 */
day: string, 
/**
 * From 1, badly, to 5, very well.
 */
score: number, 
/**
 * In words.
 */
text: string, };

/**
 * How one was doing on a day.
 */
export type BeatRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: BeatFields, };

/**
 * How one was doing in a week.
 */
export type BeatWeek = { 
/**
 * Its first day.
 */
from: string, 
/**
 * How often one wrote something down.
 */
count: number, 
/**
 * The mean of that, in tenths; 0 when there is none.
 */
meanTenths: number, };

/**
 * What a group is to the cooperative, as a director says.
 */
export type Body = "board" | "committee";

/**
 * Somebody who stands for a mandate.
 */
export type CandidateRow = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Since when.
 */
at: string, 
/**
 * Whether the reader may give it to them.
 */
mayGive: boolean, };

/**
 * A command that was not sent, or was refused and not looked at: a browser may erase its database, and this brings the
 * words back to whoever they are of (see [`crate::api::Intent::TakeUp`]).
 */
export type Carried = { 
/**
 * The command.
 */
command: Command, 
/**
 * When it was done, by this phone's clock.
 */
createdMs: number, 
/**
 * The heads of the document that the person saw, as [`crate::base::Base`] writes them; `null` in what was done before
 * they were kept.
 */
base: string | null, 
/**
 * The hashes that its change had, written alike; the last one is that of now.
 */
was: string, 
/**
 * Why it was refused; `null` for what was not sent.
 */
code: ErrorCode | null, };

/**
 * What a member and their coaches do to the coaching log.
 */
export type CoachingCommand = { "type": "logSession", 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * The new session.
 */
id: Ulid, 
/**
 * All its fields.
 */
session: SessionFields, } | { "type": "editSession", 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * The session.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: SessionChanges, } | { "type": "prepareSession", 
/**
 * The session.
 */
id: Ulid, 
/**
 * The whole text.
 */
text: string, } | { "type": "signSession", 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * The session.
 */
id: Ulid, 
/**
 * Who signs.
 */
signer: MemberId, 
/**
 * What was read, and how it was signed. Commands of before this was asked for have none, and are refused.
 */
hand: SignedHand | null, } | { "type": "contestSignature", 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * The session.
 */
id: Ulid, } | { "type": "confirmSignature", 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * The session.
 */
id: Ulid, } | { "type": "rateSession", 
/**
 * The session.
 */
id: Ulid, 
/**
 * 1 to 5.
 */
score: number, 
/**
 * In words.
 */
text: string, } | { "type": "addGoal", 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * The new goal.
 */
id: Ulid, 
/**
 * All its fields.
 */
goal: GoalFields, } | { "type": "editGoal", 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * The goal.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: GoalChanges, } | { "type": "addAction", 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * The new action.
 */
id: Ulid, 
/**
 * All its fields.
 */
action: ActionFields, } | { "type": "editAction", 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * The action.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: ActionChanges, } | { "type": "askSupport", 
/**
 * The new ask.
 */
id: Ulid, 
/**
 * What.
 */
text: string, 
/**
 * How soon.
 */
urgency: Urgency, 
/**
 * What it is about, if one knows. Commands of before this was asked for do not say.
 */
topic: AskTopic | null, 
/**
 * Whom else it goes to beside the coaches, if anybody. Commands of before this was asked for do not say.
 */
sentTo: MemberId | null, } | { "type": "editAsk", 
/**
 * The ask.
 */
id: Ulid, 
/**
 * The whole new text.
 */
text: string, } | { "type": "sendAsk", 
/**
 * The ask.
 */
id: Ulid, 
/**
 * Whom it goes to; nobody else: `None`.
 */
to: MemberId | null, } | { "type": "answerAsk", 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * The ask.
 */
id: Ulid, 
/**
 * The whole answer.
 */
answer: string, };

/**
 * Entries that stand.
 */
export type CoachingCounts = { 
/**
 * Sessions.
 */
sessions: number, 
/**
 * Goals.
 */
goals: number, 
/**
 * Actions.
 */
actions: number, 
/**
 * Asks.
 */
asks: number, };

/**
 * What screens ask of coaching logs. `member: null` means oneself.
 */
export type CoachingRequest = { "view": "portfolio", 
/**
 * Which rows.
 */
window: Window, } | { "view": "coaching", 
/**
 * Whose log.
 */
member: MemberId | null, } | { "view": "sessions", 
/**
 * Whose log.
 */
member: MemberId | null, 
/**
 * Which rows.
 */
window: Window, } | { "view": "session", 
/**
 * Whose log.
 */
member: MemberId | null, 
/**
 * The session.
 */
id: Ulid, } | { "view": "goals", 
/**
 * Whose log.
 */
member: MemberId | null, 
/**
 * Which rows.
 */
window: Window, } | { "view": "actions", 
/**
 * Whose log.
 */
member: MemberId | null, 
/**
 * Which rows.
 */
window: Window, } | { "view": "openAsks", 
/**
 * Which rows.
 */
window: Window, } | { "view": "asks", 
/**
 * Whose log.
 */
member: MemberId | null, 
/**
 * Which rows.
 */
window: Window, };

/**
 * A coaching log at a glance.
 */
export type CoachingView = { 
/**
 * Whose.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their coaches, by name, and who stands in for them.
 */
coaches: Array<Person>, 
/**
 * Who stands in for whom.
 */
standIns: Array<StandIn>, 
/**
 * Whether the reader is the member.
 */
mine: boolean, 
/**
 * Whether the reader may write sessions, goals and actions.
 */
mayEdit: boolean, 
/**
 * The next session planned.
 */
nextSession: SessionRow | null, 
/**
 * The last session held.
 */
lastSession: SessionRow | null, 
/**
 * Goals being pursued.
 */
goals: Array<GoalRow>, 
/**
 * Actions to do or under way.
 */
actions: Array<ActionRow>, 
/**
 * Asks without an answer.
 */
asks: Array<AskRow>, 
/**
 * Statutory interviews held and signed by both this year.
 */
statutoryDone: number, 
/**
 * Statutory interviews due this year.
 */
statutoryDue: number, 
/**
 * How many sessions, goals, actions and asks stand.
 */
counts: CoachingCounts, };

/**
 * Why something of a coaching log waits.
 */
export type CoachingWait = "signed_for_me" | "contested" | "changed_since" | "ask" | "action_late" | "sign" | "report" | "action_due" | "prepare";

/**
 * What a person does to documents of any kind.
 */
export type Command = NoCommand | ProfileCommand | ActivityCommand | CoachingCommand | NotesCommand | EventCommand | AnswerCommand | NoCommand | PostCommand | NoCommand | NoCommand | NoCommand | NoCommand | NoCommand | NoCommand | AttendanceCommand | NoCommand | JournalCommand | ContactCommand | NoCommand | NoCommand | LedgerCommand | GroupCommand | ConsultationCommand | StanceCommand | NoCommand | AssemblyCommand | PartnerCommand | NoCommand | OpportunityCommand | StoryCommand | ConsentCommand | NoCommand | TeamBoardCommand | DutiesCommand | GuideCommand | ProgressCommand | PulseCommand | NoCommand | NoCommand | ServicesCommand | EntryCommand;

/**
 * One of the values.
 */
export type ConflictChoice = { 
/**
 * The value.
 */
value: FieldValue, 
/**
 * Who wrote it.
 */
by: MemberId | null, 
/**
 * Their name.
 */
byName: string, 
/**
 * Whether that is the reader.
 */
mine: boolean, 
/**
 * When, as that device's clock said; empty when it did not say.
 */
at: string, };

/**
 * A field to check.
 */
export type ConflictItem = { 
/**
 * The field and its values.
 */
conflict: ConflictView, 
/**
 * What the entry is, in its own words (a label, a title, a date).
 */
label: string, 
/**
 * Whose document.
 */
owner: MemberId, 
/**
 * Their name.
 */
ownerName: string, 
/**
 * Where it is shown.
 */
place: Place, 
/**
 * Whether the reader may choose.
 */
maySettle: boolean, };

/**
 * A field with more than one value.
 */
export type ConflictView = { 
/**
 * Names the conflict for [`crate::api::Intent::Settle`].
 */
id: string, 
/**
 * The field, named as in the commands (`netCents`, `date`, `status` …).
 */
field: string, 
/**
 * The values, the one now shown first.
 */
values: Array<ConflictChoice>, };

/**
 * What a member agrees to in general.
 * Only what changes is set.
 */
export type ConsentChanges = { 
/**
 * What they agree to.
 */
sort?: ConsentSort, 
/**
 * What for, in words.
 */
purpose?: string, 
/**
 * From which day.
 */
since?: string, 
/**
 * Up to which day; empty until they take it back.
 */
until?: string, 
/**
 * Whether they took it back.
 */
revoked?: boolean, };

/**
 * What people do to a member's consents.
 */
export type ConsentCommand = { "type": "addConsent", 
/**
 * The new consent.
 */
id: Ulid, 
/**
 * All its fields.
 */
consent: ConsentFields, } | { "type": "editConsent", 
/**
 * The consent.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: ConsentChanges, } | { "type": "askConsent", 
/**
 * Whom.
 */
member: MemberId, 
/**
 * The story.
 */
id: Ulid, 
/**
 * What they are to read.
 */
request: RequestFields, } | { "type": "answerConsent", 
/**
 * The story.
 */
id: Ulid, 
/**
 * Whether one agrees.
 */
agrees: boolean, 
/**
 * The digest of what one read.
 */
shown: string, };

/**
 * What a member agrees to in general.
 */
export type ConsentFields = { 
/**
 * What they agree to.
 */
sort: ConsentSort, 
/**
 * What for, in words.
 */
purpose: string, 
/**
 * From which day.
 */
since: string, 
/**
 * Up to which day; empty until they take it back.
 */
until: string, 
/**
 * Whether they took it back.
 */
revoked: boolean, };

/**
 * What screens ask of consents.
 */
export type ConsentRequest = { "view": "consents", 
/**
 * Whose; `null` for one's own.
 */
member: MemberId | null, };

/**
 * What somebody agrees to in general.
 */
export type ConsentRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: ConsentFields, 
/**
 * Whether it counts today.
 */
stands: boolean, };

/**
 * What somebody agrees to.
 */
export type ConsentSort = "image" | "testimony";

/**
 * What somebody says to a story that shows them.
 */
export type ConsentState = "not_asked" | "changed" | "waits" | "given" | "in_general" | "refused";

/**
 * Why a consent waits.
 */
export type ConsentWait = "asked";

/**
 * What somebody agrees to, and what they are asked.
 */
export type ConsentsView = { 
/**
 * Whose.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Whether it is the reader.
 */
mine: boolean, 
/**
 * In general, the latest first.
 */
consents: Array<ConsentRow>, 
/**
 * What they are asked: what waits for an answer first, then the latest.
 */
requests: Array<AskedRow>, };

/**
 * What is asked, and how.
 * Only what changes is set.
 */
export type ConsultationChanges = { 
/**
 * In one line.
 */
question?: string, 
/**
 * In words.
 */
details?: string, 
/**
 * How people answer.
 */
method?: Method, 
/**
 * Whether nobody is told who answered what.
 */
secret?: boolean, 
/**
 * By when.
 */
closes?: string, 
/**
 * How many of those asked must answer for it to count.
 */
quorumBp?: number | null, 
/**
 * For how many others one may answer.
 */
proxies?: number, };

/**
 * What people do to a consultation.
 */
export type ConsultationCommand = { "type": "addConsultation", 
/**
 * The new consultation.
 */
id: Ulid, 
/**
 * All its fields.
 */
consultation: ConsultationFields, 
/**
 * Who may answer.
 */
electorate: Electorate, } | { "type": "editConsultation", 
/**
 * The consultation.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: ConsultationChanges, 
/**
 * Who may answer; `None` as it was.
 */
electorate: Electorate | null, } | { "type": "addOption", 
/**
 * The consultation.
 */
consultation: Ulid, 
/**
 * The new option.
 */
id: Ulid, 
/**
 * All its fields.
 */
option: OptionFields, } | { "type": "editOption", 
/**
 * The consultation.
 */
consultation: Ulid, 
/**
 * The option.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: OptionChanges, } | { "type": "setConsultationStatus", 
/**
 * The consultation.
 */
id: Ulid, 
/**
 * Where it stands now.
 */
status: ConsultationStatus, } | { "type": "publishOutcome", 
/**
 * The consultation.
 */
id: Ulid, 
/**
 * In words.
 */
outcome: string, };

/**
 * What is asked, and how.
 */
export type ConsultationFields = { 
/**
 * In one line.
 */
question: string, 
/**
 * In words.
 */
details: string, 
/**
 * How people answer.
 */
method: Method, 
/**
 * Whether nobody is told who answered what.
 */
secret: boolean, 
/**
 * By when.
 */
closes: string, 
/**
 * How many of those asked must answer for it to count.
 */
quorumBp: number | null, 
/**
 * For how many others one may answer.
 */
proxies: number, };

/**
 * What screens ask of consultations.
 */
export type ConsultationRequest = { "view": "consultations", 
/**
 * Those that are over, the latest first.
 */
past: boolean, 
/**
 * Which rows.
 */
window: Window, } | { "view": "consultation", 
/**
 * The consultation.
 */
id: Ulid, };

/**
 * A consultation in the list.
 */
export type ConsultationRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * In one line.
 */
question: string, 
/**
 * How people answer.
 */
method: Method, 
/**
 * Whether nobody is told who answered what.
 */
secret: boolean, 
/**
 * By when.
 */
closes: string, 
/**
 * Where it stands.
 */
phase: Phase, 
/**
 * Who may answer.
 */
electorate: Electorate, 
/**
 * The group that is asked; empty for none.
 */
groupName: string, 
/**
 * Whether the reader may.
 */
mayAnswer: MayAnswer, 
/**
 * Whether they did.
 */
answered: boolean, };

/**
 * A consultation in full.
 */
export type ConsultationSheet = { 
/**
 * What the list shows.
 */
row: ConsultationRow, 
/**
 * Its fields.
 */
fields: ConsultationFields, 
/**
 * The answers to choose from.
 */
options: Array<OptionRow>, 
/**
 * What came of it, in words.
 */
outcome: string, 
/**
 * Whether the reader may ask it now.
 */
mayOpen: boolean, 
/**
 * Whether they may call it off.
 */
mayCallOff: boolean, 
/**
 * Whether they may publish what came of it.
 */
mayPublish: boolean, 
/**
 * What the reader answered; `null` where they did not.
 */
stance: StanceFields | null, 
/**
 * How far that has travelled.
 */
stanceState: RecordState | null, 
/**
 * Whether it came too late, as far as the relay's receipt says.
 */
stanceLate: boolean, 
/**
 * What the reader wrote on two phones at once.
 */
stanceConflicts: Array<ConflictView>, 
/**
 * Their reason, where they wrote it in two places at once.
 */
stanceRereads: Array<RereadView>, 
/**
 * Names the state of the document that the answer was read from, for [`crate::api::Intent::Do`].
 */
stanceBase: string, 
/**
 * Who answers for the reader; empty for nobody.
 */
proxyName: string, 
/**
 * Those who may answer for others, by name.
 */
bearers: Array<Person>, 
/**
 * The groups that the reader may ask, by name.
 */
groups: Array<GroupChoice>, 
/**
 * Whether the reader may ask everybody and the associates.
 */
mayAskAll: boolean, 
/**
 * What became of it; `null` while the relay has not said.
 */
tally: TallyView | null, };

/**
 * Where a consultation stands.
 */
export type ConsultationStatus = "draft" | "open" | "outcome" | "called_off";

/**
 * Why a consultation waits.
 */
export type ConsultationWait = "stance" | "associates" | "outcome";

/**
 * Consultations in a list.
 */
export type ConsultationsView = { 
/**
 * The rows.
 */
rows: Page<ConsultationRow>, 
/**
 * Whether the reader may ask everybody and the associates.
 */
mayAskAll: boolean, 
/**
 * The groups that the reader may ask, by name.
 */
groups: Array<GroupChoice>, };

/**
 * The fields of a contact.
 * Only what changes is set.
 */
export type ContactChanges = { 
/**
 * Telephone.
 */
phone?: string, 
/**
 * E-mail.
 */
email?: string, 
/**
 * Whom to call when something happened, or what must be known then.
 */
emergency?: string, 
/**
 * Whether every member is shown telephone and e-mail.
 */
shown?: boolean, };

/**
 * What a member does to how they are reached.
 */
export type ContactCommand = { "type": "editContact", 
/**
 * The fields that change.
 */
changes: ContactChanges, };

/**
 * What screens ask of contacts.
 */
export type ContactRequest = { "view": "myContact" };

/**
 * How one is reached oneself.
 */
export type ContactView = { 
/**
 * Telephone.
 */
phone: string, 
/**
 * E-mail.
 */
email: string, 
/**
 * Whom to call when something happened, or what must be known then.
 */
emergency: string, 
/**
 * Whether every member is shown telephone and e-mail.
 */
shown: boolean, 
/**
 * How far it has travelled.
 */
state: RecordState, 
/**
 * Conflicting fields.
 */
conflicts: Array<ConflictView>, 
/**
 * Names the state of the document that these fields were read from, for [`crate::api::Intent::Do`].
 */
base: string, };

/**
 * A contract between a member and the cooperative. An amendment is another one, from its day on.
 * Only what changes is set.
 */
export type ContractChanges = { 
/**
 * What it is.
 */
kind?: ContractKind, 
/**
 * Its first day.
 */
start?: string, 
/**
 * Its last day; empty when open.
 */
end?: string, 
/**
 * The last day of the trial period; empty when there is none.
 */
trialEnd?: string, 
/**
 * Goals agreed upon.
 */
goals?: string, 
/**
 * The least activity agreed upon.
 */
minimumActivity?: string, 
/**
 * The fixed part of the pay, gross, a month.
 */
fixedPayCents?: number, 
/**
 * How the variable part is reckoned.
 */
variableRule?: string, 
/**
 * What the contribution is a part of.
 */
contributionBasis?: ContributionBasis, 
/**
 * That part.
 */
contributionRateBp?: number, 
/**
 * What is added to it, a month.
 */
contributionFixedCents?: number, 
/**
 * The last day without contribution; empty when there is none.
 */
contributionExemptUntil?: string, 
/**
 * Which statutes are in force.
 */
statutesVersion?: string, 
/**
 * Rights on clients and on what was made.
 */
clientsClause?: string, };

/**
 * A contract between a member and the cooperative. An amendment is another one, from its day on.
 */
export type ContractFields = { 
/**
 * What it is.
 */
kind: ContractKind, 
/**
 * Its first day.
 */
start: string, 
/**
 * Its last day; empty when open.
 */
end: string, 
/**
 * The last day of the trial period; empty when there is none.
 */
trialEnd: string, 
/**
 * Goals agreed upon.
 */
goals: string, 
/**
 * The least activity agreed upon.
 */
minimumActivity: string, 
/**
 * The fixed part of the pay, gross, a month.
 */
fixedPayCents: number, 
/**
 * How the variable part is reckoned.
 */
variableRule: string, 
/**
 * What the contribution is a part of.
 */
contributionBasis: ContributionBasis, 
/**
 * That part.
 */
contributionRateBp: number, 
/**
 * What is added to it, a month.
 */
contributionFixedCents: number, 
/**
 * The last day without contribution; empty when there is none.
 */
contributionExemptUntil: string, 
/**
 * Which statutes are in force.
 */
statutesVersion: string, 
/**
 * Rights on clients and on what was made.
 */
clientsClause: string, };

/**
 * What a contract is.
 */
export type ContractKind = "cape" | "cesa" | "cdi_es";

/**
 * A contract.
 */
export type ContractRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: ContractFields, 
/**
 * Whether it is the one in force.
 */
inForce: boolean, };

/**
 * What the contribution to the cooperative is a part of.
 */
export type ContributionBasis = "margin" | "turnover";

/**
 * A cooperative: one tenant of a relay.
 */
export type CoopId = string;

/**
 * How many answered something.
 */
export type CountRow = { 
/**
 * The option, or the word of a position.
 */
key: string, 
/**
 * The option in its words; empty for a position.
 */
label: string, 
/**
 * The day it stands for; empty for none.
 */
day: string, 
/**
 * How many.
 */
count: number, };

/**
 * Something that a figure counts.
 */
export type CountedRow = { 
/**
 * Where it is shown.
 */
place: Place, 
/**
 * What it is called: of a member, their name.
 */
label: string, 
/**
 * How much of the figure it is.
 */
value: number, };

/**
 * What an absence opens to who stands in.
 */
export type CoverAccess = "nothing" | "coming" | "open";

/**
 * Somebody of the team is away, and somebody stands in for them.
 * Only what changes is set.
 */
export type CoverChanges = { 
/**
 * Who is away: said once, as it is announced.
 */
away?: MemberId | null, 
/**
 * The first day.
 */
from?: string, 
/**
 * The last day.
 */
until?: string, 
/**
 * Who stands in for them.
 */
backup?: MemberId | null, 
/**
 * What to know meanwhile.
 */
note?: string, };

/**
 * Somebody of the team is away, and somebody stands in for them.
 */
export type CoverFields = { 
/**
 * Who is away: said once, as it is announced.
 */
away: MemberId | null, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
until: string, 
/**
 * Who stands in for them.
 */
backup: MemberId | null, 
/**
 * What to know meanwhile.
 */
note: string, };

/**
 * Somebody is away.
 */
export type CoverRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: CoverFields, 
/**
 * The name of who is away.
 */
awayName: string, 
/**
 * The name of who stands in for them.
 */
backupName: string, 
/**
 * Whether it is so today.
 */
now: boolean, 
/**
 * Whether it is over.
 */
over: boolean, 
/**
 * What it opens to who stands in.
 */
access: CoverAccess, 
/**
 * How many members who is away accompanies.
 */
accompanied: number, };

/**
 * What a contract makes due.
 */
export type DeadlineKind = "cape_end" | "contract_end" | "trial_end" | "associate";

/**
 * Something due of a member.
 */
export type DeadlineRow = { 
/**
 * The member.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * What their contract makes due; `null` for an obligation.
 */
what: DeadlineKind | null, 
/**
 * The obligation.
 */
obligation: Ulid | null, 
/**
 * What it is, of an obligation.
 */
label: string, 
/**
 * The day.
 */
day: string, 
/**
 * How near it is.
 */
alert: Alert, };

/**
 * Something that a contract makes due.
 */
export type DeadlineView = { 
/**
 * What.
 */
what: DeadlineKind, 
/**
 * The day.
 */
day: string, 
/**
 * How near it is.
 */
alert: Alert, };

/**
 * What was decided on an expense or a trip, the higher rank last.
 */
export type DecisionStatus = "received" | "invalid" | "valid" | "paid";

/**
 * One browser profile or installed app of one member.
 */
export type DeviceId = string;

/**
 * How many cannot eat the same.
 */
export type DietCount = { 
/**
 * What.
 */
diet: string, 
/**
 * How many.
 */
count: number, };

/**
 * What screens ask of the directory.
 */
export type DirectoryRequest = { "view": "me" } | { "view": "members", 
/**
 * Words to find in names, trades, skills, offers and needs; empty for all.
 */
search: string, 
/**
 * Which rows.
 */
window: Window, };

/**
 * What came of an intent.
 */
export type DispatchResult = { "outcome": "done", 
/**
 * The token.
 */
token: number, 
/**
 * The entry concerned.
 */
entry: Ulid | null, } | { "outcome": "part", 
/**
 * Names it.
 */
part: number, 
/**
 * How many bytes of the text, or how many of the commands, are made into changes.
 */
done: number, 
/**
 * Of how many.
 */
total: number, } | { "outcome": "noChange" } | { "outcome": "rejected", 
/**
 * Why.
 */
code: ErrorCode, 
/**
 * The field or path; empty when the whole is concerned.
 */
field: string, };

/**
 * What came of an intent, and what must be done about it.
 */
export type Dispatched = { 
/**
 * What came of it.
 */
result: DispatchResult, 
/**
 * What must be done.
 */
effects: Array<Effect>, };

/**
 * What direction does to the cooperative's calendar.
 */
export type DutiesCommand = { "type": "addDuty", 
/**
 * The new entry.
 */
id: Ulid, 
/**
 * All its fields, `due` included.
 */
duty: DutyFields, } | { "type": "editDuty", 
/**
 * The calendar's year.
 */
year: number, 
/**
 * The entry.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: DutyChanges, };

/**
 * What screens ask of the calendar.
 */
export type DutiesRequest = { "view": "duties", 
/**
 * The year.
 */
year: number, 
/**
 * Whether it is what was done.
 */
done: boolean, 
/**
 * Which rows.
 */
window: Window, } | { "view": "dutyTotals", 
/**
 * The year.
 */
year: number, } | { "view": "proposedDuties", 
/**
 * The year.
 */
year: number, 
/**
 * What differs from one cooperative to the next.
 */
terms: DutyTerms, };

/**
 * Why a duty waits.
 */
export type DutiesWait = "duty_late" | "duty_due";

/**
 * What French law, or the rules of these cooperatives, ask for in a year.
 */
export type DutyCause = "dsn" | "vat" | "tax_instalment" | "tax_balance" | "tax_return" | "cfe_deposit" | "cfe_balance" | "agm_call" | "agm" | "mandates" | "shared_services" | "accounts_filed" | "variable_pay" | "certificates" | "training_report" | "qualiopi_audit" | "risks";

/**
 * Something that the cooperative owes by a day.
 * Only what changes is set.
 */
export type DutyChanges = { 
/**
 * What sort of duty.
 */
template?: DutyTemplate, 
/**
 * What it is called.
 */
title?: string, 
/**
 * By when.
 */
due?: string, 
/**
 * Who answers for it.
 */
responsible?: MemberId | null, 
/**
 * The day on which it was done; empty while it is not.
 */
doneOn?: string, 
/**
 * What proves it: a number, a place, an address.
 */
evidence?: string, 
/**
 * What to know of it.
 */
note?: string, };

/**
 * Something that the cooperative owes by a day.
 */
export type DutyFields = { 
/**
 * What sort of duty.
 */
template: DutyTemplate, 
/**
 * What it is called.
 */
title: string, 
/**
 * By when.
 */
due: string, 
/**
 * Who answers for it.
 */
responsible: MemberId | null, 
/**
 * The day on which it was done; empty while it is not.
 */
doneOn: string, 
/**
 * What proves it: a number, a place, an address.
 */
evidence: string, 
/**
 * What to know of it.
 */
note: string, };

/**
 * Something that is due.
 */
export type DutyRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * The year of its calendar.
 */
year: number, 
/**
 * Its fields.
 */
fields: DutyFields, 
/**
 * The name of who answers for it; empty where nobody does.
 */
responsibleName: string, 
/**
 * Whether that is the reader.
 */
mine: boolean, 
/**
 * How it stands today.
 */
standing: DutyStanding, };

/**
 * How a duty stands on a day.
 */
export type DutyStanding = "late" | "soon" | "open" | "done";

/**
 * What sort of duty something is.
 */
export type DutyTemplate = "dsn" | "vat" | "cfe" | "tax" | "agm" | "accounts" | "qualiopi" | "insurance" | "training" | "elections" | "other";

/**
 * What differs from one cooperative to the next.
 */
export type DutyTerms = { 
/**
 * The month at whose end accounts are closed, 1 to 12.
 */
closingMonth: number, 
/**
 * The day of the month of the social declaration: the 5th from fifty employees on, else the 15th.
 */
dsnDay: number, 
/**
 * The day of the month of value added tax, as the tax office says: 15 to 24.
 */
vatDay: number, };

/**
 * How much of a year stands how.
 */
export type DutyTotals = { 
/**
 * Whether the reader may write the calendar.
 */
mayEdit: boolean, 
/**
 * Past their day, and not done.
 */
late: number, 
/**
 * Due soon.
 */
soon: number, 
/**
 * Those that have time.
 */
open: number, 
/**
 * Done.
 */
done: number, 
/**
 * Not done, and nobody answers for them.
 */
unowned: number, };

/**
 * What must be done, in the order given.
 */
export type Effect = { "type": "persist", 
/**
 * Names the write in its answer.
 */
id: number, 
/**
 * `durability: 'strict'`: a person is told "saved" once it is done.
 */
strict: boolean, 
/**
 * Rows to put.
 */
puts: Array<Row>, 
/**
 * Rows to delete.
 */
deletes: Array<RowKey>, } | { "type": "send", 
/**
 * The message.
 */
bytes: Uint8Array, } | { "type": "post", 
/**
 * Names the exchange in its answer.
 */
id: number, 
/**
 * The whole body, length prefix included.
 */
bytes: Uint8Array, } | { "type": "connect" } | { "type": "disconnect" } | { "type": "sign", 
/**
 * Names the request in its answer.
 */
id: number, 
/**
 * What to sign.
 */
bytes: Uint8Array, } | { "type": "needToken" } | { "type": "wakeIn", 
/**
 * Milliseconds.
 */
ms: number, } | { "type": "saved", 
/**
 * The token its dispatch returned.
 */
token: number, } | { "type": "saveFailed", 
/**
 * The token its dispatch returned.
 */
token: number, 
/**
 * Whether the phone is full.
 */
quota: boolean, } | { "type": "changed", 
/**
 * What changed.
 */
topics: Array<Topic>, } | { "type": "wipe" } | { "type": "log", 
/**
 * What happened.
 */
text: string, };

/**
 * Who may answer.
 */
export type Electorate = { "whom": "nobody" } | { "whom": "everyone" } | { "whom": "associates" } | { "whom": "group", 
/**
 * Which.
 */
group: Ulid, };

/**
 * What is done to an entry of any kind.
 */
export type EntryCommand = { "type": "remove", 
/**
 * Which one.
 */
entry: EntryRef, 
/**
 * Whether it is removed.
 */
removed: boolean, } | { "type": "markRead", 
/**
 * Which one.
 */
entry: EntryRef, };

/**
 * An entry of a document.
 */
export type EntryRef = { 
/**
 * The document's kind.
 */
kind: Kind, 
/**
 * Its owner; `None` for oneself.
 */
owner: MemberId | null, 
/**
 * Its key.
 */
key: string, 
/**
 * The map that the entry stands in.
 */
collection: string, 
/**
 * The entry.
 */
id: Ulid, };

/**
 * Why something was not taken. The numbers are part of the wire format: never reuse one.
 */
export type ErrorCode = "bad_chunk" | "too_many_ops" | "too_big" | "bad_path" | "bad_shape" | "bad_start_op" | "bad_seq" | "fork" | "bad_actor" | "bad_author" | "forbidden" | "bad_value" | "bad_deps" | "bad_id" | "doc_full" | "bad_signature" | "device_revoked" | "gone" | "trial_failed" | "already_made" | "bad_transition" | "closed" | "bad_message" | "upgrade" | "unauthorized" | "rate_limited" | "retry" | "bad_origin" | "not_found" | "bad_invitation" | "quota" | "invalid_command" | "not_on_this_phone" | "set_aside" | "base_lost" | "not_as_read" | "parcel_broken" | "parcel_foreign" | "parcel_unproven" | "parcel_ahead" | "no_pass" | "invitation_used" | "invitation_expired" | "event_over" | "file_offset" | "file_mismatch" | "file_kind" | "file_size" | "file_quota" | "unknown_reason";

/**
 * What happened.
 */
export type Event = { "type": "opened" } | { "type": "closed" } | { "type": "frame", 
/**
 * The message.
 */
bytes: Uint8Array, } | { "type": "signed", 
/**
 * The request.
 */
id: number, 
/**
 * 64 bytes.
 */
signature: Uint8Array, } | { "type": "token", 
/**
 * The JWT.
 */
jwt: string, 
/**
 * What came with it for meeting other phones without network (see `besace_model::certificate`); none from a relay
 * of before.
 */
pass: Uint8Array | null, } | { "type": "tokenRefused", 
/**
 * Why.
 */
code: ErrorCode, } | { "type": "tokenFailed" } | { "type": "persisted", 
/**
 * The write.
 */
id: number, } | { "type": "persistFailed", 
/**
 * The write.
 */
id: number, 
/**
 * Whether the phone is full.
 */
quota: boolean, } | { "type": "postAnswer", 
/**
 * The exchange.
 */
id: number, 
/**
 * The whole body.
 */
bytes: Uint8Array, } | { "type": "postFailed", 
/**
 * The exchange.
 */
id: number, } | { "type": "online" } | { "type": "offline" } | { "type": "visible" } | { "type": "syncNow" } | { "type": "tick" };

/**
 * The fields of an event.
 * Only what changes is set.
 */
export type EventChanges = { 
/**
 * Its name.
 */
title?: string, 
/**
 * What it is.
 */
kind?: EventKind, 
/**
 * In words.
 */
description?: string, 
/**
 * When and where, all slots; one taken out is left out.
 */
slots?: Array<SlotFields>, 
/**
 * The branch that holds it; empty for all.
 */
branch?: string, 
/**
 * Seats; 0 for no limit.
 */
capacity?: number, 
/**
 * Whether answers are taken.
 */
signupOpen?: boolean, 
/**
 * Whether it takes place.
 */
status?: EventStatus, };

/**
 * What organisers do to an event.
 */
export type EventCommand = { "type": "createEvent", 
/**
 * The new event.
 */
id: Ulid, 
/**
 * All its fields.
 */
event: EventFields, } | { "type": "editEvent", 
/**
 * The event.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: EventChanges, };

/**
 * The fields of an event.
 */
export type EventFields = { 
/**
 * Its name.
 */
title: string, 
/**
 * What it is.
 */
kind: EventKind, 
/**
 * In words.
 */
description: string, 
/**
 * When and where, all slots; one taken out is left out.
 */
slots: Array<SlotFields>, 
/**
 * The branch that holds it; empty for all.
 */
branch: string, 
/**
 * Seats; 0 for no limit.
 */
capacity: number, 
/**
 * Whether answers are taken.
 */
signupOpen: boolean, 
/**
 * Whether it takes place.
 */
status: EventStatus, };

/**
 * What an event is.
 */
export type EventKind = "workshop" | "training" | "info_meeting" | "meetup" | "assembly" | "partner_event" | "other";

/**
 * What screens ask of events.
 */
export type EventRequest = { "view": "events", 
/**
 * Those over, the latest first, instead of those to come.
 */
past: boolean, 
/**
 * Which rows.
 */
window: Window, } | { "view": "event", 
/**
 * The event.
 */
id: Ulid, };

/**
 * An event in a list.
 */
export type EventRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its name.
 */
title: string, 
/**
 * What it is.
 */
kind: EventKind, 
/**
 * Whether it takes place.
 */
status: EventStatus, 
/**
 * Start of the first slot still to come, or of the last one; empty without slots.
 */
startsAt: string, 
/**
 * End of that slot.
 */
endsAt: string, 
/**
 * Where.
 */
place: string, 
/**
 * How many slots.
 */
slots: number, 
/**
 * The branch that holds it; empty for all.
 */
branch: string, 
/**
 * Seats; 0 for no limit.
 */
capacity: number, 
/**
 * Seats taken.
 */
seated: number, 
/**
 * On the waiting list.
 */
waiting: number, 
/**
 * Answered perhaps.
 */
tentative: number, 
/**
 * Declined.
 */
declined: number, 
/**
 * Whether answers are taken.
 */
signupOpen: boolean, 
/**
 * Whether it has ended.
 */
isOver: boolean, 
/**
 * Raised whenever time or place changes.
 */
sequence: number, 
/**
 * My answer.
 */
answer: AnswerStatus, 
/**
 * How far my answer has travelled; `null` when I have not answered.
 */
answerState: RecordState | null, 
/**
 * The event moved since I answered.
 */
toReconfirm: boolean, 
/**
 * My seat.
 */
seat: SeatState, 
/**
 * My place in the waiting list, from 1; `null` when not on it.
 */
waitingRank: number | null, };

/**
 * An event in full.
 */
export type EventSheet = { 
/**
 * What the list shows.
 */
row: EventRow, 
/**
 * Its fields; slots in order of time, those taken out left out.
 */
fields: EventFields, 
/**
 * What its status may become, the one that stands included.
 */
statuses: Array<EventStatus>, 
/**
 * My answer in full; `null` when I have not answered.
 */
myAnswer: AnswerFields | null, 
/**
 * Names the state of the document that it was read from, for [`crate::api::Intent::Do`].
 */
answerBase: string, 
/**
 * Who comes, by rank.
 */
going: Array<SeatRow>, 
/**
 * Who waits, by rank; nobody for those who do not hold the event.
 */
waiting: Array<SeatRow>, 
/**
 * Who answered what; `null` for those who do not hold the event.
 */
guests: GuestList | null, 
/**
 * Lifts that are offered.
 */
rides: Array<RideRow>, 
/**
 * What members tell of it.
 */
told: Array<PostRow>, 
/**
 * What was marked of me, in order of time.
 */
attended: Array<AttendedRow>, 
/**
 * Whether I mark who is there.
 */
mayMark: boolean, 
/**
 * How good it was to me, 1 to 5; `null` while I did not say.
 */
myScore: number | null, 
/**
 * Why, in words.
 */
myWords: string, 
/**
 * Whether I may be asked: it is over, and I had a seat or told somebody that I come.
 */
mayRate: boolean, };

/**
 * Whether an event takes place. Cancelled outranks the others.
 */
export type EventStatus = "tentative" | "confirmed" | "cancelled";

/**
 * Why an event waits.
 */
export type EventWait = "reconfirm" | "answer";

/**
 * Events to come or past.
 */
export type EventsView = { 
/**
 * Whether the reader may create one.
 */
mayCreate: boolean, 
/**
 * How many are to come.
 */
upcoming: number, 
/**
 * How many are past.
 */
past: number, 
/**
 * The rows asked for.
 */
events: Page<EventRow>, };

/**
 * What an expense is for.
 */
export type ExpenseCategory = "meal" | "travel" | "lodging" | "supplies" | "materials" | "telecom" | "software" | "training" | "promotion" | "rent" | "fees" | "other";

/**
 * An expense.
 * Only what changes is set.
 */
export type ExpenseChanges = { 
/**
 * The day of the receipt.
 */
date?: string, 
/**
 * What for.
 */
category?: ExpenseCategory, 
/**
 * In words.
 */
label?: string, 
/**
 * Before tax, in cents.
 */
netCents?: number, 
/**
 * Tax, in cents.
 */
vatCents?: number, 
/**
 * The tax rate in basis points that its author chose; none when they do not know it.
 */
vatRateBp?: number | null, 
/**
 * How it was paid.
 */
kind?: ExpenseKind, 
/**
 * Where its receipt is; none where nobody said.
 */
receipt?: ReceiptState | null, 
/**
 * Pictures of its receipt, or the receipt itself.
 */
files?: FileSet, };

/**
 * An expense.
 */
export type ExpenseFields = { 
/**
 * The day of the receipt.
 */
date: string, 
/**
 * What for.
 */
category: ExpenseCategory, 
/**
 * In words.
 */
label: string, 
/**
 * Before tax, in cents.
 */
netCents: number, 
/**
 * Tax, in cents.
 */
vatCents: number, 
/**
 * The tax rate in basis points that its author chose; none when they do not know it.
 */
vatRateBp: number | null, 
/**
 * How it was paid.
 */
kind: ExpenseKind, 
/**
 * Where its receipt is; none where nobody said.
 */
receipt: ReceiptState | null, 
/**
 * Pictures of its receipt, or the receipt itself.
 */
files: FileSet, };

/**
 * How an expense was paid.
 */
export type ExpenseKind = "cash" | "purchase";

/**
 * An expense.
 */
export type ExpenseRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: ExpenseFields, 
/**
 * Where its files are asked for.
 */
files: Array<FileRef>, 
/**
 * How far it has come.
 */
standing: LineStanding, };

/**
 * What is tried: what is thought to happen, from when to when, by what it is judged, what came of it.
 */
export type Experiment = { 
/**
 * What is thought to happen.
 */
hypothesis: string, 
/**
 * Its first day; empty while open.
 */
start: string, 
/**
 * Its last day; empty while open.
 */
end: string, 
/**
 * By what it is judged.
 */
measure: string, 
/**
 * What came of it.
 */
result: string, 
/**
 * How far it has come.
 */
status: ExperimentStatus, };

/**
 * What is tried: what is thought to happen, from when to when, by what it is judged, what came of it.
 * Only what changes is set.
 */
export type ExperimentChanges = { 
/**
 * What is thought to happen.
 */
hypothesis?: string, 
/**
 * Its first day; empty while open.
 */
start?: string, 
/**
 * Its last day; empty while open.
 */
end?: string, 
/**
 * By what it is judged.
 */
measure?: string, 
/**
 * What came of it.
 */
result?: string, 
/**
 * How far it has come.
 */
status?: ExperimentStatus, };

/**
 * How far an experiment has come.
 */
export type ExperimentStatus = "planned" | "running" | "stopped" | "adopted";

/**
 * What a member says of a session.
 */
export type Feedback = { 
/**
 * 1 to 5.
 */
score: number, 
/**
 * In words.
 */
text: string, };

/**
 * A scalar of a document.
 */
export type FieldValue = string | number | boolean;

/**
 * A part of a figure.
 */
export type FigurePart = { 
/**
 * What it is a part of, and which.
 */
name: string, 
/**
 * Its number.
 */
value: number, };

/**
 * What screens ask of the figures of all.
 */
export type FiguresRequest = { "view": "figures", 
/**
 * The year.
 */
year: number, };

/**
 * SHA-256 of a file's bytes: its name, printed as 64 lower-case hexadecimal digits and read from nothing else.
 */
export type FileHash = string;

/**
 * A file that a document names.
 */
export type FileRef = { 
/**
 * The document, printed: the relay gives a file to those who read a document that names it.
 */
doc: string, 
/**
 * The SHA-256 of its bytes, in lower hexadecimal.
 */
hash: FileHash, 
/**
 * How many bytes it has.
 */
bytes: number, };

/**
 * The files of an entry, each once, in the order of their hashes. Nothing said is none: phones may still keep commands of
 * before entries had files.
 */
export type FileSet = Array<{ 
/**
 * The SHA-256 of its bytes, in lower hexadecimal.
 */
hash: FileHash, 
/**
 * How many bytes it has.
 */
bytes: number, }>;

/**
 * How a member's interviews stand in a year.
 */
export type FollowRow = { 
/**
 * The member.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their trade name.
 */
tradeName: string, 
/**
 * Where they stand in the cooperative.
 */
stage: Stage | null, 
/**
 * How their interviews stand; `null` for whom the rule is not.
 */
standing: Standing | null, 
/**
 * Interviews that count, and no more than are due.
 */
interviews: number, 
/**
 * Interviews due.
 */
due: number, 
/**
 * Interviews held that wait for a signature.
 */
toSign: number, 
/**
 * Interviews planned.
 */
planned: number, 
/**
 * Minutes of accompaniment.
 */
minutes: number, 
/**
 * Start of the last session held, in whatever year; empty when none.
 */
lastSessionAt: string, 
/**
 * Start of the next session planned; empty when none.
 */
nextSessionAt: string, };

/**
 * A member's sessions of a year.
 */
export type FollowSheet = { 
/**
 * What the list shows.
 */
row: FollowRow, 
/**
 * The sessions, the latest first.
 */
sessions: Array<RegisteredRow>, };

/**
 * How many members stand how.
 */
export type FollowTotals = { 
/**
 * Those whose interviews are late.
 */
late: number, 
/**
 * Those whose interviews are late soon.
 */
soon: number, 
/**
 * Those who have time.
 */
inTime: number, 
/**
 * Those who have them all.
 */
complete: number, 
/**
 * Those for whom the rule is not.
 */
exempt: number, };

/**
 * What is found in one kind of document.
 */
export type FoundKind = { 
/**
 * The kind.
 */
kind: Kind, 
/**
 * The entries: those that are called so first, then the latest.
 */
rows: Page<FoundRow>, };

/**
 * An entry that was found.
 */
export type FoundRow = { 
/**
 * What the entry is, in its own words.
 */
label: string, 
/**
 * The line of it that was found, where it is not the label; empty otherwise.
 */
line: string, 
/**
 * Whose it is; empty for one's own and what is the cooperative's.
 */
ownerName: string, 
/**
 * When it was last written; empty when not known.
 */
at: string, 
/**
 * How far it has travelled.
 */
state: RecordState, 
/**
 * Where it is shown.
 */
place: Place, };

/**
 * A goal.
 * Only what changes is set.
 */
export type GoalChanges = { 
/**
 * What.
 */
title?: string, 
/**
 * About what.
 */
kind?: GoalKind, 
/**
 * The figure aimed at, in `unit`; 0 when there is none.
 */
targetValue?: number, 
/**
 * The unit of the figure.
 */
unit?: string, 
/**
 * By when; empty when open.
 */
due?: string, 
/**
 * Where it stands.
 */
status?: GoalStatus, 
/**
 * Progress in basis points.
 */
progressBp?: number, };

/**
 * A goal.
 */
export type GoalFields = { 
/**
 * What.
 */
title: string, 
/**
 * About what.
 */
kind: GoalKind, 
/**
 * The figure aimed at, in `unit`; 0 when there is none.
 */
targetValue: number, 
/**
 * The unit of the figure.
 */
unit: string, 
/**
 * By when; empty when open.
 */
due: string, 
/**
 * Where it stands.
 */
status: GoalStatus, 
/**
 * Progress in basis points.
 */
progressBp: number, };

/**
 * What a goal is about.
 */
export type GoalKind = "contract" | "commercial" | "technical" | "legal" | "management" | "personal";

/**
 * A goal.
 */
export type GoalRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: GoalFields, 
/**
 * Open, and its date is past.
 */
late: boolean, };

/**
 * Where a goal stands.
 */
export type GoalStatus = "open" | "reached" | "dropped";

/**
 * Something that a group does.
 * Only what changes is set.
 */
export type GroupActionChanges = { 
/**
 * What.
 */
text?: string, 
/**
 * Who does it.
 */
owner?: MemberId | null, 
/**
 * By when.
 */
due?: string, 
/**
 * Whether it is done.
 */
done?: boolean, };

/**
 * Something that a group does.
 */
export type GroupActionFields = { 
/**
 * What.
 */
text: string, 
/**
 * Who does it.
 */
owner: MemberId | null, 
/**
 * By when.
 */
due: string, 
/**
 * Whether it is done.
 */
done: boolean, };

/**
 * Something that a group does.
 */
export type GroupActionRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: GroupActionFields, 
/**
 * Who does it; empty for nobody yet.
 */
ownerName: string, 
/**
 * Whether the reader does it.
 */
mine: boolean, 
/**
 * Whether it is done.
 */
isDone: boolean, };

/**
 * What a group says about itself.
 * Only what changes is set.
 */
export type GroupChanges = { 
/**
 * What it is called.
 */
name?: string, 
/**
 * What it is.
 */
sort?: GroupSort, 
/**
 * What it is for.
 */
aim?: string, 
/**
 * Whether who joins waits until somebody who holds the group agrees.
 */
byApproval?: boolean, 
/**
 * The opportunity that it was founded for, if one was.
 */
opportunity?: Ulid | null, };

/**
 * A group that may be asked.
 */
export type GroupChoice = { 
/**
 * The group.
 */
group: Ulid, 
/**
 * What it is called.
 */
name: string, };

/**
 * What people do to a group.
 */
export type GroupCommand = { "type": "foundGroup", 
/**
 * The new group.
 */
id: Ulid, 
/**
 * All its fields.
 */
group: GroupFields, } | { "type": "editGroup", 
/**
 * The group.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: GroupChanges, } | { "type": "setGroupBody", 
/**
 * The group.
 */
id: Ulid, 
/**
 * What it is; `None` for a group of members.
 */
body: Body | null, } | { "type": "joinGroup", 
/**
 * The group.
 */
id: Ulid, 
/**
 * Whether one joins.
 */
joins: boolean, } | { "type": "approveInGroup", 
/**
 * The group.
 */
id: Ulid, 
/**
 * Who asked.
 */
member: MemberId, 
/**
 * Whether they are in it.
 */
approved: boolean, } | { "type": "addMandate", 
/**
 * The group.
 */
group: Ulid, 
/**
 * The new mandate.
 */
id: Ulid, 
/**
 * All its fields.
 */
mandate: MandateFields, } | { "type": "editMandate", 
/**
 * The group.
 */
group: Ulid, 
/**
 * The mandate.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: MandateChanges, } | { "type": "standForMandate", 
/**
 * The group.
 */
group: Ulid, 
/**
 * The mandate.
 */
id: Ulid, 
/**
 * Whether one stands for it.
 */
stands: boolean, } | { "type": "giveMandate", 
/**
 * The group.
 */
group: Ulid, 
/**
 * The mandate.
 */
id: Ulid, 
/**
 * Who stands for it.
 */
member: MemberId, 
/**
 * Whether they are to hold it.
 */
given: boolean, } | { "type": "addMinutes", 
/**
 * The group.
 */
group: Ulid, 
/**
 * The new minutes.
 */
id: Ulid, 
/**
 * All their fields.
 */
minutes: MinutesFields, } | { "type": "editMinutes", 
/**
 * The group.
 */
group: Ulid, 
/**
 * The minutes.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: MinutesChanges, } | { "type": "addGroupAction", 
/**
 * The group.
 */
group: Ulid, 
/**
 * The new action.
 */
id: Ulid, 
/**
 * All its fields.
 */
action: GroupActionFields, } | { "type": "editGroupAction", 
/**
 * The group.
 */
group: Ulid, 
/**
 * The action.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: GroupActionChanges, } | { "type": "tickGroupAction", 
/**
 * The group.
 */
group: Ulid, 
/**
 * The action.
 */
id: Ulid, 
/**
 * Whether it is done.
 */
done: boolean, };

/**
 * What a group says about itself.
 */
export type GroupFields = { 
/**
 * What it is called.
 */
name: string, 
/**
 * What it is.
 */
sort: GroupSort, 
/**
 * What it is for.
 */
aim: string, 
/**
 * Whether who joins waits until somebody who holds the group agrees.
 */
byApproval: boolean, 
/**
 * The opportunity that it was founded for, if one was.
 */
opportunity: Ulid | null, };

/**
 * What screens ask of groups.
 */
export type GroupRequest = { "view": "groups", 
/**
 * Those only that the reader is in.
 */
mine: boolean, 
/**
 * Words to find in names and aims; empty for all.
 */
search: string, 
/**
 * Which rows.
 */
window: Window, } | { "view": "group", 
/**
 * The group.
 */
id: Ulid, };

/**
 * A group in the list.
 */
export type GroupRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it is, as its founder says.
 */
sort: GroupSort, 
/**
 * What it is to the cooperative; `null` for a group of members.
 */
body: Body | null, 
/**
 * How many are in it.
 */
members: number, 
/**
 * Where the reader stands with it.
 */
mine: InGroup, 
/**
 * Mandates that nobody holds.
 */
openMandates: number, };

/**
 * A group in full.
 */
export type GroupSheet = { 
/**
 * What the list shows.
 */
row: GroupRow, 
/**
 * Its fields.
 */
fields: GroupFields, 
/**
 * Those who are in it, by name.
 */
members: Array<Person>, 
/**
 * Those who asked to be, by name.
 */
asking: Array<Person>, 
/**
 * Its mandates, those that nobody holds first.
 */
mandates: Array<MandateRow>, 
/**
 * Its minutes, the latest first.
 */
minutes: Array<MinutesRow>, 
/**
 * What it does: what is to be done first.
 */
actions: Array<GroupActionRow>, 
/**
 * Those who facilitate it, by name: a director said so.
 */
facilitators: Array<Person>, 
/**
 * Whether the reader may say what it is to the cooperative.
 */
maySetBody: boolean, 
/**
 * Whether the reader may ask those who are in it.
 */
mayConsult: boolean, };

/**
 * What a group is, as its founder says.
 */
export type GroupSort = "circle" | "local" | "cohort";

/**
 * Why a group waits.
 */
export type GroupWait = "action" | "joining" | "candidate" | "mandate";

/**
 * Who answered what.
 */
export type GuestList = { 
/**
 * Those who answered.
 */
rows: Array<GuestRow>, 
/**
 * What those who come cannot eat.
 */
diets: Array<DietCount>, };

/**
 * Someone who answered.
 */
export type GuestRow = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * What they answered.
 */
status: AnswerStatus, 
/**
 * A word to the organisers.
 */
comment: string, 
/**
 * What they cannot eat.
 */
diet: string, 
/**
 * Seats offered in a car.
 */
carpoolSeats: number, 
/**
 * From where.
 */
carpoolFrom: string, 
/**
 * How good it was to them, 1 to 5; `null` while they did not say.
 */
score: number | null, 
/**
 * Why, in words.
 */
words: string, };

/**
 * What is done to the guide.
 */
export type GuideCommand = { "type": "addGuidePage", 
/**
 * The new page.
 */
id: Ulid, 
/**
 * All its fields.
 */
page: GuidePageFields, } | { "type": "editGuidePage", 
/**
 * The page.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: GuidePageChanges, } | { "type": "addSectorLine", 
/**
 * The new line.
 */
id: Ulid, 
/**
 * All its fields.
 */
line: SectorLineFields, } | { "type": "editSectorLine", 
/**
 * The line.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: SectorLineChanges, } | { "type": "addTopicPerson", 
/**
 * The new line.
 */
id: Ulid, 
/**
 * All its fields.
 */
person: TopicPersonFields, } | { "type": "editTopicPerson", 
/**
 * The line.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: TopicPersonChanges, };

/**
 * A page of the guide, a step of the welcome, a link.
 * Only what changes is set.
 */
export type GuidePageChanges = { 
/**
 * What it is.
 */
part?: GuidePart, 
/**
 * What it is called.
 */
title?: string, 
/**
 * In words.
 */
body?: string, 
/**
 * Where to find more on the web; empty for nowhere.
 */
link?: string, 
/**
 * Its place among those of its part, the lowest first.
 */
rank?: number, 
/**
 * The opportunity whose experiment taught it, if one did.
 */
opportunity?: Ulid | null, };

/**
 * A page of the guide, a step of the welcome, a link.
 */
export type GuidePageFields = { 
/**
 * What it is.
 */
part: GuidePart, 
/**
 * What it is called.
 */
title: string, 
/**
 * In words.
 */
body: string, 
/**
 * Where to find more on the web; empty for nowhere.
 */
link: string, 
/**
 * Its place among those of its part, the lowest first.
 */
rank: number, 
/**
 * The opportunity whose experiment taught it, if one did.
 */
opportunity: Ulid | null, };

/**
 * A page, a step or a link.
 */
export type GuidePageRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: GuidePageFields, 
/**
 * When the reader ticked it; empty while they did not.
 */
tickedAt: string, 
/**
 * When the reader read it first; empty while they did not.
 */
readAt: string, };

/**
 * What a page of the guide is.
 */
export type GuidePart = "value" | "principle" | "step" | "practice" | "link";

/**
 * What screens ask of the guide.
 */
export type GuideRequest = { "view": "guide", 
/**
 * Words to find in titles and texts; empty for all.
 */
search: string, } | { "view": "topicPeople" };

/**
 * The guide.
 */
export type GuideView = { 
/**
 * Whether the reader may write it.
 */
mayEdit: boolean, 
/**
 * The reader's own sector, if they said it.
 */
sector: Sector | null, 
/**
 * Pages, steps and links, part by part, each in its order.
 */
pages: Array<GuidePageRow>, 
/**
 * Lines of the sheets, sector by sector, part by part, each in its order.
 */
lines: Array<SectorLineRow>, 
/**
 * Who answers for what.
 */
people: Array<TopicPersonRow>, };

/**
 * What waits for the relay of a document, as another phone takes it.
 */
export type HandOverView = { 
/**
 * A parcel, in hexadecimal digits, for [`crate::api::Intent::Receive`]; empty when there is a problem.
 */
parcel: string, 
/**
 * How many changes it holds.
 */
commits: number, 
/**
 * Why there is none: `not_found` where nothing waits, `retry` while something is being written, `no_pass` before the
 * relay was met (or long after), `too_big`.
 */
problem: ErrorCode | null, };

/**
 * What somebody made of a field.
 */
export type HistoryField = { 
/**
 * The field, named as in the commands (`netCents`, `date`, `status` …).
 */
field: string, 
/**
 * What stood there; `null` for nothing, and for what is no single value.
 */
was: FieldValue | null, 
/**
 * What they wrote; `null` as before.
 */
now: FieldValue | null, };

/**
 * What somebody did to an entry.
 */
export type HistoryHow = "made" | "changed" | "removed" | "brought_back";

/**
 * Something that somebody did to an entry.
 */
export type HistoryStep = { 
/**
 * What.
 */
how: HistoryHow, 
/**
 * Who.
 */
by: MemberId | null, 
/**
 * Their name.
 */
byName: string, 
/**
 * Whether that is the reader.
 */
mine: boolean, 
/**
 * When, as that device's clock said; empty when it did not say.
 */
at: string, 
/**
 * The fields that they wrote.
 */
fields: Array<HistoryField>, };

/**
 * Where the reader stands with a group.
 */
export type InGroup = "out" | "asked" | "in";

/**
 * A month and its figures.
 */
export type IndicatorMonth = { 
/**
 * The month, `YYYY-MM`.
 */
month: string, 
/**
 * Its figures.
 */
figures: MonthFigures, 
/**
 * What some of them are made of, by what they are of and which: `branch:Vallée`.
 */
parts: Array<FigurePart>, };

/**
 * What screens ask of figures.
 */
export type IndicatorRequest = { "view": "indicators", 
/**
 * The year.
 */
year: number, } | { "view": "counted", 
/**
 * The figure's name.
 */
figure: string, 
/**
 * The first month, `YYYY-MM`.
 */
from: string, 
/**
 * The last month of the same year.
 */
to: string, 
/**
 * Which rows.
 */
window: Window, };

/**
 * A year's figures, and those of the year before.
 */
export type IndicatorYears = { 
/**
 * The months of the year that have figures, in their order.
 */
months: Array<IndicatorMonth>, 
/**
 * Those of the year before.
 */
before: Array<IndicatorMonth>, };

/**
 * What every entry of a list carries beside its own fields.
 */
export type Info = { 
/**
 * The entry.
 */
id: Ulid, 
/**
 * Names it where its history is asked for: its document, `:`, its place there.
 */
path: string, 
/**
 * How far it has travelled.
 */
state: RecordState, 
/**
 * Whether this person may change it.
 */
mayEdit: boolean, 
/**
 * Fields that two people wrote at once, to be chosen by a person.
 */
conflicts: Array<ConflictView>, 
/**
 * Prose of which one paragraph was changed in two places at once, until somebody reads it.
 */
rereads: Array<RereadView>, 
/**
 * Names the state of the document that these fields were read from, for [`crate::api::Intent::Do`].
 */
base: string, 
/**
 * Who made it.
 */
createdBy: MemberId | null, 
/**
 * Their name.
 */
createdByName: string, 
/**
 * When it was made.
 */
createdAt: string, 
/**
 * When it was last changed, empty when never.
 */
updatedAt: string, 
/**
 * When it was removed, empty while it stands.
 */
removedAt: string, };

/**
 * What a person does: a command of the domain, or something about this phone alone.
 */
export type Intent = { "type": "do", 
/**
 * The command.
 */
command: Command, 
/**
 * What the person saw when they began to type (`base` of what was shown): the change is made there. `null`:
 * as things stand now.
 */
base: string | null, } | { "type": "doAll", 
/**
 * The commands, in the order in which they are done.
 */
commands: Array<Command>, } | { "type": "settle", 
/**
 * The conflict's `id`.
 */
conflict: string, 
/**
 * Which value, by its place in the list.
 */
choice: number, } | { "type": "retry", 
/**
 * The item's `id`.
 */
item: number, 
/**
 * The corrected command; `null` for the same again.
 */
command: Command | null, 
/**
 * What the person saw when they corrected it; `null`: as things stand now.
 */
base: string | null, } | { "type": "reread", 
/**
 * The mark's `id`.
 */
reread: string, } | { "type": "discard", 
/**
 * The item's `id`.
 */
item: number, } | { "type": "goOn", 
/**
 * Its `part`.
 */
part: number, } | { "type": "awaySeen" } | { "type": "takeUp", 
/**
 * What was kept, in its order.
 */
items: Array<Carried>, } | { "type": "receive", 
/**
 * The parcel, in hexadecimal digits.
 */
parcel: string, } | { "type": "readAgain", 
/**
 * The document.
 */
doc: string, };

/**
 * Somebody who should be called.
 */
export type IsolatedRow = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * The last exchange, event or session that this phone knows of; empty when none.
 */
lastAt: string, 
/**
 * Who accompanies them.
 */
coaches: Array<Person>, 
/**
 * Whether the reader would know of their sessions.
 */
knowsSessions: boolean, };

/**
 * What a person does to their journal.
 */
export type JournalCommand = { "type": "addJournalEntry", 
/**
 * The new entry.
 */
id: Ulid, 
/**
 * The day.
 */
date: string, 
/**
 * The text.
 */
text: string, } | { "type": "editJournalEntry", 
/**
 * The journal's year.
 */
year: number, 
/**
 * The entry.
 */
id: Ulid, 
/**
 * The new day.
 */
date: string | null, 
/**
 * The whole new text.
 */
text: string | null, };

/**
 * What screens ask of journals. `member: null` means oneself.
 */
export type JournalRequest = { "view": "journal", 
/**
 * Whose.
 */
member: MemberId | null, 
/**
 * The year.
 */
year: number, 
/**
 * Which rows.
 */
window: Window, };

/**
 * A journal line.
 */
export type JournalRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * The day.
 */
date: string, 
/**
 * The text.
 */
text: string, };

/**
 * A kind of document. The numbers are part of the wire format and of every document's name: never reuse one.
 */
export type Kind = "directory" | "profile" | "activity" | "coaching_log" | "coach_notes" | "event" | "rsvp" | "roster" | "post" | "register" | "guests" | "rides" | "waitlist" | "places" | "asked" | "attendance" | "attended" | "journal" | "contact" | "contact_shown" | "membership" | "ledger" | "group" | "consultation" | "stance" | "tally" | "assembly" | "partner" | "partner_card" | "opportunity" | "story" | "consent" | "news" | "team_board" | "duties" | "guide" | "progress" | "pulse" | "indicators" | "figures" | "services";

/**
 * Who reads and who writes the documents of a kind, as far as something about the reader stands in them.
 */
export type KindAccess = { 
/**
 * The kind.
 */
kind: Kind, 
/**
 * Whose the documents are.
 */
whose: Whose, 
/**
 * Who reads them.
 */
readers: Readers, 
/**
 * Who that is beside oneself, by name, as far as the directory on this phone says so; nobody where everybody reads.
 */
people: Array<ReaderAccess>, 
/**
 * What stands in them.
 */
parts: Array<PartAccess>, };

/**
 * What is late of one person's.
 */
export type LateActions = { 
/**
 * Whose; `null` for nobody's.
 */
owner: MemberId | null, 
/**
 * Their name.
 */
ownerName: string, 
/**
 * What, the oldest first.
 */
actions: Array<ActionItem>, };

/**
 * A business lead.
 * Only what changes is set.
 */
export type LeadChanges = { 
/**
 * What it is.
 */
title?: string, 
/**
 * With whom.
 */
contact?: string, 
/**
 * What to do next.
 */
nextStep?: string, 
/**
 * Expected amount in cents.
 */
amountCents?: number, 
/**
 * How far it has come.
 */
stage?: LeadStage, 
/**
 * By when; empty when open.
 */
due?: string, };

/**
 * A business lead.
 */
export type LeadFields = { 
/**
 * What it is.
 */
title: string, 
/**
 * With whom.
 */
contact: string, 
/**
 * What to do next.
 */
nextStep: string, 
/**
 * Expected amount in cents.
 */
amountCents: number, 
/**
 * How far it has come.
 */
stage: LeadStage, 
/**
 * By when; empty when open.
 */
due: string, };

/**
 * A lead.
 */
export type LeadRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: LeadFields, 
/**
 * Open, and its date is past.
 */
late: boolean, };

/**
 * How far a business lead has come.
 */
export type LeadStage = "lead" | "quote_sent" | "won" | "lost";

/**
 * What people do to a ledger.
 */
export type LedgerCommand = { "type": "addContract", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The new entry.
 */
id: Ulid, 
/**
 * All its fields.
 */
contract: ContractFields, } | { "type": "editContract", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The contract.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: ContractChanges, } | { "type": "addMilestone", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The new entry.
 */
id: Ulid, 
/**
 * All its fields.
 */
milestone: MilestoneFields, } | { "type": "editMilestone", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The milestone.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: MilestoneChanges, } | { "type": "addObligation", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The new entry.
 */
id: Ulid, 
/**
 * All its fields.
 */
obligation: ObligationFields, } | { "type": "editObligation", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The obligation.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: ObligationChanges, } | { "type": "tickObligation", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The obligation.
 */
id: Ulid, 
/**
 * Whether it is met.
 */
done: boolean, } | { "type": "setStatement", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The month, `YYYY-MM`.
 */
month: string, 
/**
 * What is set; all of a new one.
 */
statement: StatementChanges, } | { "type": "decideLine", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The expense or the trip.
 */
id: Ulid, 
/**
 * What is decided.
 */
status: DecisionStatus, 
/**
 * Why; said of what is refused, empty otherwise.
 */
reason: string, 
/**
 * The digest of the line as it was read.
 */
lineSha256: string, } | { "type": "closeMonth", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The month, `YYYY-MM`.
 */
month: string, 
/**
 * Whether it is closed.
 */
closed: boolean, };

/**
 * What screens ask of ledgers. `member: null` means oneself.
 */
export type LedgerRequest = { "view": "ledger", 
/**
 * Whose.
 */
member: MemberId | null, } | { "view": "statements", 
/**
 * Whose.
 */
member: MemberId | null, 
/**
 * Which rows.
 */
window: Window, } | { "view": "obligations", 
/**
 * Whose.
 */
member: MemberId | null, 
/**
 * Which rows.
 */
window: Window, } | { "view": "lines", 
/**
 * Words to find in names and labels; empty for all.
 */
search: string, 
/**
 * One member's only.
 */
member: MemberId | null, 
/**
 * One month `YYYY-MM` only.
 */
month: string | null, 
/**
 * Only those so far; `null` for those that wait for a decision.
 */
state: LineState | null, 
/**
 * Instead of that, all that were handed in or decided and of which the receipt was not, as their members say.
 */
withoutReceipt: boolean, 
/**
 * Which rows.
 */
window: Window, } | { "view": "months", 
/**
 * The year.
 */
year: number, 
/**
 * Words to find in names and trade names; empty for all.
 */
search: string, 
/**
 * Which rows.
 */
window: Window, } | { "view": "deadlines", 
/**
 * Words to find in names; empty for all.
 */
search: string, 
/**
 * Which rows.
 */
window: Window, };

/**
 * A member's frame at a glance.
 */
export type LedgerSheet = { 
/**
 * Whose.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Whether it is the reader's own.
 */
mine: boolean, 
/**
 * Whether the reader writes contracts, statements and obligations.
 */
mayEdit: boolean, 
/**
 * Where the member stands; `null` when nobody said.
 */
stage: PathStage | null, 
/**
 * Since when; empty when nobody said.
 */
since: string, 
/**
 * The stages of the path, the last first.
 */
path: Array<MilestoneRow>, 
/**
 * The contract in force, then the others, the last first.
 */
contracts: Array<ContractRow>, 
/**
 * What the contract makes due, the next first.
 */
deadlines: Array<DeadlineView>, 
/**
 * The last statement.
 */
statement: StatementRow | null, 
/**
 * Obligations that are open.
 */
openObligations: number, };

/**
 * Why something of a ledger waits.
 */
export type LedgerWait = "refused" | "obligation" | "to_decide";

/**
 * An expense or a trip of somebody.
 */
export type LineRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Whose.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * The year that it is filed under.
 */
year: number, 
/**
 * What it is.
 */
what: LineWhat, 
/**
 * Where its files are asked for.
 */
files: Array<FileRef>, 
/**
 * How far it has come.
 */
standing: LineStanding, 
/**
 * Names what it says now, for the command that decides on it.
 */
lineSha256: string, 
/**
 * Whether the reader may decide on it.
 */
mayDecide: boolean, };

/**
 * How far a line has come.
 */
export type LineStanding = { 
/**
 * How far.
 */
state: LineState, 
/**
 * Whether it was changed since it was decided.
 */
changed: boolean, 
/**
 * When it was handed in; empty when it was not.
 */
submittedAt: string, 
/**
 * What was decided last; `null` when nothing was.
 */
status: DecisionStatus | null, 
/**
 * Why it was refused last; empty when it was not.
 */
reason: string, 
/**
 * Who decided.
 */
decidedBy: string, 
/**
 * When; empty when nobody did.
 */
decidedAt: string, 
/**
 * How far the decision has travelled; `null` when there is none.
 */
travelled: RecordState | null, 
/**
 * What was decided differently in two places at once.
 */
conflicts: Array<ConflictView>, };

/**
 * How far an expense or a trip has come.
 */
export type LineState = "recorded" | "submitted" | "refused" | "accepted" | "paid";

/**
 * What a line is.
 */
export type LineWhat = { "type": "expense" } & ExpenseFields | { "type": "trip" } & TripFields;

/**
 * Whether the phone talks with the relay.
 */
export type LinkState = "offline" | "connecting" | "online" | "one_shot" | "stopped";

/**
 * What a coach carries in a year: what is due and done of the members they accompany now.
 */
export type LoadRow = { 
/**
 * Who; `null` for members whom nobody accompanies.
 */
coach: MemberId | null, 
/**
 * Their name.
 */
name: string, 
/**
 * Members whom they accompany.
 */
members: number, 
/**
 * Interviews due of them in the year.
 */
due: number, 
/**
 * Interviews that count.
 */
done: number, 
/**
 * Interviews held that wait for a signature.
 */
toSign: number, 
/**
 * Interviews planned.
 */
planned: number, 
/**
 * Members whose interviews are late.
 */
late: number, 
/**
 * Minutes of accompaniment.
 */
minutes: number, };

/**
 * How many votes adopt a resolution.
 */
export type Majority = "simple" | "two_thirds";

/**
 * A responsibility that a group gives.
 * Only what changes is set.
 */
export type MandateChanges = { 
/**
 * What it is called.
 */
title?: string, 
/**
 * What who holds it does.
 */
duties?: string, 
/**
 * From when.
 */
starts?: string, 
/**
 * Until when.
 */
ends?: string, };

/**
 * A responsibility that a group gives.
 */
export type MandateFields = { 
/**
 * What it is called.
 */
title: string, 
/**
 * What who holds it does.
 */
duties: string, 
/**
 * From when.
 */
starts: string, 
/**
 * Until when.
 */
ends: string, };

/**
 * A mandate.
 */
export type MandateRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: MandateFields, 
/**
 * Those who hold it, by name.
 */
holders: Array<Person>, 
/**
 * Those who stand for it and do not hold it, by name.
 */
candidates: Array<CandidateRow>, 
/**
 * Whether the reader stands for it.
 */
mine: boolean, 
/**
 * Whether its last day is past.
 */
over: boolean, };

/**
 * What stands of a person and a slot.
 */
export type MarkCell = { 
/**
 * Every mark of them that was not taken back; the first stands.
 */
ids: Array<Ulid>, 
/**
 * Whether they were there.
 */
presence: Presence, 
/**
 * As what they take part.
 */
part: TakesPart, 
/**
 * Whether they signed it.
 */
isSigned: boolean, 
/**
 * Their signature as it was drawn; empty when it was not.
 */
strokes: string, 
/**
 * Their name as they typed it to sign; empty when they did not.
 */
typed: string, 
/**
 * When the slot began as it was marked (RFC 3339).
 */
start: string, 
/**
 * When it ended as it was marked (RFC 3339).
 */
end: string, 
/**
 * On whose phone it was marked.
 */
by: string, 
/**
 * When (RFC 3339).
 */
at: string, 
/**
 * How far it has travelled.
 */
state: RecordState, };

/**
 * What somebody marks of one person and one slot.
 */
export type MarkFields = { 
/**
 * The member it is about.
 */
person: MemberId | null, 
/**
 * The visitor it is about, where it is no member.
 */
visitor: Ulid | null, 
/**
 * The event's slot.
 */
slot: Ulid, 
/**
 * When that begins, as it was shown (RFC 3339).
 */
start: string, 
/**
 * When it ends, as it was shown (RFC 3339).
 */
end: string, 
/**
 * Whether they are there.
 */
presence: Presence, 
/**
 * As what.
 */
part: TakesPart, 
/**
 * Their signature as it was drawn (see `rules::are_strokes`); empty when it was not.
 */
strokes: string, 
/**
 * Their name as they typed it to sign; empty when they did not.
 */
typed: string, };

/**
 * Whether the reader may answer.
 */
export type MayAnswer = "yes" | "if_associate" | "no";

/**
 * Who reads.
 */
export type MeView = { 
/**
 * The member.
 */
member: MemberId, 
/**
 * Their name; empty before the directory has arrived.
 */
name: string, 
/**
 * The cooperative.
 */
coop: CoopId, 
/**
 * Its name; empty before the directory has arrived.
 */
coopName: string, 
/**
 * This device.
 */
device: DeviceId, 
/**
 * Their roles.
 */
roles: Array<Role>, 
/**
 * Whether they belong to the support team.
 */
inTeam: boolean, 
/**
 * Whether they accompany members.
 */
isCoach: boolean, 
/**
 * Their coaches.
 */
coaches: Array<Person>, 
/**
 * The members they accompany.
 */
coached: Array<Person>, 
/**
 * Whether they may create events.
 */
mayCreateEvents: boolean, 
/**
 * Whether anything at all has arrived on this phone.
 */
directoryOnPhone: boolean, };

/**
 * Somebody whose profile meets a post.
 */
export type MeetingPerson = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * What they can do, or need.
 */
why: string, };

/**
 * Who and what meets a post, the best first.
 */
export type MeetingView = { 
/**
 * Posts.
 */
posts: Array<PostRow>, 
/**
 * Members, by their profiles.
 */
people: Array<MeetingPerson>, };

/**
 * A person of a cooperative. [`MemberId::RELAY`] is the relay itself as an author.
 */
export type MemberId = string;

/**
 * A member in the directory.
 */
export type MemberRow = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * The name shown.
 */
name: string, 
/**
 * Commercial name.
 */
tradeName: string, 
/**
 * Trades.
 */
trades: Array<string>, 
/**
 * Branch.
 */
branch: string, 
/**
 * Their roles.
 */
roles: Array<Role>, 
/**
 * Where they stand.
 */
stage: Stage | null, 
/**
 * Whether they are associates.
 */
associate: boolean, 
/**
 * Whether they look for partners on a job.
 */
lookingForPartners: boolean, 
/**
 * Telephone; empty when not shown to the reader.
 */
phone: string, 
/**
 * E-mail; empty when not shown to the reader.
 */
email: string, };

/**
 * How people answer.
 */
export type Method = "consent" | "advice" | "poll" | "date_poll";

/**
 * A stage of a member's path, from a day on.
 * Only what changes is set.
 */
export type MilestoneChanges = { 
/**
 * The stage.
 */
stage?: PathStage, 
/**
 * Its first day.
 */
on?: string, 
/**
 * Why; said of every step back.
 */
reason?: string, 
/**
 * The partner who sent the member, if one did.
 */
prescriber?: Ulid | null, };

/**
 * A stage of a member's path, from a day on.
 */
export type MilestoneFields = { 
/**
 * The stage.
 */
stage: PathStage, 
/**
 * Its first day.
 */
on: string, 
/**
 * Why; said of every step back.
 */
reason: string, 
/**
 * The partner who sent the member, if one did.
 */
prescriber: Ulid | null, };

/**
 * A stage of the path.
 */
export type MilestoneRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: MilestoneFields, 
/**
 * The name of the partner who sent the member, where the reader may read it.
 */
prescriberName: string, };

/**
 * What a meeting said.
 * Only what changes is set.
 */
export type MinutesChanges = { 
/**
 * When it was.
 */
day?: string, 
/**
 * What it was about.
 */
title?: string, 
/**
 * In words.
 */
body?: string, };

/**
 * What a meeting said.
 */
export type MinutesFields = { 
/**
 * When it was.
 */
day: string, 
/**
 * What it was about.
 */
title: string, 
/**
 * In words.
 */
body: string, };

/**
 * Minutes of a meeting.
 */
export type MinutesRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Their fields.
 */
fields: MinutesFields, };

/**
 * A member's month.
 */
export type MonthCell = { 
/**
 * `YYYY-MM`.
 */
month: string, 
/**
 * Expenses and trips that stand.
 */
lines: number, 
/**
 * Those that wait for a decision.
 */
toDecide: number, 
/**
 * Turnover of the statement; `null` without one.
 */
turnoverCents: number | null, 
/**
 * When it was closed; empty while it is open.
 */
closedAt: string, 
/**
 * How far that has travelled; `null` when nobody said.
 */
state: RecordState | null, };

/**
 * The figures of one month, over all members. Amounts are in cents.
 */
export type MonthFigures = { 
/**
 * Sessions held.
 */
sessions: number, 
/**
 * Their length, in minutes.
 */
sessionMinutes: number, 
/**
 * Members who had at least one.
 */
membersSeen: number, 
/**
 * Members at the month's end who had none for 90 days; of a month that is over.
 */
membersUnseen: number, 
/**
 * Of these, those without exchange on the board or event either.
 */
membersIsolated: number, 
/**
 * Interviews that the year owes to those who are employed at the month's end.
 */
interviewsDue: number, 
/**
 * Interviews that both sides signed, and that count.
 */
interviewsSigned: number, 
/**
 * Asks for support.
 */
asks: number, 
/**
 * Asks that were answered.
 */
asksAnswered: number, 
/**
 * Asks that nobody answered for seven days or longer, at the month's end; of the month that goes on, now.
 */
asksOpen7: number, 
/**
 * Of these, those of thirty days or longer.
 */
asksOpen30: number, 
/**
 * The median time between an ask and its answer, in minutes, of those answered in the month.
 */
answerMinutes: number, 
/**
 * Statements of account.
 */
statements: number, 
/**
 * Turnover.
 */
turnoverCents: number, 
/**
 * Margin.
 */
marginCents: number, 
/**
 * Contribution to the cooperative.
 */
contributionCents: number, 
/**
 * Result.
 */
resultCents: number, 
/**
 * Treasury once everything due is paid.
 */
treasuryCents: number, 
/**
 * Activities whose treasury is below zero.
 */
treasuriesBelowZero: number, 
/**
 * Expenses and trips accepted or paid.
 */
linesAccepted: number, 
/**
 * Expenses and trips refused.
 */
linesRefused: number, 
/**
 * The median time between handing in an expense or a trip and what was decided on it, in minutes, as the relay had both,
 * of those decided in the month.
 */
decisionMinutes: number, 
/**
 * Expenses that were handed in without their receipt, as their members say, by the day of the expense.
 */
receiptsMissing: number, 
/**
 * Members under a CAPE at the month's end.
 */
membersCape: number, 
/**
 * Employed entrepreneurs at the month's end, associates aside.
 */
membersEmployed: number, 
/**
 * Associates at the month's end.
 */
membersAssociate: number, 
/**
 * Members who came.
 */
entries: number, 
/**
 * Members who left.
 */
exits: number, 
/**
 * Members who went from a CAPE to a contract of employment.
 */
capeToEmployed: number, 
/**
 * Members who came 36 months before.
 */
cohort36: number, 
/**
 * Of these, those who are still there.
 */
retained36: number, 
/**
 * Of these, those who are associates.
 */
associates36: number, 
/**
 * Events that begin.
 */
events: number, 
/**
 * Seats that these have; those without a limit have none.
 */
eventSeats: number, 
/**
 * Seats that were taken.
 */
seatsTaken: number, 
/**
 * Half-days at which somebody took part.
 */
placesAttended: number, 
/**
 * Half-days at which somebody was expected, did not come and said nothing.
 */
noShows: number, 
/**
 * Half-days at which somebody was expected, did not come and had said so.
 */
excused: number, 
/**
 * How long those who took part were there, in minutes.
 */
attendedMinutes: number, 
/**
 * How long those who held events were there, in minutes.
 */
trainerMinutes: number, 
/**
 * Posts on the board.
 */
posts: number, 
/**
 * Needs among them.
 */
needs: number, 
/**
 * Needs among them for which somebody was found.
 */
needsMet: number, 
/**
 * Answers on the board.
 */
replies: number, 
/**
 * Mandates that stand at the month's end.
 */
mandates: number, 
/**
 * Of these, those that somebody holds.
 */
mandatesHeld: number, 
/**
 * How many could answer the consultations that closed in the month.
 */
voicesAsked: number, 
/**
 * How many did, proxies included.
 */
voices: number, 
/**
 * Things done with partners.
 */
partnerActs: number, 
/**
 * Their length, in minutes.
 */
partnerMinutes: number, 
/**
 * Agreements that begin.
 */
agreements: number, 
/**
 * What these are worth.
 */
agreementCents: number, 
/**
 * Opportunities that somebody saw.
 */
opportunities: number, 
/**
 * Opportunities decided to be seized.
 */
opportunitiesGo: number, 
/**
 * Opportunities decided to be left.
 */
opportunitiesNoGo: number, 
/**
 * Experiments that were adopted.
 */
experimentsAdopted: number, };

/**
 * One month.
 */
export type MonthTotals = { 
/**
 * `YYYY-MM`.
 */
month: string, 
/**
 * Expenses before tax, in cents.
 */
expenseNetCents: number, 
/**
 * Tax on expenses, in cents.
 */
expenseVatCents: number, 
/**
 * Distance of trips, in metres.
 */
metres: number, 
/**
 * Turnover expected, in cents; `null` when nothing was said.
 */
forecastCents: number | null, 
/**
 * Expenses and trips that are not handed in.
 */
toSubmit: Array<Ulid>, 
/**
 * How far the forecast has travelled.
 */
forecastState: RecordState, };

/**
 * A member's months of a year.
 */
export type MonthsRow = { 
/**
 * The member.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their trade name.
 */
tradeName: string, 
/**
 * Where they stand; `null` when nobody said.
 */
stage: PathStage | null, 
/**
 * January to December.
 */
months: Array<MonthCell>, };

/**
 * What members look for that goes by one theme.
 */
export type NeedTheme = { 
/**
 * The word they gave it; empty for needs without one.
 */
tag: string, 
/**
 * How many needs there were.
 */
needs: number, 
/**
 * Those that wait for somebody yet.
 */
open: number, };

/**
 * A newcomer, and where they are.
 */
export type NewcomerRow = { 
/**
 * The member.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Where they stand in the cooperative.
 */
stage: Stage | null, 
/**
 * Steps ticked.
 */
done: number, 
/**
 * Steps in all.
 */
total: number, 
/**
 * The first step that is not ticked.
 */
nextStep: Ulid, 
/**
 * What it is called.
 */
nextTitle: string, 
/**
 * When they last ticked a step; empty when never.
 */
lastAt: string, };

/**
 * What screens ask of news.
 */
export type NewsRequest = { "view": "news", 
/**
 * Words to find in titles, texts and names; empty for all.
 */
search: string, 
/**
 * Which rows.
 */
window: Window, } | { "view": "article", 
/**
 * The story that it was made of.
 */
id: Ulid, };

/**
 * An article in the list.
 */
export type NewsRow = { 
/**
 * The story that it was made of.
 */
id: Ulid, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is.
 */
kind: StoryKind, 
/**
 * Since which day it is there.
 */
date: string, 
/**
 * How it begins.
 */
beginning: string, 
/**
 * Whom it shows, by name.
 */
people: Array<Person>, };

/**
 * What comes up, as its kind shows it.
 */
export type Next = { "kind": "coaching_log", row: SessionRow, } | { "kind": "event", row: EventRow, };

/**
 * Something that comes up.
 */
export type NextItem = { 
/**
 * When it starts.
 */
at: string, 
/**
 * What it is.
 */
what: Next, };

/**
 * For kinds that the relay alone writes: there is none.
 */
export type NoCommand = never;

/**
 * A note.
 */
export type NoteRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * The text.
 */
text: string, };

/**
 * What a coach does to their private notes.
 */
export type NotesCommand = { "type": "addNote", 
/**
 * About whom.
 */
member: MemberId, 
/**
 * The new note.
 */
id: Ulid, 
/**
 * The text.
 */
text: string, } | { "type": "editNote", 
/**
 * About whom.
 */
member: MemberId, 
/**
 * The note.
 */
id: Ulid, 
/**
 * The whole new text.
 */
text: string, } | { "type": "setNextTime", 
/**
 * About whom.
 */
member: MemberId, 
/**
 * The whole text.
 */
text: string, };

/**
 * What screens ask of private notes.
 */
export type NotesRequest = { "view": "notes", 
/**
 * About whom.
 */
member: MemberId, 
/**
 * Which rows.
 */
window: Window, };

/**
 * A coach's private notes about a member.
 */
export type NotesView = { 
/**
 * About whom.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Whether the reader may write.
 */
mayEdit: boolean, 
/**
 * To think of next time.
 */
nextTime: string, 
/**
 * How far that has travelled.
 */
nextTimeState: RecordState, 
/**
 * Names the state of the document that it was read from, for [`crate::api::Intent::Do`].
 */
base: string, 
/**
 * What is to be thought of next time, where its author wrote it in two places at once.
 */
rereads: Array<RereadView>, 
/**
 * The notes, the latest first.
 */
notes: Page<NoteRow>, };

/**
 * Whether the notice of an assembly came in time.
 */
export type Notice = "sent" | "to_come" | "missing" | "late";

/**
 * Something that the law, taxes or safety ask for by a day.
 * Only what changes is set.
 */
export type ObligationChanges = { 
/**
 * What it is about.
 */
kind?: ObligationKind, 
/**
 * What is to be done.
 */
label?: string, 
/**
 * By when.
 */
due?: string, 
/**
 * Who answers for it.
 */
owner?: ObligationOwner, 
/**
 * What helps.
 */
note?: string, };

/**
 * Something that the law, taxes or safety ask for by a day.
 */
export type ObligationFields = { 
/**
 * What it is about.
 */
kind: ObligationKind, 
/**
 * What is to be done.
 */
label: string, 
/**
 * By when.
 */
due: string, 
/**
 * Who answers for it.
 */
owner: ObligationOwner, 
/**
 * What helps.
 */
note: string, };

/**
 * What an obligation is about.
 */
export type ObligationKind = "legal" | "tax" | "social" | "insurance" | "health_safety" | "training";

/**
 * Who answers for an obligation.
 */
export type ObligationOwner = "member" | "cooperative";

/**
 * Something to be done by a day.
 */
export type ObligationRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: ObligationFields, 
/**
 * When it was met; empty while it is not.
 */
doneAt: string, 
/**
 * How pressing it is while it is open.
 */
pressing: Pressing, 
/**
 * Whether the reader may say that it is met.
 */
mayTick: boolean, };

/**
 * Something that somebody does about it.
 * Only what changes is set.
 */
export type OpportunityActionChanges = { 
/**
 * What.
 */
text?: string, 
/**
 * Who does it, and says how far it has come.
 */
owner?: MemberId | null, 
/**
 * By when; empty when open.
 */
due?: string, 
/**
 * How far it has come.
 */
status?: OpportunityActionStatus, };

/**
 * Something that somebody does about it.
 */
export type OpportunityActionFields = { 
/**
 * What.
 */
text: string, 
/**
 * Who does it, and says how far it has come.
 */
owner: MemberId | null, 
/**
 * By when; empty when open.
 */
due: string, 
/**
 * How far it has come.
 */
status: OpportunityActionStatus, };

/**
 * Something that somebody does about an opportunity.
 */
export type OpportunityActionRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: OpportunityActionFields, 
/**
 * The name of who does it.
 */
ownerName: string, 
/**
 * Not done, and its date is past.
 */
late: boolean, 
/**
 * Whether the reader writes more of it than how far it has come.
 */
mayPlan: boolean, };

/**
 * How far an action about an opportunity has come.
 */
export type OpportunityActionStatus = "todo" | "doing" | "done";

/**
 * What may be worth doing.
 * Only what changes is set.
 */
export type OpportunityChanges = { 
/**
 * Where it comes from.
 */
source?: OpportunitySource, 
/**
 * What it is.
 */
kind?: OpportunityKind, 
/**
 * What it is called.
 */
title?: string, 
/**
 * In words.
 */
body?: string, 
/**
 * By when one has to have answered; empty when open.
 */
deadline?: string, };

/**
 * What people do to an opportunity.
 */
export type OpportunityCommand = { "type": "addOpportunity", 
/**
 * The new opportunity.
 */
id: Ulid, 
/**
 * All its fields.
 */
opportunity: OpportunityFields, } | { "type": "editOpportunity", 
/**
 * The opportunity.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: OpportunityChanges, } | { "type": "followOpportunity", 
/**
 * The opportunity.
 */
id: Ulid, 
/**
 * Whether it does.
 */
interested: boolean, } | { "type": "commentOpportunity", 
/**
 * The opportunity.
 */
id: Ulid, 
/**
 * The whole text; empty to take it back.
 */
text: string, } | { "type": "assessOpportunity", 
/**
 * The opportunity.
 */
id: Ulid, 
/**
 * What changes, each from 1 to 5.
 */
changes: AssessmentChanges, } | { "type": "decideOpportunity", 
/**
 * The opportunity.
 */
id: Ulid, 
/**
 * What is decided.
 */
status: OpportunityStatus, 
/**
 * Why.
 */
reason: string, } | { "type": "editExperiment", 
/**
 * The opportunity.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: ExperimentChanges, } | { "type": "addOpportunityAction", 
/**
 * The opportunity.
 */
opportunity: Ulid, 
/**
 * The new action.
 */
id: Ulid, 
/**
 * All its fields.
 */
action: OpportunityActionFields, } | { "type": "editOpportunityAction", 
/**
 * The opportunity.
 */
opportunity: Ulid, 
/**
 * The action.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: OpportunityActionChanges, };

/**
 * What a member says about an opportunity.
 */
export type OpportunityCommentRow = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Whether it is the reader's own.
 */
mine: boolean, 
/**
 * In words.
 */
text: string, 
/**
 * When.
 */
at: string, };

/**
 * What may be worth doing.
 */
export type OpportunityFields = { 
/**
 * Where it comes from.
 */
source: OpportunitySource, 
/**
 * What it is.
 */
kind: OpportunityKind, 
/**
 * What it is called.
 */
title: string, 
/**
 * In words.
 */
body: string, 
/**
 * By when one has to have answered; empty when open.
 */
deadline: string, };

/**
 * What an opportunity is.
 */
export type OpportunityKind = "call" | "signal" | "need" | "idea" | "experiment";

/**
 * Something that came of an opportunity.
 */
export type OpportunityLink = { 
/**
 * What.
 */
id: Ulid, 
/**
 * What it is called.
 */
title: string, };

/**
 * In which order opportunities are listed.
 */
export type OpportunityOrder = "ratio" | "deadline" | "latest";

/**
 * What screens ask of opportunities.
 */
export type OpportunityRequest = { "view": "opportunities", 
/**
 * Words to find in titles, texts and names; empty for all.
 */
search: string, 
/**
 * One sort only.
 */
kind: OpportunityKind | null, 
/**
 * Only those that have come so far.
 */
status: OpportunityStatus | null, 
/**
 * In which order.
 */
order: OpportunityOrder, 
/**
 * Which rows.
 */
window: Window, } | { "view": "opportunity", 
/**
 * The opportunity.
 */
id: Ulid, };

/**
 * An opportunity in the list.
 */
export type OpportunityRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Where it comes from.
 */
source: OpportunitySource, 
/**
 * What it is.
 */
kind: OpportunityKind, 
/**
 * What it is called.
 */
title: string, 
/**
 * By when one has to have answered; empty when open.
 */
deadline: string, 
/**
 * Whether that day is past.
 */
late: boolean, 
/**
 * How far it has come.
 */
status: OpportunityStatus, 
/**
 * What it would change, from 1 to 5; none while nobody weighed it.
 */
impact: number | null, 
/**
 * What it would cost, from 1 to 5.
 */
effort: number | null, 
/**
 * How many it interests.
 */
interested: number, 
/**
 * Whether the reader is one of them.
 */
mine: boolean, 
/**
 * What members say about it.
 */
comments: number, 
/**
 * How far what is tried has come; none where nothing is.
 */
experiment: ExperimentStatus | null, };

/**
 * An opportunity with all that is said and done about it.
 */
export type OpportunitySheet = { 
/**
 * The opportunity.
 */
row: OpportunityRow, 
/**
 * Its fields.
 */
fields: OpportunityFields, 
/**
 * Whom it interests, by name.
 */
interested: Array<Person>, 
/**
 * What members say about it, the first first.
 */
comments: Array<OpportunityCommentRow>, 
/**
 * What the reader says; empty for nothing.
 */
myComment: string, 
/**
 * Why it was decided so.
 */
reason: string, 
/**
 * Who decided last.
 */
decidedBy: string, 
/**
 * When; empty while nothing was decided.
 */
decidedAt: string, 
/**
 * What may be decided next, by whoever decides.
 */
next: Array<OpportunityStatus>, 
/**
 * What is tried.
 */
experiment: Experiment, 
/**
 * How far that may come next.
 */
experimentNext: Array<ExperimentStatus>, 
/**
 * What is done about it: what is open first, by date.
 */
actions: Array<OpportunityActionRow>, 
/**
 * Groups that were founded for it, by name.
 */
groups: Array<OpportunityLink>, 
/**
 * Pages of the guide that its experiment taught.
 */
pages: Array<OpportunityLink>, 
/**
 * Whether the reader may write such a page: it ended, and they write the guide.
 */
mayTeach: boolean, 
/**
 * Whether the reader weighs it.
 */
mayAssess: boolean, 
/**
 * Whether the reader decides.
 */
mayDecide: boolean, 
/**
 * Whether the reader says what is tried and done.
 */
mayAct: boolean, 
/**
 * Conflicting values of what was weighed, decided and tried.
 */
conflicts: Array<ConflictView>, 
/**
 * Texts of what is tried, and of the reader's comment, that were written in two places at once.
 */
rereads: Array<RereadView>, };

/**
 * Where an opportunity comes from.
 */
export type OpportunitySource = "market" | "partner" | "member" | "watch";

/**
 * How far an opportunity has come.
 */
export type OpportunityStatus = "published" | "studying" | "go" | "no_go" | "done";

/**
 * Why something of an opportunity waits.
 */
export type OpportunityWait = "action_due" | "decide" | "result" | "teach";

/**
 * One of the answers to choose from.
 * Only what changes is set.
 */
export type OptionChanges = { 
/**
 * In one line.
 */
label?: string, 
/**
 * In a poll for a date, the day.
 */
day?: string, };

/**
 * One of the answers to choose from.
 */
export type OptionFields = { 
/**
 * In one line.
 */
label: string, 
/**
 * In a poll for a date, the day.
 */
day: string, };

/**
 * An answer to choose from.
 */
export type OptionRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: OptionFields, };

/**
 * Some rows of a list.
 */
export type Page<T> = { 
/**
 * How many rows stand before these.
 */
offset: number, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * The rows.
 */
rows: Array<T>, };

/**
 * Who writes a part of them.
 */
export type PartAccess = { 
/**
 * The part: a top-level map.
 */
part: string, 
/**
 * Who may write in it.
 */
writers: Array<Who>, };

/**
 * What was done with a partner.
 */
export type PartnerAct = "meeting" | "event" | "convention" | "subsidy" | "visit" | "call";

/**
 * How often something of a sort was done.
 */
export type PartnerActLine = { 
/**
 * What it was.
 */
act: PartnerAct, 
/**
 * How often.
 */
acts: number, 
/**
 * Minutes that took.
 */
minutes: number, };

/**
 * Something agreed with a partner.
 * Only what changes is set.
 */
export type PartnerAgreementChanges = { 
/**
 * What it is called.
 */
title?: string, 
/**
 * Its first day.
 */
start?: string, 
/**
 * Its last day; empty for one without end.
 */
end?: string, 
/**
 * What it is worth, in cents.
 */
amountCents?: number, 
/**
 * What is owed for it, in words.
 */
deliverables?: string, };

/**
 * Something agreed with a partner.
 */
export type PartnerAgreementFields = { 
/**
 * What it is called.
 */
title: string, 
/**
 * Its first day.
 */
start: string, 
/**
 * Its last day; empty for one without end.
 */
end: string, 
/**
 * What it is worth, in cents.
 */
amountCents: number, 
/**
 * What is owed for it, in words.
 */
deliverables: string, };

/**
 * Something agreed with a partner.
 */
export type PartnerAgreementRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: PartnerAgreementFields, 
/**
 * Days until it ends, where that is soon.
 */
endsIn: number | null, 
/**
 * Whether it has ended.
 */
over: boolean, };

/**
 * What screens ask of the cards of partners.
 */
export type PartnerCardRequest = { "view": "partnerCards", 
/**
 * Words to find in them; empty for all.
 */
search: string, 
/**
 * One sort only.
 */
kind: PartnerKind | null, 
/**
 * Which rows.
 */
window: Window, };

/**
 * What everyone is shown of a partner.
 */
export type PartnerCardRow = { 
/**
 * The partner.
 */
id: Ulid, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it is to the cooperative.
 */
kind: PartnerKind, 
/**
 * Where it acts.
 */
territory: string, 
/**
 * What it brings, in words.
 */
brings: string, 
/**
 * Whom to ask in the cooperative.
 */
ask: MemberId | null, 
/**
 * Their name.
 */
askName: string, };

/**
 * A partner.
 * Only what changes is set.
 */
export type PartnerChanges = { 
/**
 * What it is called.
 */
name?: string, 
/**
 * What it is to the cooperative.
 */
kind?: PartnerKind, 
/**
 * Where it acts.
 */
territory?: string, 
/**
 * What it brings, in words.
 */
brings?: string, 
/**
 * Whom to ask in the cooperative.
 */
ask?: MemberId | null, 
/**
 * Whether everyone is shown the lines above.
 */
presented?: boolean, };

/**
 * What the team does to a partner.
 */
export type PartnerCommand = { "type": "addPartner", 
/**
 * The new partner.
 */
id: Ulid, 
/**
 * All its fields.
 */
partner: PartnerFields, } | { "type": "editPartner", 
/**
 * The partner.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: PartnerChanges, } | { "type": "addPartnerContact", 
/**
 * The partner.
 */
partner: Ulid, 
/**
 * The new contact.
 */
id: Ulid, 
/**
 * All its fields.
 */
contact: PartnerContactFields, } | { "type": "editPartnerContact", 
/**
 * The partner.
 */
partner: Ulid, 
/**
 * The contact.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: PartnerContactChanges, } | { "type": "addPartnerInteraction", 
/**
 * The partner.
 */
partner: Ulid, 
/**
 * The new interaction.
 */
id: Ulid, 
/**
 * All its fields.
 */
interaction: PartnerInteractionFields, } | { "type": "editPartnerInteraction", 
/**
 * The partner.
 */
partner: Ulid, 
/**
 * The interaction.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: PartnerInteractionChanges, } | { "type": "addPartnerAgreement", 
/**
 * The partner.
 */
partner: Ulid, 
/**
 * The new agreement.
 */
id: Ulid, 
/**
 * All its fields.
 */
agreement: PartnerAgreementFields, } | { "type": "editPartnerAgreement", 
/**
 * The partner.
 */
partner: Ulid, 
/**
 * The agreement.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: PartnerAgreementChanges, };

/**
 * Somebody to speak to at a partner's, with what they gave for that.
 * Only what changes is set.
 */
export type PartnerContactChanges = { 
/**
 * Their name.
 */
name?: string, 
/**
 * What they do there.
 */
role?: string, 
/**
 * Telephone at work.
 */
phone?: string, 
/**
 * E-mail at work.
 */
email?: string, };

/**
 * Somebody to speak to at a partner's, with what they gave for that.
 */
export type PartnerContactFields = { 
/**
 * Their name.
 */
name: string, 
/**
 * What they do there.
 */
role: string, 
/**
 * Telephone at work.
 */
phone: string, 
/**
 * E-mail at work.
 */
email: string, };

/**
 * Somebody to speak to.
 */
export type PartnerContactRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: PartnerContactFields, };

/**
 * An agreement that ends soon.
 */
export type PartnerEnding = { 
/**
 * The partner.
 */
partner: Ulid, 
/**
 * What it is called.
 */
name: string, 
/**
 * The agreement.
 */
id: Ulid, 
/**
 * What that is called.
 */
title: string, 
/**
 * Its last day.
 */
end: string, 
/**
 * Days until then.
 */
days: number, 
/**
 * What it is worth, in cents.
 */
amountCents: number, 
/**
 * Who is to be asked about the partner, by name.
 */
askName: string, };

/**
 * How many came to the cooperative whom a partner sent.
 */
export type PartnerEntryLine = { 
/**
 * Who sent them; `null` where nobody is named.
 */
partner: Ulid | null, 
/**
 * What it is called; empty where nobody is named.
 */
name: string, 
/**
 * How many.
 */
entries: number, };

/**
 * A partner.
 */
export type PartnerFields = { 
/**
 * What it is called.
 */
name: string, 
/**
 * What it is to the cooperative.
 */
kind: PartnerKind, 
/**
 * Where it acts.
 */
territory: string, 
/**
 * What it brings, in words.
 */
brings: string, 
/**
 * Whom to ask in the cooperative.
 */
ask: MemberId | null, 
/**
 * Whether everyone is shown the lines above.
 */
presented: boolean, };

/**
 * What was done with some partners in a year.
 */
export type PartnerFigures = { 
/**
 * Partners with whom something was done.
 */
partners: number, 
/**
 * How often something was done.
 */
acts: number, 
/**
 * Minutes that took.
 */
minutes: number, 
/**
 * Agreements in force in the year.
 */
agreements: number, 
/**
 * What they are worth, in cents.
 */
amountCents: number, };

/**
 * Something done with a partner.
 * Only what changes is set.
 */
export type PartnerInteractionChanges = { 
/**
 * The day.
 */
date?: string, 
/**
 * How long, in minutes.
 */
minutes?: number, 
/**
 * What it was.
 */
act?: PartnerAct, 
/**
 * In words.
 */
note?: string, 
/**
 * What to do next; empty for nothing.
 */
nextStep?: string, 
/**
 * By when; empty when open.
 */
due?: string, 
/**
 * The day on which that was done; empty while it was not.
 */
doneAt?: string, };

/**
 * Something done with a partner.
 */
export type PartnerInteractionFields = { 
/**
 * The day.
 */
date: string, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * What it was.
 */
act: PartnerAct, 
/**
 * In words.
 */
note: string, 
/**
 * What to do next; empty for nothing.
 */
nextStep: string, 
/**
 * By when; empty when open.
 */
due: string, 
/**
 * The day on which that was done; empty while it was not.
 */
doneAt: string, };

/**
 * Something done with a partner.
 */
export type PartnerInteractionRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: PartnerInteractionFields, 
/**
 * Whether a next step is to be done.
 */
open: boolean, 
/**
 * Whether the day for that is past.
 */
late: boolean, };

/**
 * What a partner is to the cooperative.
 */
export type PartnerKind = "economic" | "social" | "institution" | "funder" | "prescriber" | "press" | "network";

/**
 * The figures of a sort of partners.
 */
export type PartnerKindLine = { 
/**
 * What they are to the cooperative.
 */
kind: PartnerKind, 
/**
 * Their figures.
 */
figures: PartnerFigures, };

/**
 * What screens ask of partners.
 */
export type PartnerRequest = { "view": "partners", 
/**
 * Words to find in names, territories, what they bring and contacts; empty for all.
 */
search: string, 
/**
 * One sort only.
 */
kind: PartnerKind | null, 
/**
 * One territory only; empty for all.
 */
territory: string, 
/**
 * Which rows.
 */
window: Window, } | { "view": "partnerTerritories" } | { "view": "partner", 
/**
 * The partner.
 */
id: Ulid, } | { "view": "partnerAgreements" } | { "view": "partnerYear", 
/**
 * The year.
 */
year: number, };

/**
 * A partner in the list.
 */
export type PartnerRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it is to the cooperative.
 */
kind: PartnerKind, 
/**
 * Where it acts.
 */
territory: string, 
/**
 * Whom to ask in the cooperative.
 */
ask: MemberId | null, 
/**
 * Their name.
 */
askName: string, 
/**
 * Whether everyone is shown its card.
 */
presented: boolean, 
/**
 * The day of what was done last with it; empty for nothing.
 */
last: string, 
/**
 * The first day by which a next step is due; empty for none.
 */
due: string, 
/**
 * Whether that day is past.
 */
late: boolean, };

/**
 * A partner with all that the team knows of it.
 */
export type PartnerSheet = { 
/**
 * The partner.
 */
row: PartnerRow, 
/**
 * Its fields.
 */
fields: PartnerFields, 
/**
 * People to speak to, by name.
 */
contacts: Array<PartnerContactRow>, 
/**
 * What was done together, the latest first.
 */
interactions: Array<PartnerInteractionRow>, 
/**
 * What was agreed, the latest first.
 */
agreements: Array<PartnerAgreementRow>, 
/**
 * Members who have a mandate for it, by name.
 */
mandated: Array<Person>, 
/**
 * Whom a director may give one, by name: the team needs none. Nobody, for those who may not.
 */
mayBeMandated: Array<Person>, };

/**
 * The figures of a territory.
 */
export type PartnerTerritoryLine = { 
/**
 * The territory; empty for none.
 */
territory: string, 
/**
 * Its figures.
 */
figures: PartnerFigures, };

/**
 * Why something of a partner waits.
 */
export type PartnerWait = "next_step" | "agreement_ends";

/**
 * What was done with partners in a year.
 */
export type PartnerYear = { 
/**
 * The year.
 */
year: number, 
/**
 * Partners on the list, whatever was done with them.
 */
listed: number, 
/**
 * In all.
 */
total: PartnerFigures, 
/**
 * By territory, in order.
 */
territories: Array<PartnerTerritoryLine>, 
/**
 * By sort of partners.
 */
kinds: Array<PartnerKindLine>, 
/**
 * By what was done.
 */
acts: Array<PartnerActLine>, 
/**
 * How often something was done, month by month.
 */
months: Array<number>, 
/**
 * Who came in the year, by who sent them; `null` for those who do not read where everybody stands.
 */
entries: Array<PartnerEntryLine> | null, };

/**
 * A stage of a member's path.
 */
export type PathStage = "prospect" | "diagnosis" | "cape" | "cesa" | "cdi_es" | "associate" | "exited";

/**
 * A person by name.
 */
export type Person = { 
/**
 * The name shown.
 */
name: string, 
/**
 * Who.
 */
member: MemberId, };

/**
 * Where a consultation stands now.
 */
export type Phase = "open" | "draft" | "closed" | "outcome" | "called_off";

/**
 * Where something is shown in the app: an entry of a document, or the document itself.
 */
export type Place = { 
/**
 * The document's kind.
 */
kind: Kind, 
/**
 * Whose document; the relay for shared ones.
 */
owner: MemberId, 
/**
 * Which of theirs: a year, an event, a member.
 */
key: string, 
/**
 * The map that the entry stands in; empty for the document itself.
 */
collection: string, 
/**
 * What the entry is found by there: an identifier, a month, a member; empty for the document itself.
 */
id: string, };

/**
 * A member a coach accompanies.
 */
export type PortfolioRow = { 
/**
 * The member.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their trade name.
 */
tradeName: string, 
/**
 * For whom the reader stands in, where they do not accompany the member themselves.
 */
standsIn: StandIn | null, 
/**
 * Where they stand.
 */
stage: Stage | null, 
/**
 * Start of the last session held; empty when none.
 */
lastSessionAt: string, 
/**
 * Start of the next session planned; empty when none.
 */
nextSessionAt: string, 
/**
 * The next session.
 */
nextSession: Ulid | null, 
/**
 * Asks without an answer.
 */
asksWaiting: number, 
/**
 * When the oldest of them was made; empty when none.
 */
oldestAskAt: string, 
/**
 * Actions past their date.
 */
actionsLate: number, 
/**
 * Statutory interviews held and signed by both this year.
 */
statutoryDone: number, 
/**
 * Statutory interviews due this year.
 */
statutoryDue: number, 
/**
 * Whether the log is on this phone yet.
 */
onPhone: boolean, };

/**
 * What somebody says to a proposal.
 */
export type Position = "consent" | "objection" | "abstain";

/**
 * What somebody puts on the board.
 * Only what changes is set.
 */
export type PostChanges = { 
/**
 * What it is.
 */
topic?: PostTopic, 
/**
 * What it is called.
 */
title?: string, 
/**
 * In words.
 */
body?: string, 
/**
 * Words to be found by.
 */
tags?: Array<string>, 
/**
 * Until when it stands; empty for good.
 */
expires?: string, 
/**
 * Whether it still waits for somebody.
 */
status?: PostStatus, 
/**
 * The event that it tells of, if any.
 */
event?: Ulid | null, };

/**
 * What people do to a post.
 */
export type PostCommand = { "type": "addPost", 
/**
 * The new post.
 */
id: Ulid, 
/**
 * All its fields.
 */
post: PostFields, } | { "type": "editPost", 
/**
 * The post.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: PostChanges, } | { "type": "replyToPost", 
/**
 * Whose post.
 */
owner: MemberId, 
/**
 * The post.
 */
id: Ulid, 
/**
 * The whole answer.
 */
text: string, 
/**
 * Whether one offers one's help.
 */
helps: boolean, } | { "type": "takeReplyBack", 
/**
 * Whose post.
 */
owner: MemberId, 
/**
 * The post.
 */
id: Ulid, 
/**
 * Whether it is taken back.
 */
removed: boolean, } | { "type": "thankForReply", 
/**
 * The post.
 */
id: Ulid, 
/**
 * Who answered.
 */
member: MemberId, 
/**
 * Whether one says thanks.
 */
thanks: boolean, } | { "type": "readReply", 
/**
 * The post.
 */
id: Ulid, 
/**
 * Who answered.
 */
member: MemberId, } | { "type": "pinPost", 
/**
 * Whose post.
 */
owner: MemberId, 
/**
 * The post.
 */
id: Ulid, 
/**
 * Whether it is kept there.
 */
pinned: boolean, } | { "type": "hidePost", 
/**
 * Whose post.
 */
owner: MemberId, 
/**
 * The post.
 */
id: Ulid, 
/**
 * Whose answer; `None` for the post.
 */
reply: MemberId | null, 
/**
 * Why; empty to show it again.
 */
reason: string, };

/**
 * What somebody puts on the board.
 */
export type PostFields = { 
/**
 * What it is.
 */
topic: PostTopic, 
/**
 * What it is called.
 */
title: string, 
/**
 * In words.
 */
body: string, 
/**
 * Words to be found by.
 */
tags: Array<string>, 
/**
 * Until when it stands; empty for good.
 */
expires: string, 
/**
 * Whether it still waits for somebody.
 */
status: PostStatus, 
/**
 * The event that it tells of, if any.
 */
event: Ulid | null, };

/**
 * What screens ask of posts.
 */
export type PostRequest = { "view": "posts", 
/**
 * One sort only.
 */
topic: PostTopic | null, 
/**
 * Words to find in titles, texts, tags and names; empty for all.
 */
search: string, 
/**
 * Which rows.
 */
window: Window, } | { "view": "post", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The post.
 */
id: Ulid, } | { "view": "meetings", 
/**
 * Whose post.
 */
member: MemberId, 
/**
 * The post.
 */
id: Ulid, } | { "view": "quietPosts", 
/**
 * Which rows.
 */
window: Window, } | { "view": "needThemes" } | { "view": "isolated" };

/**
 * A post in the list.
 */
export type PostRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Whose.
 */
member: MemberId, 
/**
 * Their name.
 */
memberName: string, 
/**
 * Whether it is the reader's own.
 */
mine: boolean, 
/**
 * What it is.
 */
topic: PostTopic, 
/**
 * What it is called.
 */
title: string, 
/**
 * Words to be found by.
 */
tags: Array<string>, 
/**
 * Whether it still waits for somebody.
 */
status: PostStatus, 
/**
 * Whether the day until which it stands is past.
 */
expired: boolean, 
/**
 * Answers that are shown.
 */
replies: number, 
/**
 * The event that it tells of.
 */
event: Ulid | null, 
/**
 * Whether it stays at the top.
 */
pinned: boolean, 
/**
 * Why it is hidden from others; empty when it is not.
 */
hidden: string, };

/**
 * A post with its answers.
 */
export type PostSheet = { 
/**
 * The post.
 */
row: PostRow, 
/**
 * Its fields.
 */
fields: PostFields, 
/**
 * The answers of others, the first first, and the reader's own.
 */
replies: Array<ReplyRow>, 
/**
 * The reader's own answer as it stands; empty when there is none.
 */
myReply: string, 
/**
 * Whether the reader offered their help in it.
 */
myHelp: boolean, 
/**
 * The reader's answer, where they wrote it in two places at once.
 */
rereads: Array<RereadView>, 
/**
 * Whether the reader may pin and hide.
 */
mayEditBoard: boolean, };

/**
 * Whether a post still waits for somebody.
 */
export type PostStatus = "open" | "matched" | "closed";

/**
 * What a post is.
 */
export type PostTopic = "need" | "offer" | "experience" | "question" | "news";

/**
 * Why a post waits.
 */
export type PostWait = "help" | "reply";

/**
 * Whether somebody was there, from the least to the most.
 */
export type Presence = "absent" | "excused" | "present";

/**
 * How pressing something is, the most pressing first.
 */
export type Pressing = "wrong" | "late" | "soon" | "later";

/**
 * The fields of a profile.
 * Only what changes is set.
 */
export type ProfileChanges = { 
/**
 * The name they wish to be shown with.
 */
displayName?: string, 
/**
 * Commercial name.
 */
tradeName?: string, 
/**
 * What they offer to others.
 */
offers?: string, 
/**
 * What they look for.
 */
needs?: string, 
/**
 * Branch of the cooperative.
 */
branch?: string, 
/**
 * Telephone.
 */
phone?: string, 
/**
 * E-mail.
 */
email?: string, 
/**
 * Whether telephone and e-mail are shown to other members.
 */
contactVisible?: boolean, 
/**
 * Whether they look for partners on a job.
 */
lookingForPartners?: boolean, 
/**
 * The sector of their activity.
 */
sector?: Sector | null, };

/**
 * What a member does to their profile.
 */
export type ProfileCommand = { "type": "editProfile", 
/**
 * The fields that change.
 */
changes: ProfileChanges, } | { "type": "setProfileTag", 
/**
 * Which set.
 */
set: ProfileSet, 
/**
 * The word.
 */
tag: string, 
/**
 * Whether it is in.
 */
present: boolean, };

/**
 * What screens ask of profiles. `member: null` means oneself.
 */
export type ProfileRequest = { "view": "profile", 
/**
 * Whose.
 */
member: MemberId | null, };

/**
 * A set of words in a profile.
 */
export type ProfileSet = "trades" | "skills" | "languages";

/**
 * A profile.
 */
export type ProfileView = { 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The name shown: the one they wish, or the directory's.
 */
name: string, 
/**
 * The name they wish to be shown with, as typed.
 */
displayName: string, 
/**
 * Whether this is the reader's own.
 */
mine: boolean, 
/**
 * Whether the reader may change it.
 */
mayEdit: boolean, 
/**
 * How far it has travelled.
 */
state: RecordState, 
/**
 * Conflicting fields.
 */
conflicts: Array<ConflictView>, 
/**
 * Texts that the member wrote in two places at once, until they read them.
 */
rereads: Array<RereadView>, 
/**
 * Names the state of the document that these fields were read from, for [`crate::api::Intent::Do`].
 */
base: string, 
/**
 * Commercial name.
 */
tradeName: string, 
/**
 * Trades.
 */
trades: Array<string>, 
/**
 * Skills.
 */
skills: Array<string>, 
/**
 * Languages spoken.
 */
languages: Array<string>, 
/**
 * What they offer to others.
 */
offers: string, 
/**
 * What they look for.
 */
needs: string, 
/**
 * Branch of the cooperative.
 */
branch: string, 
/**
 * The sector of their activity, if they said it.
 */
sector: Sector | null, 
/**
 * Telephone; empty when not shown to the reader.
 */
phone: string, 
/**
 * E-mail; empty when not shown to the reader.
 */
email: string, 
/**
 * Whom to call when something happened; empty when not shown to the reader.
 */
emergency: string, 
/**
 * Whether they look for partners on a job.
 */
lookingForPartners: boolean, 
/**
 * Their roles.
 */
roles: Array<Role>, 
/**
 * Where they stand.
 */
stage: Stage | null, 
/**
 * Whether they are associates.
 */
associate: boolean, 
/**
 * Whether they are still here.
 */
active: boolean, 
/**
 * Their coaches.
 */
coaches: Array<Person>, };

/**
 * What a member does to their progress.
 */
export type ProgressCommand = { "type": "tickGuide", 
/**
 * The entry of the guide.
 */
id: Ulid, 
/**
 * Whether it is done.
 */
done: boolean, } | { "type": "readGuidePage", 
/**
 * The page.
 */
id: Ulid, };

/**
 * What screens ask of members' progress.
 */
export type ProgressRequest = { "view": "newcomers", 
/**
 * Which rows.
 */
window: Window, };

/**
 * Why something of one's progress waits.
 */
export type ProgressWait = "welcome_step";

/**
 * Something that a year asks for.
 */
export type ProposedDuty = { 
/**
 * The entry that it becomes: the same for everybody, so that two who take it over make one.
 */
id: Ulid, 
/**
 * Why.
 */
cause: DutyCause, 
/**
 * What sort of duty.
 */
template: DutyTemplate, 
/**
 * By when.
 */
due: string, 
/**
 * The month that it is about (`YYYY-MM`); empty where it is about none.
 */
of: string, };

/**
 * Who votes for whom.
 */
export type ProxyRow = { 
/**
 * Who lets another vote.
 */
giver: MemberId, 
/**
 * Their name.
 */
giverName: string, 
/**
 * Who votes.
 */
holder: MemberId, 
/**
 * Their name.
 */
holderName: string, 
/**
 * Whether it counts, by the rule of the assembly.
 */
counts: boolean, };

/**
 * What a member writes down of how they are doing.
 */
export type PulseCommand = { "type": "addBeat", 
/**
 * The new entry.
 */
id: Ulid, 
/**
 * All its fields.
 */
beat: BeatFields, } | { "type": "editBeat", 
/**
 * The entry.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: BeatChanges, };

/**
 * What screens ask of how one is doing.
 */
export type PulseRequest = { "view": "beats", 
/**
 * Which rows.
 */
window: Window, } | { "view": "beatWeeks" };

/**
 * Somebody who reads what stands about the reader.
 */
export type ReaderAccess = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * The name shown.
 */
name: string, 
/**
 * Their roles.
 */
roles: Array<Role>, 
/**
 * The last day on which they do, where they stand in for a coach who is away; empty where nothing ends it.
 */
until: string, };

/**
 * Who reads the documents of a kind: a row of the table of audiences.
 */
export type Readers = "everyone" | "activity" | "coaching" | "own" | "team" | "direction" | "guests" | "contact";

/**
 * Where the receipt of an expense is.
 */
export type ReceiptState = "missing" | "kept" | "handed_in";

/**
 * How far an entry has travelled.
 */
export type RecordState = { "state": "onPhone" } | { "state": "handed", 
/**
 * The name of who wrote what waits of it first.
 */
byName: string, } | { "state": "received", 
/**
 * When its last change was received; `null` when it came with a whole document.
 */
at: string | null, } | { "state": "refused", 
/**
 * Why.
 */
code: ErrorCode, 
/**
 * The item of the refused list.
 */
item: number, };

/**
 * Something this phone wrote that was not taken.
 */
export type RefusedItem = { 
/**
 * Names the item for [`crate::api::Intent::Retry`] and [`crate::api::Intent::Discard`].
 */
id: number, 
/**
 * What was done, with everything typed; `null` when this version cannot read it (see `text`).
 */
command: Command | null, 
/**
 * Everything typed, as text to copy.
 */
text: string, 
/**
 * Kind of document.
 */
kind: Kind, 
/**
 * Whose document; the relay for shared ones.
 */
owner: MemberId, 
/**
 * Their name.
 */
ownerName: string, 
/**
 * When it was done, by this phone's clock.
 */
createdAt: string, 
/**
 * When it was refused.
 */
refusedAt: string, 
/**
 * Why.
 */
code: ErrorCode, 
/**
 * Where in the document, `/` between keys; empty when the whole is concerned.
 */
path: string, 
/**
 * The member could no longer write there at all when it arrived.
 */
barred: boolean, 
/**
 * Where it would be shown.
 */
place: Place | null, 
/**
 * Who had handed it over without network, by name; `null` for what was done on this phone.
 */
fromName: string | null, };

/**
 * What screens ask of registers.
 */
export type RegisterRequest = { "view": "followUp", 
/**
 * The year.
 */
year: number, 
/**
 * Words to find in names and trade names; empty for all.
 */
search: string, 
/**
 * Only who stands so; `null` for all.
 */
standing: Standing | null, 
/**
 * Which rows.
 */
window: Window, } | { "view": "followTotals", 
/**
 * The year.
 */
year: number, } | { "view": "loads", 
/**
 * The year.
 */
year: number, } | { "view": "registered", 
/**
 * Whose.
 */
member: MemberId, 
/**
 * The year.
 */
year: number, };

/**
 * A session without its text.
 */
export type RegisteredRow = { 
/**
 * The session.
 */
id: Ulid, 
/**
 * When it starts.
 */
startsAt: string, 
/**
 * How long.
 */
minutes: number, 
/**
 * How it takes place.
 */
mode: SessionMode, 
/**
 * What kind of talk.
 */
sessionType: SessionType, 
/**
 * Whether it is meant to be one of the interviews due.
 */
statutory: boolean, 
/**
 * Where it stands.
 */
status: SessionStatus, 
/**
 * Whether the member was there; `null` before it is said.
 */
memberPresent: boolean | null, 
/**
 * Who signed the report as it stands, by name.
 */
signedBy: Array<Person>, 
/**
 * Somebody contested their signature.
 */
contested: boolean, 
/**
 * It is an interview that counts.
 */
counts: boolean, 
/**
 * It is an interview held that waits for a signature.
 */
toSign: boolean, 
/**
 * Both sides signed that it does not count.
 */
annulled: boolean, 
/**
 * The session that it amends or annuls.
 */
amends: Ulid | null, };

/**
 * Whose replica this is, and the randomness it may use: 32 bytes drawn anew each time the app opens.
 */
export type ReplicaConfig = { 
/**
 * The cooperative.
 */
coop: CoopId, 
/**
 * The member.
 */
member: MemberId, 
/**
 * This device.
 */
device: DeviceId, 
/**
 * Seeds actors and the jitter of reconnections.
 */
seed: Uint8Array, 
/**
 * Names this build of the app: another one reads again what this one had to set aside.
 */
version: string, };

/**
 * An answer.
 */
export type ReplyRow = { 
/**
 * Whose.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Whether it is the reader's own.
 */
mine: boolean, 
/**
 * In words.
 */
text: string, 
/**
 * Whether they offer their help.
 */
helps: boolean, 
/**
 * When.
 */
at: string, 
/**
 * When the post's author said thanks; empty while they did not.
 */
thankedAt: string, 
/**
 * Whether it waits for the reader, whose post it answers: they neither said thanks nor that they read it.
 */
waits: boolean, 
/**
 * Why it is hidden from others; empty when it is not.
 */
hidden: string, };

/**
 * What a member is asked to agree to: the story that shows them, as it is to appear.
 */
export type RequestFields = { 
/**
 * What they are asked for.
 */
sort: ConsentSort, 
/**
 * The story's title.
 */
title: string, 
/**
 * Its text, word for word.
 */
text: string, 
/**
 * Where it is to appear.
 */
channels: string, };

/**
 * A text to read again.
 */
export type RereadItem = { 
/**
 * The text and what each made of it.
 */
reread: RereadView, 
/**
 * What the entry is, in its own words (a label, a title, a date).
 */
label: string, 
/**
 * Whose document.
 */
owner: MemberId, 
/**
 * Their name.
 */
ownerName: string, 
/**
 * Where it is shown.
 */
place: Place, };

/**
 * What somebody made of a paragraph.
 */
export type RereadVersion = { 
/**
 * The paragraph as they left it; empty when they took it out.
 */
text: string, 
/**
 * Who.
 */
by: MemberId | null, 
/**
 * Their name.
 */
byName: string, 
/**
 * Whether that is the reader.
 */
mine: boolean, 
/**
 * When, as that device's clock said; empty when it did not say.
 */
at: string, };

/**
 * A text of which one paragraph was changed in two places at once, by two people or by one on two devices: both changes
 * stand in it, merged.
 */
export type RereadView = { 
/**
 * Names the mark for [`crate::api::Intent::Reread`].
 */
id: string, 
/**
 * The field, named as in the commands (`points`, `text` …); one of the eight points as `eightPoints.0` to
 * `eightPoints.7`.
 */
field: string, 
/**
 * What stood there before either.
 */
was: string, 
/**
 * What each made of it, in order of time.
 */
versions: Array<RereadVersion>, 
/**
 * Whether the reader may say that it was read.
 */
maySettle: boolean, };

/**
 * What is voted on.
 * Only what changes is set.
 */
export type ResolutionChanges = { 
/**
 * What it is called.
 */
title?: string, 
/**
 * Its text.
 */
body?: string, 
/**
 * How many votes adopt it.
 */
majority?: Majority, 
/**
 * Votes for it.
 */
votesFor?: number, 
/**
 * Votes against it.
 */
votesAgainst?: number, 
/**
 * Votes for neither.
 */
votesAbstain?: number, };

/**
 * What is voted on.
 */
export type ResolutionFields = { 
/**
 * What it is called.
 */
title: string, 
/**
 * Its text.
 */
body: string, 
/**
 * How many votes adopt it.
 */
majority: Majority, 
/**
 * Votes for it.
 */
votesFor: number, 
/**
 * Votes against it.
 */
votesAgainst: number, 
/**
 * Votes for neither.
 */
votesAbstain: number, };

/**
 * What is voted on.
 */
export type ResolutionRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: ResolutionFields, 
/**
 * Whether the votes stand.
 */
locked: boolean, 
/**
 * Whether they adopt it.
 */
adopted: boolean, 
/**
 * Whether the reader may lock them.
 */
mayLock: boolean, };

/**
 * A lift that is offered.
 */
export type RideRow = { 
/**
 * Who offers it.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Seats in their car.
 */
seats: number, 
/**
 * From where.
 */
from: string, };

/**
 * What a person does in the cooperative. A member holds a set of them.
 */
export type Role = "entrepreneur" | "coach" | "finance" | "comms" | "director";

/**
 * A stored row.
 */
export type Row = { 
/**
 * The store (see [`crate::store`]).
 */
store: string, 
/**
 * The key within it.
 */
key: string, 
/**
 * The bytes.
 */
value: Uint8Array, };

/**
 * The name of a row.
 */
export type RowKey = { 
/**
 * The store.
 */
store: string, 
/**
 * The key within it.
 */
key: string, };

/**
 * Someone with a seat or on the waiting list.
 */
export type SeatRow = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their trade name.
 */
tradeName: string, 
/**
 * When the relay decided.
 */
at: string, };

/**
 * What the cooperative decided about my seat.
 */
export type SeatState = "none" | "requested" | "to_come" | "seated" | "waitlisted";

/**
 * The sector that an activity belongs to: what it has to see to depends on it.
 */
export type Sector = "advice" | "training" | "building" | "care" | "digital" | "arts" | "farming" | "other";

/**
 * A line of a sector's sheet.
 * Only what changes is set.
 */
export type SectorLineChanges = { 
/**
 * For which sector.
 */
sector?: Sector, 
/**
 * What it is.
 */
part?: SectorPart, 
/**
 * What it is called.
 */
title?: string, 
/**
 * In words.
 */
body?: string, 
/**
 * Where to find more on the web; empty for nowhere.
 */
link?: string, 
/**
 * The rate, of a line that is about one.
 */
rateBp?: number | null, 
/**
 * Its place among those of its part, the lowest first.
 */
rank?: number, };

/**
 * A line of a sector's sheet.
 */
export type SectorLineFields = { 
/**
 * For which sector.
 */
sector: Sector, 
/**
 * What it is.
 */
part: SectorPart, 
/**
 * What it is called.
 */
title: string, 
/**
 * In words.
 */
body: string, 
/**
 * Where to find more on the web; empty for nowhere.
 */
link: string, 
/**
 * The rate, of a line that is about one.
 */
rateBp: number | null, 
/**
 * Its place among those of its part, the lowest first.
 */
rank: number, };

/**
 * A line of a sector's sheet.
 */
export type SectorLineRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: SectorLineFields, 
/**
 * When the reader ticked it; empty while they did not.
 */
tickedAt: string, };

/**
 * What a line of a sector's sheet is.
 */
export type SectorPart = "obligation" | "insurance" | "vat" | "note";

/**
 * An ask of a member, and how they are reached as far as the reader may know.
 */
export type SentAskRow = { 
/**
 * The ask.
 */
id: Ulid, 
/**
 * Who asks.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * What.
 */
text: string, 
/**
 * How soon.
 */
urgency: Urgency, 
/**
 * What it is about, if that was said.
 */
topic: AskTopic | null, 
/**
 * Since when.
 */
at: string, 
/**
 * Their telephone; empty where the reader does not know it.
 */
phone: string, 
/**
 * Their e-mail; the same.
 */
email: string, };

/**
 * What an account says of itself.
 * Only what changes is set.
 */
export type ServiceAccountChanges = { 
/**
 * The last day of the year that it is of.
 */
closes?: string, 
/**
 * The day on which it was settled; empty while it may change.
 */
settledOn?: string, 
/**
 * What to know of it.
 */
words?: string, };

/**
 * What an account says of itself.
 */
export type ServiceAccountFields = { 
/**
 * The last day of the year that it is of.
 */
closes: string, 
/**
 * The day on which it was settled; empty while it may change.
 */
settledOn: string, 
/**
 * What to know of it.
 */
words: string, };

/**
 * What an account says of itself.
 */
export type ServiceAccountRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: ServiceAccountFields, 
/**
 * Whether a line was changed after the account was settled.
 */
changedSince: boolean, };

/**
 * What one service costs, or what comes in for them.
 * Only what changes is set.
 */
export type ServiceLineChanges = { 
/**
 * What it belongs to.
 */
post?: ServicePost, 
/**
 * What it is called.
 */
label?: string, 
/**
 * How much, in the year.
 */
cents?: number, 
/**
 * What to know of it.
 */
note?: string, };

/**
 * What one service costs, or what comes in for them.
 */
export type ServiceLineFields = { 
/**
 * What it belongs to.
 */
post: ServicePost, 
/**
 * What it is called.
 */
label: string, 
/**
 * How much, in the year.
 */
cents: number, 
/**
 * What to know of it.
 */
note: string, };

/**
 * A line of the account.
 */
export type ServiceLineRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: ServiceLineFields, 
/**
 * Whether it pays for the services; otherwise it is one.
 */
income: boolean, };

/**
 * What a line of the account belongs to: what pays for the services first, then what they cost.
 */
export type ServicePost = "contributions" | "grants" | "training_income" | "other_income" | "accompaniment" | "accounting" | "premises" | "tools" | "insurance" | "outreach" | "governance" | "solidarity" | "other_cost";

/**
 * What comes in for shared services and what they cost, in cents.
 */
export type ServiceTotals = { 
/**
 * What comes in.
 */
incomeCents: number, 
/**
 * Of this, what members contribute.
 */
contributionCents: number, 
/**
 * What they cost.
 */
costCents: number, };

/**
 * What finance and direction do to the account of shared services.
 */
export type ServicesCommand = { "type": "addServiceAccount", 
/**
 * The year.
 */
year: number, 
/**
 * The new entry: [`Services::account_id`](super::Services::account_id).
 */
id: Ulid, 
/**
 * All its fields.
 */
account: ServiceAccountFields, } | { "type": "editServiceAccount", 
/**
 * The year.
 */
year: number, 
/**
 * The entry.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: ServiceAccountChanges, } | { "type": "addServiceLine", 
/**
 * The year.
 */
year: number, 
/**
 * The new entry.
 */
id: Ulid, 
/**
 * All its fields.
 */
line: ServiceLineFields, } | { "type": "editServiceLine", 
/**
 * The year.
 */
year: number, 
/**
 * The entry.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: ServiceLineChanges, };

/**
 * What screens ask of the account.
 */
export type ServicesRequest = { "view": "services", 
/**
 * The year.
 */
year: number, };

/**
 * The account of a year.
 */
export type ServicesView = { 
/**
 * The identifier of what it says of itself, also while it says nothing.
 */
accountId: Ulid, 
/**
 * What it says of itself; `null` while nobody said anything.
 */
account: ServiceAccountRow | null, 
/**
 * Its lines: what comes in, then what it costs, in the order of the closed list and the largest first.
 */
lines: Array<ServiceLineRow>, 
/**
 * What comes in and what it costs.
 */
totals: ServiceTotals, 
/**
 * The same of the year before; `null` where there is no account.
 */
before: ServiceTotals | null, 
/**
 * What members contributed by their statements, as far as the reader may see it.
 */
statedCents: number | null, 
/**
 * Whether the reader may write it.
 */
mayEdit: boolean, };

/**
 * The fields of a coaching session.
 * Only what changes is set.
 */
export type SessionChanges = { 
/**
 * When it starts (RFC 3339).
 */
startsAt?: string, 
/**
 * How long, in minutes.
 */
minutes?: number, 
/**
 * How it takes place.
 */
mode?: SessionMode, 
/**
 * Where, in words.
 */
place?: string, 
/**
 * What kind of talk.
 */
sessionType?: SessionType, 
/**
 * Whether it counts as one of the two interviews a year.
 */
statutory?: boolean, 
/**
 * Topics, all of them.
 */
topics?: Array<string>, 
/**
 * Where it stands.
 */
status?: SessionStatus, 
/**
 * The coaches present, all of them.
 */
coaches?: Array<MemberId>, 
/**
 * What it is for.
 */
objectives?: string, 
/**
 * What was said.
 */
points?: string, 
/**
 * What was agreed.
 */
plan?: string, 
/**
 * Whether the member was there; unsaid before it is known.
 */
memberPresent?: boolean | null, 
/**
 * The report this one amends.
 */
amends?: Ulid | null, 
/**
 * The eight statutory points, all of them; empty when the session is not statutory.
 */
eightPoints?: Array<string | null>, };

/**
 * The fields of a coaching session.
 */
export type SessionFields = { 
/**
 * When it starts (RFC 3339).
 */
startsAt: string, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * How it takes place.
 */
mode: SessionMode, 
/**
 * Where, in words.
 */
place: string, 
/**
 * What kind of talk.
 */
sessionType: SessionType, 
/**
 * Whether it counts as one of the two interviews a year.
 */
statutory: boolean, 
/**
 * Topics, all of them.
 */
topics: Array<string>, 
/**
 * Where it stands.
 */
status: SessionStatus, 
/**
 * The coaches present, all of them.
 */
coaches: Array<MemberId>, 
/**
 * What it is for.
 */
objectives: string, 
/**
 * What was said.
 */
points: string, 
/**
 * What was agreed.
 */
plan: string, 
/**
 * Whether the member was there; unsaid before it is known.
 */
memberPresent: boolean | null, 
/**
 * The report this one amends.
 */
amends: Ulid | null, 
/**
 * The eight statutory points, all of them; empty when the session is not statutory.
 */
eightPoints: Array<string>, };

/**
 * Another session.
 */
export type SessionLink = { 
/**
 * Which.
 */
id: Ulid, 
/**
 * When it starts.
 */
startsAt: string, 
/**
 * What kind of talk.
 */
sessionType: SessionType, 
/**
 * Whether both sides signed it.
 */
closed: boolean, };

/**
 * How a session takes place.
 */
export type SessionMode = "onsite" | "office" | "phone" | "video";

/**
 * A session in a list.
 */
export type SessionRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Whose log.
 */
member: MemberId, 
/**
 * Their name.
 */
memberName: string, 
/**
 * When it starts.
 */
startsAt: string, 
/**
 * How long.
 */
minutes: number, 
/**
 * How it takes place.
 */
mode: SessionMode, 
/**
 * Where.
 */
place: string, 
/**
 * What kind of talk.
 */
sessionType: SessionType, 
/**
 * Whether it counts as one of the two interviews a year.
 */
statutory: boolean, 
/**
 * Where it stands.
 */
status: SessionStatus, 
/**
 * The coaches, by name.
 */
coaches: Array<Person>, 
/**
 * Of the eight points, how many are filled in.
 */
pointsFilled: number, 
/**
 * Signatures that bind the report as it stands.
 */
signed: number, 
/**
 * A statutory session held that misses points or signatures.
 */
incomplete: boolean, 
/**
 * Waits for the reader's signature.
 */
toSign: boolean, 
/**
 * Both sides signed it: nothing in it changes any more, and it is only amended.
 */
closed: boolean, 
/**
 * The session that this one amends or annuls.
 */
amends: Ulid | null, 
/**
 * Both sides signed that it does not count.
 */
annulled: boolean, };

/**
 * A session in full.
 */
export type SessionSheet = { 
/**
 * What the list shows.
 */
row: SessionRow, 
/**
 * Its fields, the eight points included.
 */
fields: SessionFields, 
/**
 * What its status may become, the one that stands included.
 */
statuses: Array<SessionStatus>, 
/**
 * What the member prepared.
 */
preparation: string, 
/**
 * Whether the reader prepares it.
 */
mayPrepare: boolean, 
/**
 * What the member said of it.
 */
feedback: Feedback | null, 
/**
 * Whether the reader gives feedback.
 */
mayRate: boolean, 
/**
 * The preparation (`preparation`) or the feedback (`feedback`), where its author wrote it in two places at once.
 */
rereads: Array<RereadView>, 
/**
 * Signatures.
 */
signatures: Array<SignatureView>, 
/**
 * Who may still sign on this phone: oneself, and the member for a coach.
 */
maySign: Array<Person>, 
/**
 * The digest of the content that these fields are: what a signature binds.
 */
contentSha256: string, 
/**
 * The report changed after somebody signed it.
 */
changedSinceSignature: boolean, 
/**
 * The reports that amend this one.
 */
amendedBy: Array<SessionLink>, 
/**
 * The report that this one amends, when it is on this phone.
 */
amended: SessionLink | null, 
/**
 * The actions that came from it.
 */
actions: Array<ActionRow>, };

/**
 * Where a session stands. When two people say different things at once, done outranks cancelled, cancelled
 * outranks planned.
 */
export type SessionStatus = "planned" | "done" | "cancelled";

/**
 * What kind of talk a session is.
 */
export type SessionType = "follow_up" | "statutory" | "diagnosis" | "commercial" | "management" | "legal" | "associate" | "annulment";

/**
 * A document that could not be read on this phone: it is not loaded and not written to. What is shown of it, if
 * anything, is what was shown last.
 */
export type SetAside = { 
/**
 * Names the document for [`crate::api::Intent::ReadAgain`].
 */
doc: string, 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * Whose document; the relay for shared ones.
 */
owner: MemberId, 
/**
 * Their name.
 */
ownerName: string, 
/**
 * Which of theirs: a year, an event, a member.
 */
key: string, 
/**
 * Commands that wait until it can be read.
 */
waiting: number, 
/**
 * Everything typed in them, as text to copy.
 */
text: string, };

/**
 * A signature.
 */
export type SignatureView = { 
/**
 * Who signed.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * When.
 */
at: string, 
/**
 * On whose phone.
 */
capturedBy: MemberId, 
/**
 * Their name.
 */
capturedByName: string, 
/**
 * Captured on somebody else's phone.
 */
capturedElsewhere: boolean, 
/**
 * As it was drawn; empty when it was not.
 */
strokes: string, 
/**
 * The name as it was typed in place of drawing; empty when it was not.
 */
typed: string, 
/**
 * The report changed since.
 */
changedSince: boolean, 
/**
 * When it was contested; empty when not.
 */
contestedAt: string, 
/**
 * When the person said that it is theirs; empty when not.
 */
confirmedAt: string, 
/**
 * Whether the reader may say that it is theirs.
 */
mayConfirm: boolean, 
/**
 * Whether the reader may contest it.
 */
mayContest: boolean, };

/**
 * What somebody read, and how they signed it: drawn, or typed by who cannot draw.
 */
export type SignedHand = { 
/**
 * The digest of what was read (see `coaching_log::content_sha256`).
 */
contentSha256: string, 
/**
 * The signature as it was drawn (see `rules::are_strokes`); empty when it was typed.
 */
strokes: string, 
/**
 * The name as it was typed in place of drawing; empty when it was drawn.
 */
typed: string, };

/**
 * A slot of an event.
 */
export type SlotFields = { 
/**
 * Its name.
 */
id: Ulid, 
/**
 * Start (RFC 3339).
 */
start: string, 
/**
 * End (RFC 3339).
 */
end: string, 
/**
 * Where.
 */
place: string, };

/**
 * Where a member stands on their path through the cooperative.
 */
export type Stage = "prospect" | "diagnosis" | "cape" | "cesa" | "cdi_es" | "exited";

/**
 * What all leads of a stage come to.
 */
export type StageTotal = { 
/**
 * The stage.
 */
stage: LeadStage, 
/**
 * Before tax, in cents.
 */
cents: number, };

/**
 * What a member does to their stances.
 */
export type StanceCommand = { "type": "takeStance", 
/**
 * The consultation.
 */
id: Ulid, 
/**
 * The whole answer.
 */
stance: StanceFields, } | { "type": "takeStanceBack", 
/**
 * The consultation.
 */
id: Ulid, };

/**
 * What a member types of a stance.
 */
export type StanceFields = { 
/**
 * The option they choose.
 */
option: Ulid | null, 
/**
 * What they say to a proposal.
 */
position: Position | null, 
/**
 * The options they can live with, where one chooses several.
 */
days: Array<Ulid>, 
/**
 * Why, in words.
 */
reason: string, 
/**
 * Who answers for them.
 */
proxy: MemberId | null, 
/**
 * When the consultation closes, as they read it there.
 */
closes: string, };

/**
 * Somebody accompanies a member while one of their coaches is away.
 */
export type StandIn = { 
/**
 * Who does.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Who is away.
 */
away: MemberId, 
/**
 * Their name.
 */
awayName: string, 
/**
 * The last day.
 */
until: string, };

/**
 * How a member's interviews of a year stand.
 */
export type Standing = "complete" | "in_time" | "soon" | "late";

/**
 * What is typed of a statement. Only what changes is set; a new one has all.
 */
export type StatementChanges = { 
/**
 * The day that the accounts were read on.
 */
asOf?: string, 
/**
 * Cash of the day.
 */
cashCents?: number, 
/**
 * Taxes and social charges due.
 */
chargesCents?: number, 
/**
 * Suppliers to pay.
 */
suppliersCents?: number, 
/**
 * Salaries to pay.
 */
salariesCents?: number, 
/**
 * What customers are to pay.
 */
customersCents?: number, 
/**
 * Expense notes to reimburse.
 */
notesCents?: number, 
/**
 * Turnover.
 */
turnoverCents?: number, 
/**
 * Direct purchases.
 */
purchasesCents?: number, 
/**
 * Other direct expenses.
 */
expensesCents?: number, 
/**
 * Contribution to the cooperative.
 */
contributionCents?: number, 
/**
 * What the pay costs.
 */
payrollCents?: number, };

/**
 * A month's statement, with what is reckoned from it.
 */
export type StatementRow = { 
/**
 * `YYYY-MM`.
 */
month: string, 
/**
 * How far it has travelled.
 */
state: RecordState, 
/**
 * Fields that two people wrote at once.
 */
conflicts: Array<ConflictView>, 
/**
 * Names the state of the document that it was read from, for [`crate::api::Intent::Do`].
 */
base: string, 
/**
 * Whether the reader may change it.
 */
mayEdit: boolean, 
/**
 * The day that the accounts were read on.
 */
asOf: string, 
/**
 * Cash of the day.
 */
cashCents: number, 
/**
 * Taxes and social charges due.
 */
chargesCents: number, 
/**
 * Suppliers to pay.
 */
suppliersCents: number, 
/**
 * Salaries to pay.
 */
salariesCents: number, 
/**
 * What is left of these: the treasury of reference.
 */
referenceCents: number, 
/**
 * What customers are to pay.
 */
customersCents: number, 
/**
 * Expense notes to reimburse.
 */
notesCents: number, 
/**
 * The treasury to come.
 */
futureCents: number, 
/**
 * Turnover.
 */
turnoverCents: number, 
/**
 * Direct purchases.
 */
purchasesCents: number, 
/**
 * Other direct expenses.
 */
expensesCents: number, 
/**
 * Margin.
 */
marginCents: number, 
/**
 * Contribution to the cooperative.
 */
contributionCents: number, 
/**
 * The contribution by the rule of the contract in force; `null` without a contract.
 */
contributionDueCents: number | null, 
/**
 * What the pay costs.
 */
payrollCents: number, 
/**
 * Result.
 */
resultCents: number, 
/**
 * When the month was closed; empty while it is open.
 */
closedAt: string, };

/**
 * A story.
 * Only what changes is set.
 */
export type StoryChanges = { 
/**
 * What it is called.
 */
title?: string, 
/**
 * What it is.
 */
kind?: StoryKind, 
/**
 * In words.
 */
body?: string, 
/**
 * Where it is to appear.
 */
channels?: Array<string>, 
/**
 * The members whom it shows or names.
 */
people?: Array<MemberId>, 
/**
 * How far its writers are.
 */
status?: StoryStatus, 
/**
 * From which day it appears; empty for at once.
 */
publishOn?: string, };

/**
 * What people do to a story.
 */
export type StoryCommand = { "type": "addStory", 
/**
 * The new story.
 */
id: Ulid, 
/**
 * All its fields.
 */
story: StoryFields, } | { "type": "editStory", 
/**
 * The story.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: StoryChanges, } | { "type": "approveStory", 
/**
 * The story.
 */
id: Ulid, 
/**
 * The digest of what was read.
 */
sha256: string, } | { "type": "withdrawStory", 
/**
 * The story.
 */
id: Ulid, 
/**
 * Whether it is taken back.
 */
withdrawn: boolean, };

/**
 * A story.
 */
export type StoryFields = { 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is.
 */
kind: StoryKind, 
/**
 * In words.
 */
body: string, 
/**
 * Where it is to appear.
 */
channels: Array<string>, 
/**
 * The members whom it shows or names.
 */
people: Array<MemberId>, 
/**
 * How far its writers are.
 */
status: StoryStatus, 
/**
 * From which day it appears; empty for at once.
 */
publishOn: string, };

/**
 * What a story is.
 */
export type StoryKind = "news" | "testimony" | "press" | "social" | "newsletter";

/**
 * Somebody whom a story shows.
 */
export type StoryPerson = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * What they say to it.
 */
consent: ConsentState, };

/**
 * What screens ask of stories.
 */
export type StoryRequest = { "view": "stories", 
/**
 * Those that stand so only.
 */
stage: StoryStage | null, 
/**
 * Those of one month only, `YYYY-MM`; empty for all.
 */
month: string, 
/**
 * Words to find in titles, texts and names; empty for all.
 */
search: string, 
/**
 * Which rows.
 */
window: Window, } | { "view": "story", 
/**
 * The story.
 */
id: Ulid, };

/**
 * A story in the list.
 */
export type StoryRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is.
 */
kind: StoryKind, 
/**
 * Where it stands.
 */
stage: StoryStage, 
/**
 * The day on which it appears or did; of one without, when it was begun.
 */
day: string, 
/**
 * Where it is to appear.
 */
channels: Array<string>, 
/**
 * How many members it shows.
 */
people: number, 
/**
 * How many of them do not agree to it as it stands.
 */
missing: number, 
/**
 * Whether everybody reads it.
 */
published: boolean, };

/**
 * One story.
 */
export type StorySheet = { 
/**
 * What the list shows.
 */
row: StoryRow, 
/**
 * Its fields.
 */
fields: StoryFields, 
/**
 * Whom it shows, and what they say to it.
 */
people: Array<StoryPerson>, 
/**
 * What those are to read whom it shows, and are asked for.
 */
request: RequestFields, 
/**
 * The digest of it as it stands, for who approves it.
 */
sha256: string, 
/**
 * Whether the reader may approve it, ask those whom it shows, and take it back.
 */
mayApprove: boolean, };

/**
 * Where a story stands.
 */
export type StoryStage = "draft" | "review" | "approved" | "withdrawn";

/**
 * How far its writers are.
 */
export type StoryStatus = "draft" | "review";

/**
 * Why a story waits.
 */
export type StoryWait = "review" | "consent";

/**
 * The state of sync.
 */
export type SyncView = { 
/**
 * The link.
 */
link: LinkState, 
/**
 * Commands saved on this phone that the cooperative has not received.
 */
unsent: number, 
/**
 * Commands being saved right now.
 */
saving: number, 
/**
 * Refused items to look at.
 */
refused: number, 
/**
 * Fields to check.
 */
conflicts: number, 
/**
 * Texts to read again.
 */
rereads: number, 
/**
 * Items of "while you were away" not looked at.
 */
away: number, 
/**
 * When the relay was last heard (this phone's clock); empty when never.
 */
lastContactAt: string, 
/**
 * When the next try is due (this phone's clock); empty when none is planned.
 */
nextTryAt: string, 
/**
 * Documents on this phone.
 */
docs: number, 
/**
 * Documents still to come.
 */
remaining: number, 
/**
 * Whether the first download on this phone goes on: until all of it stands on the disk.
 */
firstDownload: boolean, 
/**
 * Why sync cannot go on without somebody's help.
 */
problem: ErrorCode | null, 
/**
 * Relay's clock minus this phone's, in milliseconds; 0 before the first contact.
 */
clockSkewMs: number, 
/**
 * Rows of this phone that could not be read and were left aside.
 */
unreadableRows: number, 
/**
 * The last save failed: nothing more can be written on this phone.
 */
storageFailed: boolean, 
/**
 * How often the relay started over since this phone joined.
 */
restarts: number, 
/**
 * Documents that could not be read on this phone.
 */
setAside: Array<SetAside>, };

/**
 * As what somebody takes part.
 */
export type TakesPart = "participant" | "trainer";

/**
 * What became of a consultation.
 */
export type TallyView = { 
/**
 * Whether it is closed.
 */
closed: boolean, 
/**
 * How many may answer.
 */
asked: number, 
/**
 * How many answered, proxies included.
 */
voices: number, 
/**
 * How many of them by proxy.
 */
proxies: number, 
/**
 * How many answered too late.
 */
late: number, 
/**
 * Whether enough answered.
 */
quorate: boolean, 
/**
 * Whether too few answered in secret to say anything.
 */
few: boolean, 
/**
 * How many answered what, in the order in which it is offered.
 */
counts: Array<CountRow>, 
/**
 * Who answered what, by name; nobody where it is secret.
 */
voiced: Array<VoiceRow>, };

/**
 * Where a task of the team stands.
 */
export type TaskStatus = "todo" | "doing" | "done" | "dropped";

/**
 * What the team does to its board.
 */
export type TeamBoardCommand = { "type": "addTeamTask", 
/**
 * The new task.
 */
id: Ulid, 
/**
 * All its fields.
 */
task: TeamTaskFields, } | { "type": "editTeamTask", 
/**
 * The task.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: TeamTaskChanges, } | { "type": "addCover", 
/**
 * The new entry.
 */
id: Ulid, 
/**
 * All its fields.
 */
cover: CoverFields, } | { "type": "editCover", 
/**
 * The entry.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: CoverChanges, } | { "type": "addWeekNote", 
/**
 * The new note.
 */
id: Ulid, 
/**
 * All its fields.
 */
note: WeekNoteFields, } | { "type": "editWeekNote", 
/**
 * The note.
 */
id: Ulid, 
/**
 * The fields that change.
 */
changes: WeekNoteChanges, };

/**
 * What screens ask of the team's board.
 */
export type TeamBoardRequest = { "view": "teamTasks", 
/**
 * The reader's own alone.
 */
mine: boolean, 
/**
 * Which rows.
 */
window: Window, } | { "view": "covers", 
/**
 * Which rows.
 */
window: Window, } | { "view": "weekNotes", 
/**
 * Which rows.
 */
window: Window, } | { "view": "teamMates" };

/**
 * Why something of the team's board waits.
 */
export type TeamBoardWait = "task_late" | "task_due" | "stand_in";

/**
 * Something the team has to do.
 * Only what changes is set.
 */
export type TeamTaskChanges = { 
/**
 * What.
 */
title?: string, 
/**
 * Who does it.
 */
owner?: MemberId | null, 
/**
 * By when; empty when open.
 */
due?: string, 
/**
 * What belongs to it: an address, a place, a reference.
 */
link?: string, 
/**
 * Where it stands.
 */
status?: TaskStatus, };

/**
 * Something the team has to do.
 */
export type TeamTaskFields = { 
/**
 * What.
 */
title: string, 
/**
 * Who does it.
 */
owner: MemberId | null, 
/**
 * By when; empty when open.
 */
due: string, 
/**
 * What belongs to it: an address, a place, a reference.
 */
link: string, 
/**
 * Where it stands.
 */
status: TaskStatus, };

/**
 * A task of the team.
 */
export type TeamTaskRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: TeamTaskFields, 
/**
 * The name of who does it; empty where nobody does.
 */
ownerName: string, 
/**
 * Whether that is the reader.
 */
mine: boolean, 
/**
 * Not done, and its day is past.
 */
late: boolean, };

/**
 * The first screen.
 */
export type TodayView = { 
/**
 * What waits for the reader, the most pressing first; at most [`WAITING_MAX`].
 */
waiting: Array<WaitingItem>, 
/**
 * How many things wait in all.
 */
waitingTotal: number, 
/**
 * What comes up, the next first; at most [`NEXT_MAX`].
 */
next: Array<NextItem>, 
/**
 * Items of "while you were away" not looked at.
 */
away: number, 
/**
 * The state of sync.
 */
sync: SyncView, };

/**
 * A figure of two years.
 */
export type ToldFigure = { 
/**
 * Which, as the indicators call it.
 */
name: string, 
/**
 * In the year; `null` where it is not told.
 */
value: number | null, 
/**
 * In the year before.
 */
before: number | null, };

/**
 * What views read. *Today* reads all of them.
 */
export type Topic = Kind | "refused" | "conflicts" | "away" | "sync";

/**
 * Who answers for a topic.
 * Only what changes is set.
 */
export type TopicPersonChanges = { 
/**
 * The topic.
 */
topic?: AskTopic, 
/**
 * Who.
 */
person?: MemberId | null, 
/**
 * For what of it, and when they are reached.
 */
about?: string, };

/**
 * Who answers for a topic.
 */
export type TopicPersonFields = { 
/**
 * The topic.
 */
topic: AskTopic, 
/**
 * Who.
 */
person: MemberId | null, 
/**
 * For what of it, and when they are reached.
 */
about: string, };

/**
 * Who answers for a topic.
 */
export type TopicPersonRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: TopicPersonFields, 
/**
 * Their name; empty where nobody is named.
 */
name: string, };

/**
 * A trip.
 * Only what changes is set.
 */
export type TripChanges = { 
/**
 * The day.
 */
date?: string, 
/**
 * From.
 */
from?: string, 
/**
 * To.
 */
to?: string, 
/**
 * Distance in metres.
 */
metres?: number, 
/**
 * The vehicle.
 */
vehicle?: Vehicle, 
/**
 * What for.
 */
purpose?: string, };

/**
 * A trip.
 */
export type TripFields = { 
/**
 * The day.
 */
date: string, 
/**
 * From.
 */
from: string, 
/**
 * To.
 */
to: string, 
/**
 * Distance in metres.
 */
metres: number, 
/**
 * The vehicle.
 */
vehicle: Vehicle, 
/**
 * What for.
 */
purpose: string, };

/**
 * A trip.
 */
export type TripRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: TripFields, 
/**
 * How far it has come.
 */
standing: LineStanding, };

/**
 * A sortable 128-bit identifier: 48 bits of milliseconds, 80 bits of randomness, printed in Crockford base 32
 * (<https://github.com/ulid/spec>).
 */
export type Ulid = string;

/**
 * Something this phone wrote that the cooperative does not have yet.
 */
export type UnsentItem = { 
/**
 * Its place in the order of doing.
 */
id: number, 
/**
 * What the entry is, in its own words; empty when it has none.
 */
label: string, 
/**
 * Everything typed, as text to copy.
 */
text: string, 
/**
 * Kind of document.
 */
kind: Kind, 
/**
 * Whose document; the relay for shared ones.
 */
owner: MemberId, 
/**
 * Their name.
 */
ownerName: string, 
/**
 * When it was done, by this phone's clock.
 */
createdAt: string, 
/**
 * What it waits for.
 */
waits: Waits, 
/**
 * Where it is shown.
 */
place: Place | null, 
/**
 * Who handed it over without network, by name; `null` for what was done on this phone.
 */
fromName: string | null, };

/**
 * How soon an ask wants an answer.
 */
export type Urgency = "low" | "normal" | "high";

/**
 * The vehicle of a trip.
 */
export type Vehicle = "car" | "electric_car" | "motorcycle" | "bicycle";

/**
 * What a screen asks.
 */
export type ViewRequest = DirectoryRequest | ProfileRequest | ActivityRequest | CoachingRequest | NotesRequest | EventRequest | PostRequest | AskedRequest | AttendanceRequest | AttendedRequest | RegisterRequest | JournalRequest | ContactRequest | LedgerRequest | PartnerRequest | PartnerCardRequest | OpportunityRequest | GroupRequest | ConsultationRequest | AssemblyRequest | TeamBoardRequest | DutiesRequest | GuideRequest | ProgressRequest | PulseRequest | IndicatorRequest | FiguresRequest | ServicesRequest | StoryRequest | ConsentRequest | NewsRequest | WholeRequest;

/**
 * The type that answers each request, for the one who writes `Views` in TypeScript.
 */
export type Views = { me: MeView, members: Page<MemberRow>, profile: ProfileView | null, activity: ActivityView | null, expenses: Page<ExpenseRow>, trips: Page<TripRow>, leads: Page<LeadRow>, activityEntry: ActivityEntry | null, portfolio: Page<PortfolioRow>, coaching: CoachingView | null, sessions: Page<SessionRow>, session: SessionSheet | null, goals: Page<GoalRow>, actions: Page<ActionRow>, openAsks: Page<AskRow>, asks: Page<AskRow>, notes: NotesView, events: EventsView, event: EventSheet | null, posts: Page<PostRow>, post: PostSheet | null, meetings: MeetingView | null, quietPosts: Page<PostRow>, needThemes: Array<NeedTheme>, isolated: Array<IsolatedRow>, askedOfMe: Array<SentAskRow>, attendance: AttendanceSheet | null, attended: Page<AttendedRow>, followUp: Page<FollowRow>, followTotals: FollowTotals, loads: Array<LoadRow>, registered: FollowSheet | null, journal: Page<JournalRow>, myContact: ContactView, ledger: LedgerSheet, statements: Page<StatementRow>, obligations: Page<ObligationRow>, lines: Page<LineRow>, months: Page<MonthsRow>, deadlines: Page<DeadlineRow>, partners: Page<PartnerRow>, partnerTerritories: Array<string>, partner: PartnerSheet | null, partnerAgreements: Array<PartnerEnding>, partnerYear: PartnerYear, partnerCards: Page<PartnerCardRow>, opportunities: Page<OpportunityRow>, opportunity: OpportunitySheet | null, groups: Page<GroupRow>, group: GroupSheet | null, consultations: ConsultationsView, consultation: ConsultationSheet | null, assemblies: Page<AssemblyRow>, assembly: AssemblySheet | null, teamTasks: Page<TeamTaskRow>, covers: Page<CoverRow>, weekNotes: Page<WeekNoteRow>, teamMates: Array<Person>, duties: Page<DutyRow>, dutyTotals: DutyTotals, proposedDuties: Array<ProposedDuty>, guide: GuideView, topicPeople: Array<TopicPersonRow>, newcomers: Page<NewcomerRow>, beats: Page<BeatRow>, beatWeeks: Array<BeatWeek>, indicators: IndicatorYears | null, counted: Page<CountedRow>, figures: Array<ToldFigure>, services: ServicesView, stories: Page<StoryRow>, story: StorySheet | null, consents: ConsentsView, news: Page<NewsRow>, article: ArticleView | null, today: TodayView, allActions: ActionsView, unsent: Page<UnsentItem>, handOver: HandOverView, handedOver: Page<UnsentItem>, carried: Array<Carried>, refused: Page<RefusedItem>, conflicts: Page<ConflictItem>, rereads: Page<RereadItem>, away: AwayView, search: Array<FoundKind>, history: Array<HistoryStep> | null, named: Array<FileRef>, sync: SyncView, access: Array<KindAccess>, };

/**
 * Somebody who came and is no member.
 * Only what changes is set.
 */
export type VisitorChanges = { 
/**
 * Their name.
 */
name?: string, 
/**
 * From where: a partner, a company, a school.
 */
organisation?: string, };

/**
 * Somebody who came and is no member.
 */
export type VisitorFields = { 
/**
 * Their name.
 */
name: string, 
/**
 * From where: a partner, a company, a school.
 */
organisation: string, };

/**
 * What somebody answered.
 */
export type VoiceRow = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * What they chose, in words.
 */
chosen: Array<string>, 
/**
 * What they said to a proposal.
 */
position: Position | null, 
/**
 * Why.
 */
reason: string, 
/**
 * Who answered for them; empty for nobody.
 */
byName: string, };

/**
 * Why something waits: a word of its kind.
 */
export type Wait = { "kind": "activity", word: ActivityWait, } | { "kind": "coaching_log", word: CoachingWait, } | { "kind": "event", word: EventWait, } | { "kind": "post", word: PostWait, } | { "kind": "asked", word: AskedWait, } | { "kind": "ledger", word: LedgerWait, } | { "kind": "partner", word: PartnerWait, } | { "kind": "opportunity", word: OpportunityWait, } | { "kind": "group", word: GroupWait, } | { "kind": "consultation", word: ConsultationWait, } | { "kind": "assembly", word: AssemblyWait, } | { "kind": "team_board", word: TeamBoardWait, } | { "kind": "duties", word: DutiesWait, } | { "kind": "progress", word: ProgressWait, } | { "kind": "story", word: StoryWait, } | { "kind": "consent", word: ConsentWait, } | { "kind": "whole", word: WholeWait, };

/**
 * Something that waits for the reader.
 */
export type WaitingItem = { 
/**
 * Why it waits.
 */
why: Wait, 
/**
 * How pressing it is.
 */
pressing: Pressing, 
/**
 * What it is, in its own words.
 */
label: string, 
/**
 * Whose.
 */
member: MemberId | null, 
/**
 * Their name.
 */
who: string, 
/**
 * Date or instant by which, or since which; empty when open.
 */
due: string, 
/**
 * Where it is shown; `null` for refused work, which has its own page.
 */
place: Place | null, };

/**
 * What unsent work waits for, besides a network.
 */
export type Waits = "turn" | "saving" | "before" | "pace" | "aside" | "newer";

/**
 * What the team tells itself of a week.
 * Only what changes is set.
 */
export type WeekNoteChanges = { 
/**
 * A day of the week, its Monday where the app writes it.
 */
week?: string, 
/**
 * In words.
 */
text?: string, };

/**
 * What the team tells itself of a week.
 */
export type WeekNoteFields = { 
/**
 * A day of the week, its Monday where the app writes it.
 */
week: string, 
/**
 * In words.
 */
text: string, };

/**
 * A note of a week.
 */
export type WeekNoteRow = { 
/**
 * The entry.
 */
info: Info, 
/**
 * Its fields.
 */
fields: WeekNoteFields, };

/**
 * Who may perform an operation, in terms of the document and the path. The variants are the whole vocabulary of the
 * rule tables.
 */
export type Who = "owner" | "coach" | "owner_or_coach" | "organisers" | "creator" | "creator_or_team" | "relay" | "signer" | "named" | "oneself" | "editors" | "guides" | "drafters" | "team" | "direction" | "director" | "holder_or_director" | "holder_creator_or_team" | "coach_about" | "facilitators" | "appointers" | "convenors" | "group_holders" | "secretaries" | "keepers";

/**
 * What screens ask of all kinds at once.
 */
export type WholeRequest = { "view": "today" } | { "view": "allActions", 
/**
 * Which rows of the reader's own.
 */
window: Window, } | { "view": "unsent", 
/**
 * Which rows.
 */
window: Window, } | { "view": "handOver", 
/**
 * Where it is shown.
 */
place: Place, } | { "view": "handedOver", 
/**
 * Which rows.
 */
window: Window, } | { "view": "carried" } | { "view": "refused", 
/**
 * Which rows.
 */
window: Window, } | { "view": "conflicts", 
/**
 * Which rows.
 */
window: Window, } | { "view": "rereads", 
/**
 * Which rows.
 */
window: Window, } | { "view": "away", 
/**
 * Which rows.
 */
window: Window, } | { "view": "search", 
/**
 * Words that must all be there, or in the name of whose it is.
 */
words: string, 
/**
 * One kind only; `null` for each.
 */
kind: Kind | null, 
/**
 * Which rows of each kind.
 */
window: Window, } | { "view": "history", 
/**
 * Which entry: [`crate::view::Info::path`].
 */
of: string, } | { "view": "named", 
/**
 * Which files.
 */
hashes: Array<FileHash>, } | { "view": "sync" } | { "view": "access" };

/**
 * Why something waits that is of no kind.
 */
export type WholeWait = "refused" | "conflict" | "reread";

/**
 * Whose the documents are in which something about a member stands.
 */
export type Whose = "own" | "others" | "shared";

/**
 * Which rows of a list.
 */
export type Window = { 
/**
 * How many rows to pass over.
 */
offset: number, 
/**
 * How many to show; at most [`PAGE_ROWS_MAX`].
 */
limit: number, };

/**
 * A year.
 */
export type YearTotals = { 
/**
 * Expenses before tax, in cents.
 */
expenseNetCents: number, 
/**
 * Tax on expenses, in cents.
 */
expenseVatCents: number, 
/**
 * Distance of trips, in metres.
 */
metres: number, 
/**
 * Turnover expected, in cents.
 */
forecastCents: number, 
/**
 * Leads, by stage, in the order of the stages.
 */
leads: Array<StageTotal>, };

/** The view that answers a request. */
export type ViewOf<R extends ViewRequest> = Views[R['view']];

/** Rows of these stores come again from the relay; those of the others are a person's work. */
export const DISPOSABLE_STORES = ['meta', 'docs', 'records', 'snapshots', 'changes', 'pieces', 'away', 'aside', 'applying'] as const;

/** The row that tells the next life of the replica what was being read when this one ended. */
export const APPLYING_ROW = { store: 'applying', key: 'now' } as const;

/** The parts of each kind's documents in which something about a member may stand. */
export const ABOUT_MEMBERS = {
  directory: ['members'],
  profile: ['profile', 'trades', 'skills', 'languages'],
  activity: ['journal', 'expenses', 'mileage', 'pipeline', 'forecast'],
  coaching_log: ['goals', 'sessions', 'preparations', 'actions', 'asks', 'feedback'],
  coach_notes: ['notes', 'sheet'],
  event: ['event'],
  rsvp: ['answers'],
  roster: ['seats'],
  post: ['posts', 'replies', 'board'],
  register: ['sessions'],
  guests: ['guests'],
  rides: ['rides'],
  waitlist: ['places'],
  places: ['ranks'],
  asked: ['asks'],
  attendance: ['visitors', 'marks'],
  attended: ['slots'],
  journal: ['journal'],
  contact: ['contact'],
  contact_shown: ['contact'],
  membership: ['members'],
  ledger: ['contracts', 'path', 'obligations', 'statements', 'decisions', 'closed'],
  group: ['groups', 'founded', 'members', 'mandates', 'minutes', 'actions'],
  consultation: ['consultations', 'asked', 'options'],
  stance: ['stances'],
  tally: ['voices'],
  assembly: ['assemblies', 'convened', 'agenda', 'documents', 'resolutions', 'proxies'],
  partner: ['partners', 'contacts', 'interactions', 'agreements'],
  partner_card: ['card'],
  opportunity: ['opportunities', 'interested', 'comments', 'decision', 'actions'],
  story: ['stories'],
  consent: ['consents', 'requests', 'answers'],
  news: ['people'],
  team_board: ['tasks', 'cover', 'weeks'],
  duties: ['duties'],
  guide: ['pages', 'sectors', 'people'],
  progress: ['ticks', 'read'],
  pulse: ['days'],
  services: ['accounts', 'lines'],
} as const;

/** What a form may take: numbers by kind and field, bytes of a line and of a text, days of an absence, bytes of a
 file and of a piece of it, files of an entry, years. */
export const LIMITS = {
  activity: {
    amountCents: { min: 0, max: 1000000000 },
    files: { min: 1, max: 4194304 },
    forecast: { min: 0, max: 1000000000 },
    metres: { min: 1, max: 10000000 },
    netCents: { min: -1000000000, max: 1000000000 },
    vatCents: { min: -1000000000, max: 1000000000 },
    vatRateBp: { min: 0, max: 10000 },
  },
  coaching_log: {
    minutes: { min: 1, max: 1440 },
    progressBp: { min: 0, max: 10000 },
    score: { min: 1, max: 5 },
    targetValue: { min: -1000000000000, max: 1000000000000 },
  },
  event: {
    capacity: { min: 0, max: 10000 },
    sequence: { min: 0, max: 1000000 },
  },
  rsvp: {
    carpoolSeats: { min: 0, max: 50 },
    forSequence: { min: 0, max: 1000000 },
    score: { min: 1, max: 5 },
  },
  ledger: {
    cashCents: { min: -1000000000, max: 1000000000 },
    chargesCents: { min: -1000000000, max: 1000000000 },
    contributionCents: { min: -1000000000, max: 1000000000 },
    contributionFixedCents: { min: 0, max: 1000000000 },
    contributionRateBp: { min: 0, max: 10000 },
    customersCents: { min: -1000000000, max: 1000000000 },
    expensesCents: { min: -1000000000, max: 1000000000 },
    fixedPayCents: { min: 0, max: 1000000000 },
    notesCents: { min: -1000000000, max: 1000000000 },
    payrollCents: { min: -1000000000, max: 1000000000 },
    purchasesCents: { min: -1000000000, max: 1000000000 },
    salariesCents: { min: -1000000000, max: 1000000000 },
    suppliersCents: { min: -1000000000, max: 1000000000 },
    turnoverCents: { min: -1000000000, max: 1000000000 },
  },
  consultation: {
    proxies: { min: 0, max: 20 },
    quorumBp: { min: 0, max: 10000 },
  },
  assembly: {
    present: { min: 0, max: 100000 },
    proxiesMax: { min: 0, max: 20 },
    quorumBp: { min: 0, max: 10000 },
    rank: { min: 1, max: 99 },
    voters: { min: 0, max: 100000 },
    votesAbstain: { min: 0, max: 100000 },
    votesAgainst: { min: 0, max: 100000 },
    votesFor: { min: 0, max: 100000 },
  },
  partner: {
    amountCents: { min: 0, max: 1000000000 },
    minutes: { min: 0, max: 1440 },
  },
  opportunity: {
    effort: { min: 1, max: 5 },
    impact: { min: 1, max: 5 },
  },
  guide: {
    rank: { min: 0, max: 9999 },
    rateBp: { min: 0, max: 10000 },
  },
  pulse: {
    score: { min: 1, max: 5 },
  },
  services: {
    cents: { min: 0, max: 1000000000 },
  },
  lineBytes: 400,
  textBytes: 65536,
  coverDays: 184,
  fileBytes: 4194304,
  filePieceBytes: 131072,
  filesPerEntry: 6,
  years: { first: 2000, last: 2999 },
} as const;
