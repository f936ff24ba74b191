//! What somebody types into every text of every kind. A `?` stands for a word of its own; who may not say something
//! is told so by their phone, and says it nowhere.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::services::Services;
use besace_tests::world::START;
use serde_json::{Value, json};

use super::DOMINIQUE as DIRECTOR;

/// The entry of a number that a person makes.
pub(crate) fn entry(person: usize, number: u8) -> Ulid {
    let mut random = [0; 10];
    random[..2].copy_from_slice(&[person as u8, number]);
    Ulid::from_parts(START.0 as u64, random)
}

/// What others' commands name.
pub(super) const SESSION: u8 = 5;
pub(super) const ASK: u8 = 8;
pub(super) const POST: u8 = 9;
pub(crate) const EVENT: u8 = 10;
pub(super) const COVER: u8 = 99;
const PARTNER: u8 = 13;
const OPPORTUNITY: u8 = 17;
const STORY: u8 = 13;

/// Into documents of one's own, and into new ones.
pub(crate) fn own(person: usize, me: MemberId) -> Vec<Value> {
    let me = me.to_string();
    let id = |number| entry(person, number).to_string();
    let day = "2026-03-02";
    let account = Services::account_id(2026);
    let mut all = vec![
        json!({"type": "addJournalEntry", "id": id(0), "date": day, "text": "?"}),
        json!({"type": "editJournalEntry", "year": 2026, "id": id(0), "text": "?"}),
        json!({"type": "addExpense", "id": id(1), "expense": {"date": day, "category": "meal",
            "label": "?", "netCents": 100, "vatCents": 10, "vatRateBp": null, "kind": "cash"}}),
        json!({"type": "addTrip", "id": id(2), "trip": {"date": day, "from": "?", "to": "?",
            "metres": 1_000, "vehicle": "car", "purpose": "?"}}),
        json!({"type": "addLead", "year": 2026, "id": id(3), "lead": {"title": "?", "contact": "?",
            "nextStep": "?", "amountCents": 100, "stage": "lead", "due": ""}}),
        json!({"type": "askSupport", "id": id(ASK), "text": "?", "urgency": "normal",
            "topic": "legal"}),
        json!({"type": "editProfile", "changes": {"displayName": "?", "tradeName": "?",
            "offers": "?", "needs": "?", "branch": "?"}}),
        json!({"type": "editContact", "changes": {"phone": "?", "email": "?", "emergency": "?",
            "shown": person.is_multiple_of(2)}}),
        json!({"type": "addPost", "id": id(POST), "post": {"topic": "need", "title": "?",
            "body": "?", "tags": ["?"], "expires": "", "status": "open", "event": null}}),
        json!({"type": "addTeamTask", "id": id(30), "task": {"title": "?", "owner": null, "due": "",
            "link": "?", "status": "todo"}}),
        json!({"type": "addCover", "id": id(31), "cover": {"away": me, "from": day, "until": day,
            "backup": null, "note": "?"}}),
        json!({"type": "addWeekNote", "id": id(32), "note": {"week": day, "text": "?"}}),
        json!({"type": "addDuty", "id": id(33), "duty": {"template": "dsn", "title": "?", "due": day,
            "responsible": null, "doneOn": "", "evidence": "?", "note": "?"}}),
        json!({"type": "addServiceLine", "year": 2026, "id": id(38), "line": {"post": "tools",
            "label": "?", "cents": 100, "note": "?"}}),
        json!({"type": "addGuidePage", "id": id(34), "page": {"part": "value", "title": "?",
            "body": "?", "link": "?", "rank": 1}}),
        json!({"type": "addSectorLine", "id": id(35), "line": {"sector": "care", "part": "vat",
            "title": "?", "body": "?", "link": "?", "rateBp": 550, "rank": 1}}),
        json!({"type": "addTopicPerson", "id": id(36), "person": {"topic": "legal", "person": null,
            "about": "?"}}),
        json!({"type": "tickGuide", "id": id(34), "done": true}),
        json!({"type": "addBeat", "id": id(37), "beat": {"day": day, "score": 2, "text": "?"}}),
        json!({"type": "createEvent", "id": id(EVENT), "event": {"title": "?", "kind": "workshop",
            "description": "?", "slots": [{"id": id(11), "start": "2026-04-02T09:00:00Z",
            "end": "2026-04-02T12:00:00Z", "place": "?"}], "branch": "?", "capacity": 0,
            "signupOpen": true, "status": "confirmed"}}),
    ];
    // A year has one account: one person writes it.
    if person == DIRECTOR {
        all.push(
            json!({"type": "addServiceAccount", "year": 2026, "id": account.to_string(), "account":
            {"closes": "2026-12-31", "settledOn": "", "words": "?"}}),
        );
    }
    all.extend([
        json!({"type": "addStory", "id": id(STORY), "story": {"title": "?", "kind": "news",
            "body": "?", "channels": ["?"], "people": [me], "status": "review", "publishOn": ""}}),
        json!({"type": "addConsent", "id": id(14), "consent": {"sort": "image", "purpose": "?",
            "since": day, "until": "", "revoked": false}}),
    ]);
    all.extend(
        ["trades", "skills", "languages"]
            .map(|set| json!({"type": "setProfileTag", "set": set, "tag": "?", "present": true})),
    );
    all.extend(super::governing::own(person));
    all.extend(in_log(person, &me, 0));
    all.extend(of_partner(person, person));
    all.extend(of_opportunity(person));
    all.extend([
        json!({"type": "prepareSession", "id": id(SESSION), "text": "?"}),
        json!({"type": "rateSession", "id": id(SESSION), "score": 4, "text": "?"}),
    ]);
    all
}

