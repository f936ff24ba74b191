//! What a field may hold, by hand: the sorts of field that the cooperative agreed on (domain.md section 4), and their
//! ends.

use automerge::ScalarValue;

use crate::doc::rules::are_strokes;
use crate::ids::Ulid;
use crate::kind::Kind;
use crate::time::{Timestamp, days_from_date};

/// A word that nobody agreed on.
pub(in crate::admission::tests) const INTRUDER: &str = "intrus";

/// Bytes of a line.
const LINE: usize = 400;
/// Ten million euros.
const CENTS: i64 = 1_000_000_000;

/// A sort of field.
enum Sort {
    Line,
    Word,
    Flag,
    Day,
    Moment,
    /// A member or an entry.
    Name,
    Digest,
    Strokes,
    Number(i64, i64),
}

/// Whether a value may stand there.
pub(in crate::admission::tests) fn fits(kind: Kind, path: &[&str], value: &ScalarValue) -> bool {
    let text = value.as_str();
    match sort_of(kind, path) {
        Sort::Line => text.is_some_and(|text| text.len() <= LINE),
        Sort::Word => text.is_some_and(|text| text != INTRUDER),
        Sort::Flag => matches!(value, ScalarValue::Boolean(_)),
        Sort::Day => text.is_some_and(|text| days_from_date(text).is_some()),
        Sort::Moment => text.is_some_and(|text| Timestamp::parse_rfc3339(text).is_some()),
        Sort::Name => text.is_some_and(|text| text.parse::<Ulid>().is_ok()),
        Sort::Digest => text.is_some_and(|text| text.len() == 64),
        Sort::Strokes => text.is_some_and(are_strokes),
        Sort::Number(least, most) => {
            matches!(value, ScalarValue::Int(number) if (least..=most).contains(number))
        }
    }
}

fn sort_of(kind: Kind, path: &[&str]) -> Sort {
    match (kind, path) {
        (Kind::Profile, ["trades" | "skills" | "languages", _])
        | (Kind::CoachingLog, ["sessions", _, "topics" | "coaches", _])
        | (Kind::Post, ["posts", _, "tags", _])
        | (Kind::Story, ["stories", _, "channels" | "people", _])
        | (Kind::Consultation, ["electorate", _])
        | (Kind::Stance, ["stances", _, "days", _])
        | (Kind::Opportunity, ["interested", _]) => Sort::Flag,
        (Kind::Ledger, ["closed", _])
        | (Kind::Group, ["actions", _, "ticks", _])
        | (Kind::Progress, ["ticks" | "read", _]) => Sort::Moment,
        // A picture of up to four megabytes.
        (Kind::Activity, ["expenses", _, "files", _]) => Sort::Number(1, 4_194_304),
        (Kind::Activity, ["forecast", _]) => Sort::Number(0, CENTS),
        (Kind::Post, [.., "hidden"]) => Sort::Line,
        // A place, not a day.
        (Kind::Activity, ["mileage", _, "from"]) => Sort::Line,
        (Kind::Event, ["slots", _, "start" | "end"]) => Sort::Moment,
        (Kind::Attendance, ["marks", _, "start" | "end"]) => Sort::Moment,
        (Kind::Partner, ["interactions", _, "done_at"]) => Sort::Day,
        (Kind::Consent, ["answers", _, "shown"]) => Sort::Digest,
        (Kind::Contact, ["contact", "shown"]) => Sort::Flag,
        (Kind::Services, ["accounts", _, "closes"]) => Sort::Day,
        (Kind::CoachingLog, ["asks", _, "sent_to"]) => Sort::Name,
        // Words, where others have members.
        (Kind::Ledger, ["obligations", _, "owner"]) => Sort::Word,
        (Kind::Post | Kind::Guide, [_, _, "topic"]) => Sort::Word,
        (Kind::Ledger, ["statements", _, figure]) if figure.ends_with("_cents") => {
            Sort::Number(-CENTS, CENTS)
        }
        (Kind::CoachingLog, ["sessions", _, "minutes"]) => Sort::Number(1, 1_440),
        (Kind::Guide, [_, _, "rank"]) => Sort::Number(0, 9_999),
        (Kind::Pulse | Kind::CoachingLog | Kind::Rsvp, [_, _, "score"]) => Sort::Number(1, 5),
        (_, [.., last]) => of_name(last),
        (_, []) => Sort::Flag,
    }
}

/// What a field of that name holds in every kind.
fn of_name(name: &str) -> Sort {
    match name {
        "at" | "closes" => Sort::Moment,
        "date"
        | "due"
        | "start"
        | "end"
        | "trial_end"
        | "contribution_exempt_until"
        | "on"
        | "as_of"
        | "deadline"
        | "since"
        | "until"
        | "from"
        | "week"
        | "day"
        | "publish_on"
        | "expires"
        | "notice_sent"
        | "done_on"
        | "settled_on"
        | "starts"
        | "ends" => Sort::Day,
        "by" | "created_by" | "captured_by" | "decided_by" | "owner" | "holder" | "proxy"
        | "option" | "session" | "goal" | "amends" | "ask" | "away" | "backup" | "responsible"
        | "person" | "event" | "opportunity" | "prescriber" | "slot" | "visitor" => Sort::Name,
        "line_sha256" | "content_sha256" | "approved" => Sort::Digest,
        "strokes" => Sort::Strokes,
        "done"
        | "presented"
        | "revoked"
        | "secret"
        | "by_approval"
        | "helps"
        | "agrees"
        | "statutory"
        | "member_present"
        | "looking_for_partners"
        | "contact_visible"
        | "signup_open" => Sort::Flag,
        "kind" | "status" | "sort" | "stage" | "mode" | "type" | "urgency" | "category"
        | "vehicle" | "source" | "method" | "majority" | "count" | "body" | "part" | "sector"
        | "topic" | "template" | "receipt" | "position" | "act" | "contribution_basis" | "post"
        | "presence" => Sort::Word,
        "net_cents" | "vat_cents" => Sort::Number(-CENTS, CENTS),
        "cents" | "amount_cents" | "fixed_pay_cents" | "contribution_fixed_cents" => {
            Sort::Number(0, CENTS)
        }
        "vat_rate_bp" | "progress_bp" | "contribution_rate_bp" | "quorum_bp" | "rate_bp" => {
            Sort::Number(0, 10_000)
        }
        "impact" | "effort" => Sort::Number(1, 5),
        "rank" => Sort::Number(1, 99),
        "minutes" => Sort::Number(0, 1_440),
        "metres" => Sort::Number(1, 10_000_000),
        "target_value" => Sort::Number(-1_000_000_000_000, 1_000_000_000_000),
        "capacity" => Sort::Number(0, 10_000),
        "sequence" | "for_sequence" => Sort::Number(0, 1_000_000),
        "carpool_seats" => Sort::Number(0, 50),
        "proxies" => Sort::Number(0, 20),
        "proxies_max" => Sort::Number(0, 20),
        "voters" | "present" | "votes_for" | "votes_against" | "votes_abstain" => {
            Sort::Number(0, 100_000)
        }
        _ if name.ends_with("_at") => Sort::Moment,
        _ => Sort::Line,
    }
}
