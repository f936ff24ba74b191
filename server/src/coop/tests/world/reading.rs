//! Pages read by a phone until there is nothing more.

use super::{Phone, World};
use crate::coop::{Ask, Page};

impl World {
    /// What a fresh phone of a member holds.
    pub(in crate::coop::tests) fn fresh(&self, n: u8) -> Phone {
        let mut phone = Phone::reader(n);
        self.sync(&mut phone, 1 << 16);
        phone
    }

    pub(in crate::coop::tests) fn page(&self, phone: &Phone, fill_bytes: usize) -> Page {
        self.coop
            .read_after(&Ask {
                member: phone.member,
                cursor: phone.cursor.as_ref(),
                witness: phone.witness,
                skip: &phone.own,
                kinds: phone.kinds,
                fill_bytes,
                now: self.now,
            })
            .unwrap()
    }

    /// Reads until there is nothing more. Each page is also asked twice: the same question, the same answer.
    pub(in crate::coop::tests) fn sync(&self, phone: &mut Phone, fill_bytes: usize) {
        for _ in 0..10_000 {
            let page = self.page(phone, fill_bytes);
            assert_eq!(page, self.page(phone, fill_bytes));
            let end = page.at.is_some();
            assert_eq!(page.remaining == 0, end, "{page:?}");
            phone.take(self.coop.id(), page);
            if end {
                phone.own.clear();
                return;
            }
        }
        panic!("the download never ends");
    }
}