/// Into a partner that somebody made known, oneself first of all.
fn of_partner(person: usize, of: usize) -> [Value; 4] {
    let partner = entry(of, PARTNER).to_string();
    let id = |number: u8| entry(person, number).to_string();
    [
        json!({"type": "addPartner", "id": partner, "partner": {"name": "?", "kind": "social",
            "territory": "?", "brings": "?", "ask": null, "presented": of.is_multiple_of(2)}}),
        json!({"type": "addPartnerContact", "partner": partner, "id": id(14), "contact": {
            "name": "?", "role": "?", "phone": "?", "email": "?"}}),
        json!({"type": "addPartnerInteraction", "partner": partner, "id": id(15), "interaction": {
            "date": "2026-03-02", "minutes": 30, "act": "visit", "note": "?", "nextStep": "?",
            "due": "", "doneAt": ""}}),
        json!({"type": "addPartnerAgreement", "partner": partner, "id": id(16), "agreement": {
            "title": "?", "start": "2026-01-01", "end": "", "amountCents": 0,
            "deliverables": "?"}}),
    ]
}

/// Into an opportunity of one's own.
fn of_opportunity(person: usize) -> [Value; 4] {
    let id = entry(person, OPPORTUNITY).to_string();
    [
        json!({"type": "addOpportunity", "id": id, "opportunity": {"source": "member",
            "kind": "idea", "title": "?", "body": "?", "deadline": ""}}),
        json!({"type": "editExperiment", "id": id, "changes": {"hypothesis": "?", "measure": "?",
            "result": "?"}}),
        json!({"type": "addOpportunityAction", "opportunity": id,
            "id": entry(person, 18).to_string(),
            "action": {"text": "?", "owner": null, "due": "", "status": "todo"}}),
        json!({"type": "decideOpportunity", "id": id, "status": "studying", "reason": "?"}),
    ]
}

/// Into a member's log, with entries of one's own from a number on.
fn in_log(person: usize, member: &str, from: u8) -> [Value; 4] {
    let id = |number: u8| entry(person, from + number).to_string();
    [
        json!({"type": "logSession", "member": member, "id": id(SESSION), "session": {
            "startsAt": "2026-03-02T09:00:00Z", "minutes": 60, "mode": "onsite", "place": "?",
            "sessionType": "statutory", "statutory": true, "topics": ["?"], "status": "done",
            "coaches": [], "objectives": "?", "points": "?", "plan": "?",
            "eightPoints": ["?", "?", "?", "?", "?", "?", "?", "?"], "memberPresent": true,
            "amends": null}}),
        json!({"type": "addGoal", "member": member, "id": id(6), "goal": {"title": "?",
            "kind": "commercial", "targetValue": 1, "unit": "?", "due": "", "status": "open",
            "progressBp": 0}}),
        json!({"type": "editGoal", "member": member, "id": id(6), "changes": {"title": "?"}}),
        json!({"type": "addAction", "member": member, "id": id(7), "action": {"text": "?",
            "due": "", "status": "todo", "owner": null, "session": null, "goal": null}}),
    ]
}

