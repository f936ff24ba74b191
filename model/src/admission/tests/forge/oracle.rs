//! Who may write what, once more and by hand: read off the table of access that the cooperative agreed on, not off the
//! rule tables. It says only what must never happen; a gate that lets less through is no fault.

use automerge::legacy::{Key, ObjectId, OpType};
use automerge::{Automerge, Change, Prop, ReadDoc};

use super::world::{EVENTS, GROUPS};
use crate::access::{Grants, Role};
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::tests::samples::CLOSED;
use crate::kinds::tests::{person, ulid};

/// What is wrong with an accepted change, if anything: each of its operations, at its place in the document after it.
pub(super) fn complaint(
    head: &DocHead,
    by: &Grants,
    change: &Change,
    after: &Automerge,
) -> Option<String> {
    let change = change.decode();
    if !(-(1i64 << 40)..=1 << 40).contains(&change.time) {
        return Some(format!("a time of {}", change.time));
    }
    for op in &change.operations {
        let Some(mut path) = path_of(after, &op.obj) else {
            return Some(format!("{op:?} writes in nothing"));
        };
        if let Key::Map(key) = &op.key {
            path.push(key.to_string());
        }
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        if !may_write(head, by, &path) && !holds(head, by, &path, after) {
            return Some(format!("{} wrote at {}", by.member, path.join("/")));
        }
        let in_text = matches!(op.key, Key::Seq(_));
        if op.action == OpType::Delete && !in_text && !may_be_cleared(&path) {
            return Some(format!("{} was cleared", path.join("/")));
        }
        if let (["founded" | "asked" | "convened", "by"], OpType::Put(value)) =
            (&path[..], &op.action)
            && value.as_str() != Some(by.member.to_string().as_str())
        {
            return Some(format!("{} names {value:?}", path.join("/")));
        }
        // A person's name for a topic or a trade may be any word.
        let is_word = matches!(path[..], [_, _] | [_, _, "topics" | "tags" | "channels", _]);
        if let (Some(&("created_by" | "captured_by")), OpType::Put(value)) =
            (path.last(), &op.action)
            && !(is_word && head.kind != Kind::Event)
            && value.as_str() != Some(by.member.to_string().as_str())
        {
            return Some(format!("{} names {value:?}", path.join("/")));
        }
    }
    None
}

fn path_of(doc: &Automerge, object: &ObjectId) -> Option<Vec<String>> {
    let ObjectId::Id(id) = object else {
        return Some(Vec::new());
    };
    let object = doc.import_obj(&id.to_string()).ok()?;
    let mut path: Vec<String> = doc
        .parents(&object)
        .ok()?
        .map(|parent| match parent.prop {
            Prop::Map(key) => key,
            Prop::Seq(at) => at.to_string(),
        })
        .collect();
    path.reverse();
    Some(path)
}

fn may_write(head: &DocHead, by: &Grants, path: &[&str]) -> bool {
    let own = by.member == head.owner;
    let coaches = by.roles.contains(&Role::Coach) && by.coached.contains(&head.owner);
    let Some((&map, below)) = path.split_first() else {
        return false;
    };
    // Nobody replaces what a document begins with.
    if below.is_empty() {
        return false;
    }
    match head.kind {
        Kind::Directory
        | Kind::Roster
        | Kind::Register
        | Kind::Guests
        | Kind::Rides
        | Kind::Waitlist
        | Kind::Places
        | Kind::ContactShown
        | Kind::Membership
        | Kind::PartnerCard
        | Kind::Tally
        | Kind::News
        | Kind::Indicators
        | Kind::Figures
        | Kind::Other(_) => false,
        Kind::Profile
        | Kind::Activity
        | Kind::Journal
        | Kind::Contact
        | Kind::Rsvp
        | Kind::Stance
        | Kind::Progress
        | Kind::Pulse => own,
        // Who is away says so, or a director does.
        Kind::TeamBoard => match map {
            "cover" => by.roles.contains(&Role::Director),
            _ => in_team(by),
        },
        Kind::Duties | Kind::Services => {
            by.roles.contains(&Role::Finance) || by.roles.contains(&Role::Director)
        }
        Kind::Guide => {
            let writes = [Role::Comms, Role::Finance, Role::Director];
            writes.iter().any(|role| by.roles.contains(role))
        }
        Kind::CoachNotes => {
            let about = by
                .coached
                .iter()
                .any(|member| member.to_string() == head.key);
            own && about && by.roles.contains(&Role::Coach)
        }
        Kind::Event => {
            let facilitates = by
                .facilitates
                .iter()
                .any(|event| event.to_string() == head.key);
            // Each event has the coach who created it.
            let creators = EVENTS.iter().zip([2, 4]);
            let created = creators
                .filter(|(event, _)| ulid(**event).to_string() == head.key)
                .any(|(_, coach)| by.member == person(coach));
            created || facilitates || by.roles.contains(&Role::Director)
        }
        Kind::Ledger => match (map, below) {
            ("obligations", [_, "ticked_at"]) => own,
            _ => by.roles.contains(&Role::Finance) || by.roles.contains(&Role::Director),
        },
        Kind::Post => {
            let edits = by.roles.contains(&Role::Comms) || by.roles.contains(&Role::Director);
            match (map, below) {
                ("posts", _) | ("replies", [_, "thanked_at" | "read_at"]) => own,
                ("board", _) | ("replies", [_, "hidden"]) => edits,
                ("replies", [who, ..]) => *who == by.member.to_string(),
                _ => false,
            }
        }
        Kind::Partner => in_team(by),
        Kind::Opportunity => {
            let directs = by.roles.contains(&Role::Director);
            // Its creator is the first member.
            let created = by.member == person(1);
            match (map, below) {
                ("opportunities", [id, ..]) => *id == head.key && (created || directs),
                ("interested" | "comments", [who, ..]) => *who == by.member.to_string(),
                ("assessment", _) => in_team(by),
                ("decision", _) => directs,
                ("experiment" | "actions", _) => created || in_team(by),
                _ => false,
            }
        }
        Kind::Group => {
            let me = by.member.to_string();
            let directs = by.roles.contains(&Role::Director);
            let facilitates = by.facilitates.iter().any(|it| it.to_string() == head.key);
            // Each group has the member who founded it.
            let founders = GROUPS.iter().zip([1, 3]);
            let founded = founders
                .filter(|(group, _)| ulid(**group).to_string() == head.key)
                .any(|(_, member)| by.member == person(member));
            let holds = directs || facilitates || founded;
            match (map, below) {
                ("founded", ["body"]) => directs,
                ("members", [_, "approved_at"]) => holds,
                ("members", [who, ..]) => *who == me,
                ("mandates", [_, "candidates", who, "given_at"]) => holds && *who != me,
                ("mandates", [_, "candidates", who, ..]) => *who == me,
                ("actions", [_, "ticks", who]) => *who == me,
                _ => holds,
            }
        }
        // A director asked each, and convened each.
        Kind::Consultation => match (map, below) {
            ("electorate", [group]) if group.len() == 26 => {
                let facilitates = by.facilitates.iter().any(|it| it.to_string() == **group);
                by.roles.contains(&Role::Director) || facilitates
            }
            _ => by.roles.contains(&Role::Director),
        },
        Kind::Assembly => match (map, below) {
            ("proxies", [who, ..]) => *who == by.member.to_string(),
            _ => by.roles.contains(&Role::Director),
        },
        Kind::Story => {
            let edits = by.roles.contains(&Role::Comms) || by.roles.contains(&Role::Director);
            match map {
                "stories" => edits || by.roles.contains(&Role::Coach),
                "desk" => edits,
                _ => false,
            }
        }
        Kind::Consent => match map {
            "consents" | "answers" => own,
            "requests" => by.roles.contains(&Role::Comms) || by.roles.contains(&Role::Director),
            _ => false,
        },
        Kind::CoachingLog => match (map, below) {
            ("asks", [_, "answer" | "answered_at", ..]) => coaches,
            ("asks" | "feedback" | "preparations", _) => own,
            ("sessions", [_, "signatures", who, "contested_at" | "confirmed_at", ..]) => {
                (own || coaches) && *who == by.member.to_string()
            }
            // What both sides signed stays as it is.
            ("sessions", [id, ..]) if *id == ulid(CLOSED).to_string() && is_first(head) => false,
            ("sessions", [_, "signatures", who, ..]) => {
                let in_person = *who == by.member.to_string();
                let captured = coaches && *who == head.owner.to_string();
                (own || coaches) && (in_person || captured)
            }
            _ => own || coaches,
        },
    }
}

