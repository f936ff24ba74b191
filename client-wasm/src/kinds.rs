//! What the phone makes of each kind of document: which views listen to it, where its entries are shown, and the command
//! that settles a field to check. One file for each kind, one line here.

use besace_model::command::Command;
use besace_model::head::DocHead;
use besace_model::kind::{Kind, Record};
use besace_model::plain::{self, FromPlain, Value};

use crate::api::Topic;
use crate::view::Place;

/// A field to check, and the value that a person chose for it.
pub(crate) struct Settling<'a> {
    pub(crate) head: &'a DocHead,
    pub(crate) record: Option<&'a Record>,
    /// The map that the field's entry stands in.
    pub(crate) collection: &'a str,
    /// The entry; empty in a document that is one.
    pub(crate) id: &'a str,
    /// The field, as commands name it.
    pub(crate) field: &'a str,
    pub(crate) value: Value,
}

impl Settling<'_> {
    /// The field alone, as changes of an entry; `None` where the entry has no such field.
    pub(crate) fn changes<T: FromPlain>(&self) -> Option<T> {
        let fields = [(self.field.to_owned(), self.value.clone())];
        plain::from_value(&Value::Object(fields.into())).ok()
    }

    /// The value.
    pub(crate) fn value<T: FromPlain>(&self) -> Option<T> {
        plain::from_value(&self.value).ok()
    }
}

/// Makes what goes through all kinds.
macro_rules! kinds {
    ($($name:ident $module:ident,)+) => {
        $(mod $module;)+

        /// What views of a kind listen to.
        pub(crate) fn topic(kind: Kind) -> Topic {
            match kind {
                $(Kind::$name => $module::TOPIC,)+
                Kind::Other(_) => Topic::Sync,
            }
        }

        /// Where an entry is shown: `collection` is its top-level map as records name it.
        pub(crate) fn place(head: &DocHead, collection: &str, key: &str) -> Option<Place> {
            match head.kind {
                $(Kind::$name => $module::place(head, collection, key),)+
                Kind::Other(_) => None,
            }
        }

        /// The command that settles a field to check; `None` where no command does.
        pub(crate) fn settle(at: &Settling<'_>) -> Option<Command> {
            match at.head.kind {
                $(Kind::$name => $module::settle(at),)+
                Kind::Other(_) => None,
            }
        }
    };
}

kinds! {
    Directory directory,
    Profile profile,
    Activity activity,
    CoachingLog coaching_log,
    CoachNotes coach_notes,
    Event event,
    Rsvp rsvp,
    Roster roster,
}

/// For kinds in which nobody has a field to settle.
fn nothing_to_settle(_: &Settling<'_>) -> Option<Command> {
    None
}
