//! What became of one entry.

use besace_model::doc::rules;
use besace_model::kind::Kind;
use besace_model::plain::Value;
use besace_model::sorted::SortedSet;

use crate::view::sync::AwayHow;
use crate::views::reread_field;

/// What tells nothing by itself: the stamps of an entry as a whole, and those of whoever read it.
const UNTOLD: [&str; 4] = ["entry", "updatedAt", "answeredAt", "readAt"];

pub(super) fn difference(
    prose: &SortedSet<String>,
    was: Option<&Value>,
    is: &Value,
    mine: bool,
    disputed: bool,
) -> Option<AwayHow> {
    let Some(was) = was else {
        return Some(AwayHow::Arrived);
    };
    if was == is {
        return None;
    }
    let removed = |entry: &Value| {
        entry
            .get("entry")
            .and_then(|stamps| stamps.get("removedAt")?.as_text())
            .is_some_and(|at| !at.is_empty())
    };
    Some(if disputed {
        AwayHow::ToCheck
    } else if removed(is) && !removed(was) {
        AwayHow::Removed
    } else if mine && scalars_differ(prose, was, is) {
        AwayHow::Overwritten
    } else if mine {
        AwayHow::Merged
    } else {
        AwayHow::Changed
    })
}

/// Whether two forms of an entry differ at most in the stamps that reading it renews.
pub(super) fn says_the_same(was: &Value, is: &Value) -> bool {
    fn said(entry: &Value) -> Option<Vec<(&str, &Value)>> {
        let own = entry.as_object()?.iter();
        let stamps = entry.get("entry").and_then(Value::as_object);
        let all = own.chain(stamps.into_iter().flat_map(|stamps| stamps.iter()));
        let all = all.map(|(key, value)| (key.as_str(), value));
        Some(all.filter(|(key, _)| !UNTOLD.contains(key)).collect())
    }
    said(was).is_some_and(|was| said(is) == Some(was))
}

/// The fields of a kind's records that are prose, by its rules.
pub(super) fn prose_of(kind: Kind) -> SortedSet<String> {
    let rules = kind.table().rules();
    let texts = rules.filter(|rule| rule.value == rules::Value::Text);
    texts
        .map(|rule| {
            let path: Vec<&str> = rule.path.split('/').collect();
            let field = reread_field(&path);
            // One of several texts of one field.
            field.split('.').next().unwrap_or_default().to_owned()
        })
        .collect()
}

/// Prose merges; anything else that differs has been overwritten.
fn scalars_differ(prose: &SortedSet<String>, was: &Value, is: &Value) -> bool {
    let (Some(was), Some(is)) = (was.as_object(), is.as_object()) else {
        return was != is;
    };
    is.iter().any(|(key, value)| {
        let old = was.get(key);
        !prose.contains(key)
            && !matches!(
                key.as_str(),
                "entry" | "contentSha256" | "signatures" | "conflicts"
            )
            && value.as_object().is_none()
            && old.is_some_and(|old| old != value && *old != Value::Null && *old != "".into())
    })
}
