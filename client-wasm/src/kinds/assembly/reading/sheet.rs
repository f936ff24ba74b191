//! An assembly in full.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds::assembly::{AssemblyFields, AssemblyStatus, Sitting};
use besace_model::words;

use super::Found;
use crate::kinds::assembly::{AssemblySheet, ProxyRow};
use crate::view::Person;
use crate::views::{ViewReader, next_words};

impl ViewReader<'_> {
    pub(crate) fn assembly_sheet(&self, id: Ulid) -> Option<AssemblySheet> {
        let found = self.found_assembly(id)?;
        let Found { said, sitting, .. } = found;
        let (head, me) = (found.head(), self.me_id());
        let mine = said.proxies.get(&me).and_then(|proxy| proxy.holder);
        let may_write = self.may_write(&head, &["course", "status"]);
        let own = me.to_string();
        Some(AssemblySheet {
            row: self.assembly_row(&found),
            fields: fields(sitting),
            notice: self.notice(&found),
            notice_by: found.notice_by(),
            agenda: self.agenda_rows(&found),
            documents: self.document_rows(&found),
            resolutions: self.resolution_rows(&found, may_write),
            proxies: self.proxy_rows(&found),
            my_holder: mine,
            my_holder_name: mine.map(|holder| self.name(holder)).unwrap_or_default(),
            may_give_proxy: self.may_write(&head, &["proxies", &own, "holder"]),
            bearers: self.others(),
            secretaries: self.facilitators_of(id),
            attending: said.attending(sitting),
            quorate: said.is_quorate(sitting),
            may_write,
            statuses: next_words(
                Kind::Assembly,
                &["course", "status"],
                &said.conflicts,
                said.status,
                (AssemblyStatus::ALL, AssemblyStatus::as_str),
            ),
        })
    }

    fn proxy_rows(&self, found: &Found<'_>) -> Vec<ProxyRow> {
        let all = found.said.proxies(found.sitting.proxies_max).into_iter();
        let mut rows: Vec<ProxyRow> = all
            .map(|(giver, holder, counts)| ProxyRow {
                giver,
                giver_name: self.name(giver),
                holder,
                holder_name: self.name(holder),
                counts,
            })
            .collect();
        rows.sort_by_cached_key(|row| {
            (words::order(&row.holder_name), words::order(&row.giver_name), row.giver)
        });
        rows
    }

    /// The other members, by name.
    fn others(&self) -> Vec<Person> {
        let listed = self.directory().into_iter().flat_map(|it| &it.members);
        let active = listed.filter(|(member, it)| it.active && **member != self.me_id());
        let active: Vec<MemberId> = active.map(|(member, _)| *member).collect();
        self.people(&active)
    }
}

fn fields(sitting: &Sitting) -> AssemblyFields {
    AssemblyFields {
        title: sitting.title.clone(),
        starts_at: sitting.starts_at.clone(),
        place: sitting.place.clone(),
        notice_sent: sitting.notice_sent.clone(),
        voters: sitting.voters,
        present: sitting.present,
        proxies_max: sitting.proxies_max,
        quorum_bp: sitting.quorum_bp,
        proceedings: sitting.proceedings.clone(),
    }
}
