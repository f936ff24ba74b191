//! Giving the disk what the file does not need any more, in steps that hold the writer for a moment.

use super::{Coop, CoopError};
use crate::limits::{FREE_PAGES_KEPT, PAGES_PER_STEP, REWRITE_SHARE};
use crate::store::Space;

/// What is to be done about free pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thrift {
    /// Some are given back.
    GiveBack(u32),
    /// The file is written anew.
    Rewrite,
    /// Nothing.
    Keep,
}

fn thrift(space: Space, may_rewrite: bool) -> Thrift {
    let spare = space.free.saturating_sub(FREE_PAGES_KEPT);
    match spare {
        0 => Thrift::Keep,
        _ if space.can_give_back => Thrift::GiveBack(spare.min(PAGES_PER_STEP)),
        _ if may_rewrite && space.free > space.pages / REWRITE_SHARE => Thrift::Rewrite,
        _ => Thrift::Keep,
    }
}

impl Coop {
    /// Gives some free pages back to the disk; how many. A file of a program before is written anew for that, once, when no
    /// commits are left to move: what speaks against it (a full disk) is said, and it is left for the next start.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn give_space_back(&mut self) -> Result<u32, CoopError> {
        let may_rewrite = !self.was_rewritten && self.due_segments()?.is_empty();
        match thrift(self.store.space()?, may_rewrite) {
            Thrift::GiveBack(pages) => {
                self.store.give_back(pages)?;
                Ok(pages)
            }
            Thrift::Rewrite => {
                self.was_rewritten = true;
                if let Err(error) = self.store.rewrite() {
                    tracing::warn!(%error, "the file is not written anew, and keeps its free pages");
                    return Ok(0);
                }
                Ok(self.store.space()?.pages)
            }
            Thrift::Keep => Ok(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: Space = Space {
        pages: 10_000,
        free: 2_501,
        can_give_back: false,
    };

    #[test]
    fn a_file_is_written_anew_only_when_a_quarter_is_free_and_pages_cannot_be_given_back() {
        assert_eq!(thrift(OLD, true), Thrift::Rewrite);
        assert_eq!(thrift(OLD, false), Thrift::Keep);
        assert_eq!(thrift(Space { free: 2_500, ..OLD }, true), Thrift::Keep);
        let new = Space {
            can_give_back: true,
            ..OLD
        };
        assert_eq!(thrift(new, true), Thrift::GiveBack(PAGES_PER_STEP));
        let few = FREE_PAGES_KEPT + 3;
        assert_eq!(
            thrift(Space { free: few, ..new }, true),
            Thrift::GiveBack(3)
        );
        let small = FREE_PAGES_KEPT;
        assert_eq!(thrift(Space { free: small, ..new }, true), Thrift::Keep);
        let pages = small;
        assert_eq!(
            thrift(
                Space {
                    pages,
                    free: small,
                    ..OLD
                },
                true
            ),
            Thrift::Keep
        );
    }
}
