//! What leaves a document, said again in the one it goes to.

use automerge::Automerge;

use crate::command::CommandError;
use crate::doc::restate::{self, Stands};
use crate::doc::writer::Made;
use crate::limits::ACTOR_BYTES;
use crate::time::Timestamp;

/// What is carried to one document.
#[derive(Debug)]
pub struct Carried(pub(super) Vec<Stands>);

impl Carried {
    /// Says in a document what was carried there, beside what it says already. What stands there under the same name since
    /// gives way only where it is a single value.
    ///
    /// # Errors
    /// As [`super::leaving`].
    pub fn say(
        &self,
        doc: &mut Automerge,
        now: Timestamp,
        actor: [u8; ACTOR_BYTES],
    ) -> Result<Vec<Made>, CommandError> {
        let there = restate::read(doc)?;
        let is_there = |path: &[String]| {
            let entry = path.get(..2).unwrap_or(path);
            path.len() > 1 && there.iter().any(|it| it.path == entry && !it.is_value())
        };
        let new = self.0.iter().filter(|it| !is_there(&it.path));
        restate::say(doc, &new.cloned().collect::<Vec<_>>(), now, actor)
    }
}
