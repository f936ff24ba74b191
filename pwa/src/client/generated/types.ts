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
changes: TripChanges, } | { "type": "addLead", 
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
answer: AnswerFields, };

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
urgency: Urgency, } | { "type": "editAsk", 
/**
 * The ask.
 */
id: Ulid, 
/**
 * The whole new text.
 */
text: string, } | { "type": "answerAsk", 
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
 * Their coaches, by name.
 */
coaches: Array<Person>, 
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
export type Command = NoCommand | ProfileCommand | ActivityCommand | CoachingCommand | NotesCommand | EventCommand | AnswerCommand | NoCommand | PostCommand | NoCommand | NoCommand | NoCommand | NoCommand | NoCommand | JournalCommand | ContactCommand | NoCommand | NoCommand | GroupCommand | ConsultationCommand | StanceCommand | NoCommand | AssemblyCommand | EntryCommand;

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
 * Names the text.
 */
part: number, 
/**
 * How many bytes of it are made into changes.
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
export type ErrorCode = "bad_chunk" | "too_many_ops" | "too_big" | "bad_path" | "bad_shape" | "bad_start_op" | "bad_seq" | "fork" | "bad_actor" | "bad_author" | "forbidden" | "bad_value" | "bad_deps" | "bad_id" | "doc_full" | "bad_signature" | "device_revoked" | "gone" | "trial_failed" | "already_made" | "bad_transition" | "closed" | "bad_message" | "upgrade" | "unauthorized" | "rate_limited" | "retry" | "bad_origin" | "not_found" | "bad_invitation" | "quota" | "invalid_command" | "not_on_this_phone" | "set_aside" | "base_lost" | "not_as_read" | "invitation_used" | "invitation_expired" | "event_over" | "unknown_reason";

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
jwt: string, } | { "type": "tokenRefused", 
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
rides: Array<RideRow>, };

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
kind?: ExpenseKind, };

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
kind: ExpenseKind, };

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
fields: ExpenseFields, };

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
byApproval?: boolean, };

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
byApproval: boolean, };

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
carpoolFrom: string, };

/**
 * Where the reader stands with a group.
 */
export type InGroup = "out" | "asked" | "in";

/**
 * What every entry of a list carries beside its own fields.
 */
export type Info = { 
/**
 * The entry.
 */
id: Ulid, 
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
base: string | null, } | { "type": "settle", 
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
 * The text's `part`.
 */
part: number, } | { "type": "awaySeen" } | { "type": "readAgain", 
/**
 * The document.
 */
doc: string, };

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
export type Kind = "directory" | "profile" | "activity" | "coaching_log" | "coach_notes" | "event" | "rsvp" | "roster" | "post" | "register" | "guests" | "rides" | "waitlist" | "places" | "journal" | "contact" | "contact_shown" | "membership" | "group" | "consultation" | "stance" | "tally" | "assembly";

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
 * Whether the phone talks with the relay.
 */
export type LinkState = "offline" | "connecting" | "online" | "one_shot" | "stopped";

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
 * How far the forecast has travelled.
 */
forecastState: RecordState, };

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
status?: PostStatus, };

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
status: PostStatus, };

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
id: Ulid, };

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
lookingForPartners?: boolean, };

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
roles: Array<Role>, };

/**
 * Who reads the documents of a kind: a row of the table of audiences.
 */
export type Readers = "everyone" | "activity" | "coaching" | "own" | "team" | "direction" | "guests" | "contact";

/**
 * How far an entry has travelled.
 */
export type RecordState = { "state": "onPhone" } | { "state": "received", 
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
place: Place | null, };

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
 * How a member's interviews of a year stand.
 */
export type Standing = "complete" | "in_time" | "soon" | "late";

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
 * Whether this is the first download on this phone.
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
 * What views read. *Today* reads all of them.
 */
export type Topic = Kind | "refused" | "conflicts" | "away" | "sync";

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
fields: TripFields, };

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
place: Place | null, };

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
export type ViewRequest = DirectoryRequest | ProfileRequest | ActivityRequest | CoachingRequest | NotesRequest | EventRequest | PostRequest | RegisterRequest | JournalRequest | ContactRequest | GroupRequest | ConsultationRequest | AssemblyRequest | WholeRequest;

/**
 * The type that answers each request, for the one who writes `Views` in TypeScript.
 */
export type Views = { me: MeView, members: Page<MemberRow>, profile: ProfileView | null, activity: ActivityView | null, expenses: Page<ExpenseRow>, trips: Page<TripRow>, leads: Page<LeadRow>, activityEntry: ActivityEntry | null, portfolio: Page<PortfolioRow>, coaching: CoachingView | null, sessions: Page<SessionRow>, session: SessionSheet | null, goals: Page<GoalRow>, actions: Page<ActionRow>, asks: Page<AskRow>, notes: NotesView, events: EventsView, event: EventSheet | null, posts: Page<PostRow>, post: PostSheet | null, followUp: Page<FollowRow>, followTotals: FollowTotals, registered: FollowSheet | null, journal: Page<JournalRow>, myContact: ContactView, groups: Page<GroupRow>, group: GroupSheet | null, consultations: ConsultationsView, consultation: ConsultationSheet | null, assemblies: Page<AssemblyRow>, assembly: AssemblySheet | null, today: TodayView, unsent: Page<UnsentItem>, refused: Page<RefusedItem>, conflicts: Page<ConflictItem>, rereads: Page<RereadItem>, away: AwayView, sync: SyncView, access: Array<KindAccess>, };

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
export type Wait = { "kind": "activity", word: ActivityWait, } | { "kind": "coaching_log", word: CoachingWait, } | { "kind": "event", word: EventWait, } | { "kind": "post", word: PostWait, } | { "kind": "group", word: GroupWait, } | { "kind": "consultation", word: ConsultationWait, } | { "kind": "assembly", word: AssemblyWait, } | { "kind": "whole", word: WholeWait, };

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
 * Who may perform an operation, in terms of the document and the path. The variants are the whole vocabulary of the
 * rule tables.
 */
export type Who = "owner" | "coach" | "owner_or_coach" | "organisers" | "relay" | "signer" | "named" | "oneself" | "editors" | "team" | "direction" | "director" | "anyone" | "coach_about" | "facilitators" | "appointers" | "convenors" | "group_holders" | "secretaries";

/**
 * What screens ask of all kinds at once.
 */
export type WholeRequest = { "view": "today" } | { "view": "unsent", 
/**
 * Which rows.
 */
window: Window, } | { "view": "refused", 
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
window: Window, } | { "view": "sync" } | { "view": "access" };

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
  journal: ['journal'],
  contact: ['contact'],
  contact_shown: ['contact'],
  membership: ['members'],
  group: ['groups', 'founded', 'members', 'mandates', 'minutes', 'actions'],
  consultation: ['consultations', 'asked', 'options'],
  stance: ['stances'],
  tally: ['voices'],
  assembly: ['assemblies', 'convened', 'agenda', 'documents', 'resolutions', 'proxies'],
} as const;

/** What a form may take: numbers by kind and field, bytes of a line and of a text, years. */
export const LIMITS = {
  activity: {
    amountCents: { min: 0, max: 1000000000 },
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
  lineBytes: 400,
  textBytes: 65536,
  years: { first: 2000, last: 2999 },
} as const;
