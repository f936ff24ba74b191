//! What stood in documents of one kind and stands in another now, since other people are to read it. The relay, which holds
//! everything in one place, carries it over as phones bring it: what moved is said in a document of its own, and the one it
//! stood in begins anew without it and without its history.

use automerge::Automerge;

use crate::command::CommandError;
use crate::doc::genesis::Genesis;
use crate::doc::restate::{self, Stands};
use crate::doc::writer::Made;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::limits::ACTOR_BYTES;
use crate::plain;
use crate::time::Timestamp;

/// What of a kind's documents stands in another kind's now.
#[derive(Debug, Clone, Copy)]
pub struct Moved {
    /// The top-level map it stood in.
    pub from: &'static str,
    /// The fields of that map, with their names now; all entries where there are none.
    pub fields: &'static [(&'static str, &'static str)],
    /// The kind whose documents, of the same owner and key, it stands in.
    pub to: Kind,
    /// Their top-level map.
    pub into: &'static str,
}

impl Moved {
    /// The kinds of which something moved, with a number that is another one once something else did.
    pub fn all() -> impl Iterator<Item = (Kind, u64)> {
        let kinds = Kind::ALL.iter();
        let moved = kinds.map(|kind| (*kind, kind.spec().map_or(&[][..], |spec| spec.moved)));
        let some = moved.filter(|(_, moved)| !moved.is_empty());
        some.map(|(kind, moved)| (kind, moved.iter().fold(0, |all, it| it.number() ^ all)))
    }

    fn number(self) -> u64 {
        let names = [(self.from, u64::from(self.to.number())), (self.into, 0)];
        let fields = self.fields.iter();
        let fields = fields.fold(0, |all, (before, now)| {
            all ^ plain::shape(&[(before, 0), (now, 0)])
        });
        plain::shape(&names) ^ fields
    }

    /// Where something stands now that stood at a path; `None` for what did not move.
    fn of(self, path: &[String]) -> Option<Vec<String>> {
        let (map, below) = path.split_first()?;
        let (key, deeper) = below.split_first()?;
        if map != self.from {
            return None;
        }
        let name = if self.fields.is_empty() {
            key
        } else {
            self.fields.iter().find(|(before, _)| before == key)?.1
        };
        let now = [self.into.to_owned(), name.to_owned()];
        Some(now.into_iter().chain(deeper.iter().cloned()).collect())
    }
}

/// A document that holds what stands elsewhere now.
#[derive(Debug)]
pub struct Leaving {
    /// Where it goes, with what is to be said there.
    pub to: Vec<(DocHead, Carried)>,
    /// What stays.
    stays: Vec<Stands>,
}

/// What is carried to one document.
#[derive(Debug)]
pub struct Carried(Vec<Stands>);

/// The documents in which the entries of one stood before they moved.
pub fn before(head: &DocHead) -> impl Iterator<Item = (DocHead, &'static Moved)> + '_ {
    let kinds = Kind::ALL.iter();
    let moved = kinds.flat_map(|kind| {
        let moved = kind.spec().map_or(&[][..], |spec| spec.moved);
        moved.iter().map(|moved| (*kind, moved))
    });
    let here = moved.filter(|(_, moved)| moved.to == head.kind && moved.fields.is_empty());
    here.map(|(kind, moved)| {
        let before = DocHead {
            kind,
            generation: 0,
            ..head.clone()
        };
        (before, moved)
    })
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

impl Carried {
    /// Says in a document what was carried there, beside what it says already. What stands there under the same name since
    /// gives way only where it is a single value.
    ///
    /// # Errors
    /// As [`leaving`].
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
