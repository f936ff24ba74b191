//! What of assemblies waits for the reader: the notice to be sent, and a proxy that somebody gave them.

use besace_model::kinds::assembly::AssemblyStatus;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::Notice;
use super::reading::Found;
use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::Place;
use crate::view::today::{Pressing, WaitingItem};
use crate::views::ViewReader;

/// Why an assembly waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum AssemblyWait {
    /// Its notice is to be sent.
    Notice,
    /// Somebody lets the reader vote.
    Proxy,
    /// It is past, and nobody said what became of it.
    Held,
}

impl ViewReader<'_> {
    pub(crate) fn assemblies_wait(&self) -> Vec<WaitingItem> {
        let convened = |it: &Found<'_>| it.said.status == AssemblyStatus::Convened;
        let found = self.found_assemblies().filter(convened);
        found.flat_map(|it| self.assembly_waits(&it)).collect()
    }

    fn assembly_waits(&self, found: &Found<'_>) -> Vec<WaitingItem> {
        let row = self.assembly_row(found);
        let item = |word, due: &str| WaitingItem {
            why: Wait::Assembly { word },
            pressing: self.near(due),
            label: shorten(&row.title),
            member: None,
            who: String::new(),
            due: due.to_owned(),
            place: Some(Place::new(&found.head(), "", "")),
        };
        let may_write = self.may_write(&found.head(), &["course", "status"]);
        let mut items = Vec::new();
        match self.notice(found) {
            _ if !may_write => {}
            _ if row.over => items.push(item(AssemblyWait::Held, &row.starts_at)),
            Notice::ToCome => items.push(item(AssemblyWait::Notice, &found.notice_by())),
            Notice::Missing => {
                let mut late = item(AssemblyWait::Notice, &found.notice_by());
                late.pressing = Pressing::Late;
                items.push(late);
            }
            Notice::Sent | Notice::Late => {}
        }
        let me = self.me_id();
        let given = found.said.proxies(found.sitting.proxies_max).into_iter();
        let mine: Vec<_> = given.filter(|(_, holder, counts)| *holder == me && *counts).collect();
        if let Some((giver, ..)) = mine.first().filter(|_| !row.over) {
            let names = self.people(mine.iter().map(|(giver, ..)| giver));
            let names: Vec<String> = names.into_iter().map(|person| person.name).collect();
            items.push(WaitingItem {
                member: Some(*giver),
                who: names.join(", "),
                ..item(AssemblyWait::Proxy, &row.starts_at)
            });
        }
        items
    }
}
