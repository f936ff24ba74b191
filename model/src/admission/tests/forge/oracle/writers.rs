//! Who may write where, by hand.

use automerge::{Automerge, ReadDoc};

use crate::access::{Grants, Role};
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::kind::Kind;

/// Whether a member may write there, where this one created what the document is about; nobody did yet: `None`.
pub(in crate::admission::tests) fn may_write(
    head: &DocHead,
    by: &Grants,
    creator: Option<MemberId>,
    path: &[&str],
) -> bool {
    let own = by.member == head.owner;
    let has = |role: Role| by.roles.contains(&role);
    let created = creator == Some(by.member);
    let directs = has(Role::Director);
    let facilitates = |key: &str| by.facilitates.iter().any(|it| it.to_string() == key);
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
        | Kind::Asked
        | Kind::Attended
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
            "cover" => directs,
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
            // Whoever drafts may create one.
            let begins = || has(Role::Coach) || has(Role::Comms);
            created || directs || facilitates(&head.key) || creator.is_none() && begins()
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
        // Who sees who comes marks who came; who has a mandate for a partner keeps what is known of it.
        Kind::Attendance | Kind::Partner => in_team(by) || facilitates(&head.key),
        // Anyone may have seen it first.
        Kind::Opportunity => match (map, below) {
            ("opportunities", [id, ..]) => {
                *id == head.key && (created || directs || creator.is_none())
            }
            ("interested" | "comments", [who, ..]) => *who == by.member.to_string(),
            ("assessment", _) => in_team(by),
            ("decision", _) => directs,
            ("experiment" | "actions", _) => created || in_team(by),
            _ => false,
        },
        // Anyone may found one.
        Kind::Group => {
            let me = by.member.to_string();
            let holds = directs || created || creator.is_none() || facilitates(&head.key);
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
        // Who facilitates a group may ask that group.
        Kind::Consultation => match (map, below) {
            ("electorate", ["everyone" | "associates"]) => directs,
            ("electorate", [group]) => directs || facilitates(group),
            _ => directs || created || creator.is_none() && !by.facilitates.is_empty(),
        },
        // A director convenes it, and says who the secretary is.
        Kind::Assembly => match (map, below) {
            ("convened", _) => directs,
            ("proxies", [who, ..]) => *who == by.member.to_string(),
            _ => directs || facilitates(&head.key),
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
            ("sessions", [_, "signatures", who, ..]) => {
                let in_person = *who == by.member.to_string();
                let captured = coaches && *who == head.owner.to_string();
                (own || coaches) && (in_person || captured)
            }
            _ => own || coaches,
        },
    }
}

/// Whether they hold a role beside that of an entrepreneur.
fn in_team(by: &Grants) -> bool {
    by.roles.iter().any(|role| *role != Role::Entrepreneur)
}

/// Whether the entry that a path leads into is of who writes, as it says itself, and they may write there for that.
pub(in crate::admission::tests) fn holds(
    head: &DocHead,
    by: &Grants,
    path: &[&str],
    doc: &Automerge,
) -> bool {
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