/// Whether the entry that a path leads into is of who writes, as it says itself, and they may write there for that.
fn holds(head: &DocHead, by: &Grants, path: &[&str], doc: &Automerge) -> bool {
    let (map, id, key) = match (head.kind, path) {
        (Kind::TeamBoard, ["cover", id, ..]) => ("cover", *id, "away"),
        (Kind::Opportunity, ["actions", id, "status" | "updated_at"]) => ("actions", *id, "owner"),
        _ => return false,
    };
    let entry = doc.get(automerge::ROOT, map).ok().flatten();
    let entry = entry.and_then(|(_, map)| doc.get(map, id).ok().flatten());
    let named = entry.and_then(|(_, entry)| doc.get(entry, key).ok().flatten());
    let named = named.and_then(|(name, _)| name.into_string().ok());
    (in_team(by) || map == "actions") && named == Some(by.member.to_string())
}

/// Whether they hold a role beside that of an entrepreneur.
fn in_team(by: &Grants) -> bool {
    by.roles.iter().any(|role| *role != Role::Entrepreneur)
}

/// Whether it is the log in which a session is closed from the start.
pub(super) fn is_first(head: &DocHead) -> bool {
    *head == DocHead::coaching_log(person(1))
}

/// Entries and amounts are never erased: they are marked as removed, or overwritten.
fn may_be_cleared(path: &[&str]) -> bool {
    let optional = [
        "removed_at",
        "contested_at",
        "strokes",
        "typed",
        "due",
        "member_present",
        "amends",
        "owner",
        "session",
        "goal",
        "expires",
        "thanked_at",
        "hidden",
        "pinned_at",
        "submitted_at",
        "ticked_at",
        "done_at",
        "reason",
        "end",
        "trial_end",
        "contribution_exempt_until",
        "ask",
        "deadline",
        "body",
        "left_at",
        "approved_at",
        "withdrawn_at",
        "given_at",
        "starts",
        "ends",
        "option",
        "position",
        "proxy",
        "quorum_bp",
        "day",
        "notice_sent",
        "holder",
        "publish_on",
        "until",
        "event",
        "done_on",
        "responsible",
        "person",
        "away",
        "backup",
        "rate_bp",
        "opportunity",
        "prescriber",
    ];
    match path {
        [
            "trades" | "skills" | "languages" | "forecast" | "closed" | "ticks",
            _,
        ] => true,
        ["profile", "sector"] | ["asks", _, "topic"] => true,
        ["sessions", _, "topics" | "coaches", _] | ["posts", _, "tags", _] => true,
        ["interested", _] | ["experiment", "start" | "end"] | ["agreements", _, "end"] => true,
        ["actions", _, "ticks", _] | ["stances", _, "days", _] => true,
        ["electorate", _] => true,
        ["stories", _, "channels" | "people", _] => true,
        [.., last] => optional.contains(last),
        [] => false,
    }
}
