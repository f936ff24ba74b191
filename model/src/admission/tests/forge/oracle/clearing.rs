//! What may be taken out again, by hand. Entries and amounts are never erased: they are marked as removed, or overwritten.

use crate::kind::Kind;

/// Whether what stands there may be taken out.
pub(in crate::admission::tests) fn may_be_cleared(kind: Kind, path: &[&str]) -> bool {
    let fits = |pattern: &&str| {
        let mut keys = pattern.split('/');
        let all = path
            .iter()
            .all(|key| keys.next().is_some_and(|it| it == "*" || it == *key));
        all && keys.next().is_none()
    };
    let is_removal = matches!(path, [_, _, "removed_at"]);
    is_removal && has_removals(kind, path[0]) || optional(kind).iter().any(fits)
}

/// Whether the entries of a map are marked as removed, and may come back.
fn has_removals(kind: Kind, map: &str) -> bool {
    let maps: &[&str] = match kind {
        Kind::Activity => &["journal", "expenses", "mileage", "pipeline"],
        Kind::CoachingLog => &["goals", "sessions", "actions", "asks"],
        Kind::CoachNotes => &["notes"],
        Kind::Attendance => &["visitors", "marks"],
        Kind::Consent => &["consents", "requests"],
        Kind::Consultation => &["consultations", "options"],
        Kind::Assembly => &["assemblies", "agenda", "documents", "resolutions"],
        Kind::Duties => &["duties"],
        Kind::Event => &["slots"],
        Kind::Group => &["groups", "mandates", "minutes", "actions"],
        Kind::Guide => &["pages", "sectors", "people"],
        Kind::Journal => &["journal"],
        Kind::Ledger => &["contracts", "path", "obligations"],
        Kind::Opportunity => &["opportunities", "comments", "actions"],
        Kind::Partner => &["partners", "contacts", "interactions", "agreements"],
        Kind::Post => &["posts", "replies"],
        Kind::Pulse => &["days"],
        Kind::Services => &["accounts", "lines"],
        Kind::Stance => &["stances"],
        Kind::Story => &["stories"],
        Kind::TeamBoard => &["tasks", "cover", "weeks"],
        _ => &[],
    };
    maps.contains(&map)
}

/// What need not be said.
fn optional(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Profile => &["profile/sector", "trades/*", "skills/*", "languages/*"],
        Kind::Activity => &[
            "expenses/*/vat_rate_bp",
            "expenses/*/receipt",
            "expenses/*/files/*",
            "expenses/*/submitted_at",
            "mileage/*/submitted_at",
            "pipeline/*/due",
            "forecast/*",
        ],
        Kind::CoachingLog => &[
            "goals/*/due",
            "actions/*/due",
            "actions/*/owner",
            "actions/*/session",
            "actions/*/goal",
            "asks/*/topic",
            "asks/*/sent_to",
            "sessions/*/topics/*",
            "sessions/*/coaches/*",
            "sessions/*/member_present",
            "sessions/*/amends",
            "sessions/*/signatures/*/strokes",
            "sessions/*/signatures/*/typed",
            "sessions/*/signatures/*/contested_at",
        ],
        Kind::Post => &[
            "posts/*/tags/*",
            "posts/*/expires",
            "posts/*/event",
            "replies/*/thanked_at",
            "replies/*/hidden",
            "board/pinned_at",
            "board/hidden",
        ],
        Kind::Ledger => &[
            "path/*/prescriber",
            "contracts/*/end",
            "contracts/*/trial_end",
            "contracts/*/contribution_exempt_until",
            "obligations/*/ticked_at",
            "obligations/*/done_at",
            "decisions/*/reason",
            "closed/*",
        ],
        Kind::Group => &[
            "founded/body",
            "groups/*/opportunity",
            "members/*/left_at",
            "members/*/approved_at",
            "mandates/*/starts",
            "mandates/*/ends",
            "mandates/*/candidates/*/withdrawn_at",
            "mandates/*/candidates/*/given_at",
            "actions/*/owner",
            "actions/*/due",
            "actions/*/ticks/*",
        ],
        Kind::Consultation => &["consultations/*/quorum_bp", "options/*/day", "electorate/*"],
        Kind::Stance => &[
            "stances/*/option",
            "stances/*/position",
            "stances/*/days/*",
            "stances/*/proxy",
        ],
        Kind::Assembly => &[
            "assemblies/*/notice_sent",
            "assemblies/*/quorum_bp",
            "proxies/*/holder",
        ],
        Kind::Partner => &[
            "partners/*/ask",
            "interactions/*/due",
            "interactions/*/done_at",
            "agreements/*/end",
        ],
        Kind::Opportunity => &[
            "opportunities/*/deadline",
            "interested/*",
            "experiment/start",
            "experiment/end",
            "actions/*/owner",
            "actions/*/due",
        ],
        Kind::Story => &[
            "stories/*/channels/*",
            "stories/*/people/*",
            "stories/*/publish_on",
            "desk/withdrawn_at",
        ],
        Kind::Consent => &["consents/*/until"],
        Kind::TeamBoard => &["tasks/*/owner", "tasks/*/due", "cover/*/backup"],
        Kind::Duties => &["duties/*/responsible", "duties/*/done_on"],
        Kind::Services => &["accounts/*/settled_on"],
        Kind::Guide => &[
            "pages/*/opportunity",
            "sectors/*/rate_bp",
            "people/*/person",
        ],
        Kind::Progress => &["ticks/*"],
        _ => &[],
    }
}
