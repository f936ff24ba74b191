//! What commands of earlier versions said, as phones may still keep them.

use crate::command::EntryRef;
use crate::ids::{MemberId, Ulid};
use crate::kind::Kind;
use crate::plain::{PlainReader, Unfit};

/// The words by which entries were named, before they were named by their document and map.
const ENTRIES: [(&str, Kind, &str); 9] = [
    ("journal", Kind::Activity, "journal"),
    ("expense", Kind::Activity, "expenses"),
    ("trip", Kind::Activity, "mileage"),
    ("lead", Kind::Activity, "pipeline"),
    ("session", Kind::CoachingLog, "sessions"),
    ("goal", Kind::CoachingLog, "goals"),
    ("action", Kind::CoachingLog, "actions"),
    ("ask", Kind::CoachingLog, "asks"),
    ("note", Kind::CoachNotes, "notes"),
];

/// An entry that was named by a word, with the year of one's activity, or the member whose log it stands in or whom it
/// is about.
pub(crate) fn entry(word: &str, input: &mut PlainReader<'_>) -> Result<EntryRef, Unfit> {
    let mut known = ENTRIES.into_iter();
    let (_, kind, collection) = known.find(|known| known.0 == word).ok_or(Unfit)?;
    let (mut owner, mut key) = (None, String::new());
    match kind {
        Kind::Activity => key = format!("{:04}", input.field::<u16>("year")?),
        Kind::CoachNotes => key = input.field::<MemberId>("member")?.to_string(),
        _ => owner = input.field("member")?,
    }
    Ok(EntryRef {
        kind,
        owner,
        key,
        collection: collection.to_owned(),
        id: input.field::<Ulid>("id")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Command, EntryCommand};
    use crate::plain::from_json;

    #[test]
    fn what_a_phone_kept_before_its_app_was_renewed_still_says_which_entry_it_means() {
        let member = MemberId(Ulid([7; 16]));
        let id: Ulid = "01JQ0000000000000000000001".parse().unwrap();
        let cases = [
            (
                r#"{"type":"expense","year":2026,"#.to_owned(),
                Kind::Activity,
                None,
                "2026",
                "expenses",
            ),
            (
                format!(r#"{{"type":"session","member":"{member}","#),
                Kind::CoachingLog,
                Some(member),
                "",
                "sessions",
            ),
            (
                r#"{"type":"ask","#.to_owned(),
                Kind::CoachingLog,
                None,
                "",
                "asks",
            ),
            (
                format!(r#"{{"type":"note","member":"{member}","#),
                Kind::CoachNotes,
                None,
                "about",
                "notes",
            ),
        ];
        for (said, kind, owner, key, collection) in cases {
            let json = format!(r#"{{"type":"remove","entry":{said}"id":"{id}"}},"removed":true}}"#);
            let about = member.to_string();
            let entry = EntryRef {
                kind,
                owner,
                key: if key == "about" {
                    about
                } else {
                    key.to_owned()
                },
                collection: collection.to_owned(),
                id,
            };
            let command = Command::Entry(EntryCommand::Remove {
                entry,
                removed: true,
            });
            assert_eq!(from_json::<Command>(json.as_bytes()).unwrap(), command);
        }
        let flat = format!(
            r#"{{"type":"markRead","kind":"coaching_log","owner":"{member}","key":"","collection":"sessions","id":"{id}"}}"#
        );
        let Ok(Command::Entry(EntryCommand::MarkRead { entry })) = from_json(flat.as_bytes())
        else {
            panic!("{flat}");
        };
        assert_eq!((entry.owner, entry.id), (Some(member), id));
    }
}