/// Into what others made: `owner`, of a number, whose log it may be, and an event.
pub(crate) fn on_others(person: usize, owner: (usize, MemberId), event: Ulid) -> Vec<Value> {
    let (number, owner) = (owner.0, owner.1.to_string());
    let (post, ask) = (entry(number, POST), entry(number, ASK));
    let post = post.to_string();
    let event = event.to_string();
    let mut all = vec![
        json!({"type": "addNote", "member": owner, "id": entry(person, 12).to_string(), "text": "?"}),
        json!({"type": "setNextTime", "member": owner, "text": "?"}),
        json!({"type": "sendAsk", "id": entry(person, ASK).to_string(), "to": owner}),
        json!({"type": "answerAsk", "member": owner, "id": ask.to_string(), "answer": "?"}),
        json!({"type": "answerEvent", "event": event, "answer": {"status": "accepted",
            "comment": "?", "carpoolSeats": 2, "carpoolFrom": "?", "diet": "?", "forSequence": 0}}),
        json!({"type": "editEvent", "id": event, "changes": {"description": "?", "branch": "?"}}),
        json!({"type": "replyToPost", "owner": owner, "id": post, "text": "?", "helps": true}),
        json!({"type": "hidePost", "owner": owner, "id": post, "reply": null, "reason": "?"}),
        json!({"type": "askConsent", "member": owner, "id": entry(person, STORY).to_string(),
            "request": {"sort": "image", "title": "?", "text": "?", "channels": "?"}}),
        json!({"type": "rateEvent", "event": event, "score": 4, "words": "?"}),
        json!({"type": "addVisitor", "event": event, "id": entry(person, 40).to_string(),
            "visitor": {"name": "?", "organisation": "?"}}),
        json!({"type": "markAttendance", "event": event, "id": entry(person, 41).to_string(),
            "mark": {"person": owner, "visitor": null, "slot": entry(number, 11).to_string(),
            "start": "2026-04-02T09:00:00Z", "end": "2026-04-02T12:00:00Z", "presence": "present",
            "part": "participant", "strokes": "", "typed": "?"}}),
    ];
    all.extend(in_ledger(person, &owner));
    all.extend(in_log(person, &owner, 20));
    let opportunity = entry(number, OPPORTUNITY).to_string();
    all.extend([
        json!({"type": "commentOpportunity", "id": opportunity, "text": "?"}),
        json!({"type": "editOpportunity", "id": opportunity, "changes": {"body": "?"}}),
        json!({"type": "decideOpportunity", "id": opportunity, "status": "studying", "reason": "?"}),
    ]);
    // What the team knows of the director's partner.
    if person != DIRECTOR {
        all.extend(of_partner(person, DIRECTOR).into_iter().skip(1));
    }
    all
}

/// Into a member's ledger.
fn in_ledger(person: usize, member: &str) -> [Value; 4] {
    let id = |number: u8| entry(person, 40 + number).to_string();
    let day = "2026-03-02";
    [
        json!({"type": "addContract", "member": member, "id": id(0), "contract": {"kind": "cesa",
            "start": day, "end": "", "trialEnd": "", "goals": "?", "minimumActivity": "?",
            "fixedPayCents": 0, "variableRule": "?", "contributionBasis": "margin",
            "contributionRateBp": 1_000, "contributionFixedCents": 0,
            "contributionExemptUntil": "", "statutesVersion": "?", "clientsClause": "?"}}),
        json!({"type": "addMilestone", "member": member, "id": id(1),
            "milestone": {"stage": "cesa", "on": day, "reason": "?"}}),
        json!({"type": "addObligation", "member": member, "id": id(2), "obligation": {
            "kind": "legal", "label": "?", "due": day, "owner": "member", "note": "?"}}),
        json!({"type": "decideLine", "member": member, "id": id(3), "status": "invalid",
            "reason": "?", "lineSha256": "ab".repeat(32)}),
    ]
}

/// Beside what somebody answered to their own post: why it is hidden.
pub(super) fn reason((number, owner): (usize, MemberId)) -> Value {
    let (id, owner) = (entry(number, POST).to_string(), owner.to_string());
    json!({"type": "hidePost", "owner": owner, "id": id, "reply": owner, "reason": "?"})
}

/// Under a text that somebody read: the name typed as a signature.
pub(super) fn signature(signer: MemberId, session: Ulid, content_sha256: &str) -> Value {
    json!({"type": "signSession", "member": signer.to_string(), "id": session.to_string(),
        "signer": signer.to_string(),
        "hand": {"contentSha256": content_sha256, "strokes": "", "typed": "?"}})
}
