//! What may follow what, and what nobody changes once a word stands, by hand (domain.md section 4.2).

use automerge::ScalarValue;

use crate::kind::Kind;

type Steps = &'static [(&'static str, &'static str)];

/// Whether a value may come where these stand, in an entry or a document that stands already.
pub(in crate::admission::tests) fn may_follow(
    kind: Kind,
    path: &[&str],
    standing: &[ScalarValue],
    next: &ScalarValue,
) -> bool {
    // Who made something, and when, is said with it and never again.
    let is_once = match path {
        ["event", "created_by" | "created_at"] | ["founded" | "asked" | "convened", "by"] => {
            return standing.is_empty();
        }
        [_, _, "created_by" | "created_at"] => true,
        // Who is away says so as it is announced.
        ["cover", _, "away"] => true,
        // What was marked is taken back, and never rewritten.
        ["marks", _, field] => !matches!(*field, "updated_at" | "removed_at"),
        _ => false,
    };
    if is_once {
        return false;
    }
    // A date that moves counts one more, and nobody brings it to its end by hand.
    if (kind, path) == (Kind::Event, &["event", "sequence"]) {
        let highest = standing.iter().filter_map(ScalarValue::as_i64).max();
        let highest = highest.unwrap_or(0);
        return next
            .as_i64()
            .is_some_and(|next| (highest..=highest + 1).contains(&next));
    }
    let Some((first, steps)) = steps(kind, path) else {
        return true;
    };
    let is_step = |from: &str| {
        let next = next.as_str();
        next == Some(from) || next.is_some_and(|next| steps.contains(&(from, next)))
    };
    match (standing, first) {
        ([], None) => true,
        ([], Some(first)) => is_step(first),
        _ => standing
            .iter()
            .all(|from| from.as_str().is_some_and(is_step)),
    }
}

/// The steps of a word, and the one that counts while none stands.
fn steps(kind: Kind, path: &[&str]) -> Option<(Option<&'static str>, Steps)> {
    let steps: (Option<&'static str>, Steps) = match (kind, path) {
        (Kind::Event, ["event", "status"]) => (
            None,
            &[
                ("tentative", "confirmed"),
                ("tentative", "cancelled"),
                ("confirmed", "cancelled"),
            ],
        ),
        (Kind::CoachingLog, ["sessions", _, "status"]) => (
            None,
            &[
                ("planned", "done"),
                ("planned", "cancelled"),
                ("cancelled", "done"),
            ],
        ),
        // What was paid is never refused; it may have been paid by mistake.
        (Kind::Ledger, ["decisions", _, "status"]) => (
            None,
            &[
                ("received", "valid"),
                ("received", "invalid"),
                ("received", "paid"),
                ("valid", "received"),
                ("valid", "invalid"),
                ("valid", "paid"),
                ("invalid", "received"),
                ("invalid", "valid"),
                ("invalid", "paid"),
                ("paid", "valid"),
            ],
        ),
        (Kind::Consultation, ["course", "status"]) => (
            None,
            &[
                ("draft", "open"),
                ("draft", "called_off"),
                ("open", "called_off"),
                ("open", "outcome"),
            ],
        ),
        (Kind::Assembly, ["course", "status"]) => {
            (None, &[("convened", "held"), ("convened", "called_off")])
        }
        (Kind::Assembly, ["resolutions", _, "count"]) => (None, &[("counting", "locked")]),
        (Kind::Opportunity, ["decision", "status"]) => (
            Some("published"),
            &[
                ("published", "studying"),
                ("studying", "go"),
                ("studying", "no_go"),
                ("go", "done"),
                ("no_go", "done"),
            ],
        ),
        (Kind::Opportunity, ["experiment", "status"]) => (
            Some("planned"),
            &[
                ("planned", "running"),
                ("running", "stopped"),
                ("running", "adopted"),
            ],
        ),
        _ => return None,
    };
    Some(steps)
}

/// Whether nobody writes there any more, where `word` gives the words that stand at a path.
pub(in crate::admission::tests) fn is_sealed(
    kind: Kind,
    path: &[&str],
    word: impl Fn(&[&str]) -> Vec<String>,
) -> bool {
    let is_other = |at: &[&str], open: &str| word(at).iter().any(|stands| stands != open);
    match (kind, path) {
        // What was asked, of whom, by when: from the moment on at which it is.
        (Kind::Consultation, ["consultations" | "options" | "electorate", ..]) => {
            is_other(&["course", "status"], "draft")
        }
        // Who was represented, of how many, by which rule: from the assembly on.
        (Kind::Assembly, ["proxies" | "agenda", ..])
        | (
            Kind::Assembly,
            [
                "assemblies",
                _,
                "starts_at" | "notice_sent" | "proxies_max" | "quorum_bp" | "voters" | "removed_at",
            ],
        ) => is_other(&["course", "status"], "convened"),
        (
            Kind::Assembly,
            [
                "resolutions",
                id,
                "title" | "body" | "majority" | "votes_for" | "votes_against" | "votes_abstain"
                | "removed_at",
            ],
        ) => is_other(&["resolutions", id, "count"], "counting"),
        _ => false,
    }
}
