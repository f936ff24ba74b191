//! Reading ledgers.

mod all;
mod frame;
mod lines;
mod rows;

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::ledger::Ledger;

use crate::views::ViewReader;

pub(super) use lines::{Wanted, line_digest};

impl<'a> ViewReader<'a> {
    pub(crate) fn ledger(&self, member: MemberId) -> Option<&'a Ledger> {
        self.doc(&DocHead::ledger(member))
    }

    /// The ledgers on this phone, by member, of those who are still here.
    pub(super) fn ledgers(&self) -> impl Iterator<Item = (MemberId, &'a Ledger)> {
        let docs = self.replica.docs.iter();
        let all = docs.filter(|(_, doc)| doc.row.head.kind == Kind::Ledger);
        all.filter_map(|(_, doc)| Some((doc.row.head.owner, Ledger::of(doc.record()?)?)))
            .filter(|(member, _)| self.is_here(*member))
    }
}
