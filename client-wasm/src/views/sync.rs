//! The state of sync, refused items, fields to check, "while you were away".

mod carried;
mod marked;
mod typed;
mod unsent;

use besace_model::ids::MemberId;
use besace_model::session::phone::Standing;
use besace_model::time::Timestamp;

use super::{ViewReader, page};
use crate::view::Window;
use crate::view::sync::{AwayView, LinkState, SetAside, SyncView};
use typed::typed_text;

impl ViewReader<'_> {
    pub(crate) fn sync(&self) -> SyncView {
        let replica = self.replica;
        let instant = |ms: i64| Timestamp(ms).rfc3339();
        let contact = replica.heard.map(|at| at.0).or(replica.meta.contact_ms);
        let standing = replica.phone.standing();
        SyncView {
            link: match standing {
                Standing::Down => LinkState::Offline,
                Standing::Connecting => LinkState::Connecting,
                Standing::Live => LinkState::Online,
                Standing::OneShot => LinkState::OneShot,
                Standing::Stopped(_) => LinkState::Stopped,
            },
            unsent: replica.outbox.unsent() as u32,
            saving: replica.outbox.saving() as u32,
            refused: replica.refused.len() as u32,
            conflicts: replica.docs.iter().map(|(_, doc)| doc.row.conflicts).sum(),
            rereads: self.all_rereads().len() as u32,
            away: replica.away.len() as u32,
            last_contact_at: contact.map(instant).unwrap_or_default(),
            next_try_at: replica
                .phone
                .retry_at()
                .map(|at| replica.clock.wall_at(at).rfc3339())
                .unwrap_or_default(),
            docs: replica.docs.len() as u32,
            remaining: replica.meta.remaining,
            first_download: !replica.saver.holds_all,
            problem: match standing {
                Standing::Stopped(code) => Some(code),
                _ => replica.barred,
            },
            clock_skew_ms: replica.meta.skew_ms,
            unreadable_rows: replica.unreadable_rows,
            storage_failed: replica.saver.failed,
            restarts: replica.meta.restarts,
            set_aside: self.set_aside(),
        }
    }

    fn set_aside(&self) -> Vec<SetAside> {
        let replica = self.replica;
        let known = replica.docs.aside().keys();
        known
            .filter_map(|id| Some((*id, &replica.docs.get(*id)?.row.head)))
            .map(|(id, head)| {
                let waiting = || replica.outbox.of(id);
                let typed: Vec<_> = waiting().map(|it| typed_text(&it.row.command)).collect();
                SetAside {
                    doc: id.to_string(),
                    kind: head.kind,
                    owner: head.owner,
                    owner_name: self.name(head.owner),
                    key: head.key.clone(),
                    waiting: typed.len() as u32,
                    text: typed.join("\n\n"),
                }
            })
            .collect()
    }

    pub(crate) fn away(&self, window: Window) -> AwayView {
        let all: Vec<_> = self.replica.away.values().rev().collect();
        AwayView {
            since: self
                .replica
                .meta
                .away_seen_ms
                .map(|ms| Timestamp(ms).rfc3339())
                .unwrap_or_default(),
            items: page(&all, window, |item| {
                let mut item = (*item).clone();
                item.by_name = item
                    .by
                    .filter(|by| *by != MemberId::RELAY)
                    .map(|by| self.name(by))
                    .unwrap_or_default();
                item
            }),
        }
    }
}
