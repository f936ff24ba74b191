//! How far a document goes out: nothing that was not tried.

use super::Filler;
use crate::coop::tried::Served;
use crate::coop::{Attempt, Glance, read_lock};
use crate::store::StoreError;
use crate::store::docs::DocRow;

impl Filler<'_> {
    /// The last entry of a document that may be sent now; `None` while it waits for its trial, which the page then says.
    pub(super) fn served(&mut self, doc: DocRow) -> Result<Option<u64>, StoreError> {
        let served = |glance: &Glance| read_lock(&glance.board).tried().served(doc, self.upto);
        let mut answer = served(self.glance);
        if answer == Served::Untried {
            let (glance, conn) = (self.glance, self.conn);
            let attempt = glance.attempt(conn, doc, self.upto, self.ops_max, &[])?;
            // What failed may have been frozen meanwhile.
            answer = match attempt {
                Attempt::Tried => Served::Whole,
                Attempt::TooLong | Attempt::Failed => served(glance),
            };
        }
        Ok(match answer {
            Served::Whole => Some(self.upto),
            Served::Upto(seq) => Some(seq.min(self.upto)),
            Served::Untried => {
                self.page.waits = Some((doc, self.upto));
                None
            }
        })
    }
}
