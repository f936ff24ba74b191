//! What a phone has to say, as its session sees it.

use crate::wire::{Cursor, DocPush, Witness};

/// What the phone has to say. The session asks; it never looks inside.
pub trait Backlog {
    /// Where the phone stands.
    fn cursor(&self) -> Option<Cursor>;
    /// The accepted commit with the highest place.
    fn witness(&self) -> Option<Witness>;
    /// The next commits that wait, of at most so many commits and bytes; they count as in flight from now on.
    fn take(&mut self, commits: usize, bytes: usize) -> Vec<DocPush>;
    /// Nothing is in flight any more.
    fn rewind(&mut self);
    /// Whether something is ready to be taken.
    fn waits(&self) -> bool;
    /// Whether the relay reads the short form, as it said last.
    fn relay_reads_short(&self) -> bool;
    /// It may be another relay: it has to say again what it reads.
    fn doubt_relay(&mut self);
}
