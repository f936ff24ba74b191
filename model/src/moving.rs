//! What stood in documents of one kind and stands in another now, since other people are to read it. The relay, which holds
//! everything in one place, carries it over as phones bring it: what moved is said in a document of its own, and the one it
//! stood in begins anew without it and without its history.

mod carried;
mod moved;

use automerge::Automerge;

use crate::command::CommandError;
use crate::doc::genesis::Genesis;
use crate::doc::restate::{self, Stands};
use crate::doc::writer::Made;
use crate::head::DocHead;
use crate::limits::ACTOR_BYTES;
use crate::time::Timestamp;
pub use carried::Carried;
pub use moved::{Moved, before};

/// A document that holds what stands elsewhere now.
#[derive(Debug)]
pub struct Leaving {
    /// Where it goes, with what is to be said there.
    pub to: Vec<(DocHead, Carried)>,
    /// What stays.
    stays: Vec<Stands>,
}

/// What of a document stands elsewhere now; `None` when nothing does.
///
/// # Errors
/// [`CommandError::Invalid`] where a document says something that cannot be said again: it stays as it is.
pub fn leaving(head: &DocHead, doc: &Automerge) -> Result<Option<Leaving>, CommandError> {
    let moved = head.kind.spec().map_or(&[][..], |spec| spec.moved);
    if moved.is_empty() {
        return Ok(None);
    }
    let mut leaving = Leaving {
        to: Vec::new(),
        stays: Vec::new(),
    };
    for stands in restate::read(doc)? {
        let goes = moved
            .iter()
            .find_map(|moved| Some((moved.to, moved.of(&stands.path)?)));
        let Some((kind, path)) = goes else {
            leaving.stays.push(stands);
            continue;
        };
        let to = DocHead {
            kind,
            generation: 0,
            ..head.clone()
        };
        let carried = Stands { path, ..stands };
        match leaving.to.iter_mut().find(|(known, _)| *known == to) {
            Some((_, all)) => all.0.push(carried),
            None => leaving.to.push((to, Carried(vec![carried]))),
        }
    }
    Ok(Some(leaving).filter(|leaving| !leaving.to.is_empty()))
}

impl Leaving {
    /// A document without what left and without its history, with the changes that make it.
    ///
    /// # Errors
    /// As [`leaving`].
    pub fn stays(
        &self,
        head: &DocHead,
        now: Timestamp,
        actor: [u8; ACTOR_BYTES],
    ) -> Result<(Automerge, Vec<Made>), CommandError> {
        let mut doc = Genesis::document(head.kind);
        let mut made = restate::say(&mut doc, &self.stays, now, actor)?;
        if made.is_empty() {
            made.extend(restate::nothing(&mut doc, now, actor));
        }
        Ok((doc, made))
    }
}
