//! Reading what members ticked of the guide.

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::guide::GuidePage;
use besace_model::kinds::progress::Progress;
use besace_model::time::{DAY_MS, Timestamp};
use besace_model::words;

use super::{NewcomerRow, ProgressWait};
use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::today::{Pressing, WaitingItem};
use crate::view::{Page, Place, Window};
use crate::views::{ViewReader, page};

/// Somebody who never ticked a step is new for so many days.
const NEW_DAYS: i64 = 180;

/// How far somebody is with the steps of the welcome.
struct Way<'a> {
    done: usize,
    total: usize,
    /// When they last ticked one; empty when never.
    last_at: &'a str,
    next: Option<(Ulid, &'a GuidePage)>,
}

impl<'a> ViewReader<'a> {
    pub(crate) fn progress(&self, member: MemberId) -> Option<&'a Progress> {
        self.doc(&DocHead::progress(member))
    }

    fn way(&self, member: MemberId) -> Way<'a> {
        let steps = self.the_guide().map(|it| it.steps()).unwrap_or_default();
        let progress = self.progress(member);
        let tick = |id: &Ulid| progress.and_then(|it| it.ticks.get(id));
        let ticks = steps.iter().filter_map(|(id, _)| tick(id));
        Way {
            done: ticks.clone().count(),
            total: steps.len(),
            last_at: ticks.map(String::as_str).max().unwrap_or_default(),
            next: steps.iter().find(|(id, _)| tick(id).is_none()).copied(),
        }
    }

    /// Whether somebody has the welcome ahead of them: they began it, or came not long ago.
    fn is_new(&self, member: MemberId, way: &Way<'_>) -> bool {
        let listed = self.directory().and_then(|it| it.members.get(&member));
        let has_activity =
            listed.is_some_and(|it| it.active && it.roles.contains(&Role::Entrepreneur));
        let came = Timestamp(i64::try_from(member.0.unix_ms()).unwrap_or(i64::MAX));
        let days = self.now.0.saturating_sub(came.0) / DAY_MS;
        has_activity && way.next.is_some() && (way.done > 0 || (0..=NEW_DAYS).contains(&days))
    }

    pub(crate) fn welcome_waits(&self) -> Option<WaitingItem> {
        let me = self.me_id();
        let way = self.way(me);
        let (id, step) = way.next.filter(|_| self.is_new(me, &way))?;
        Some(WaitingItem {
            why: Wait::Progress {
                word: ProgressWait::WelcomeStep,
            },
            pressing: Pressing::Later,
            label: shorten(&step.title),
            member: None,
            who: String::new(),
            due: String::new(),
            place: Some(Place::new(&DocHead::guide(), "pages", &id.to_string())),
        })
    }

    pub(crate) fn newcomers(&self, window: Window) -> Page<NewcomerRow> {
        let listed = self.directory().into_iter().flat_map(|it| it.members.keys());
        let reads = |member: &MemberId| {
            let audience = DocHead::progress(*member).audience();
            *member != self.me_id() && self.replica.grants.reads(audience)
        };
        let rows = listed.copied().filter(reads).filter_map(|member| {
            let way = self.way(member);
            let (next_step, step) = way.next.filter(|_| self.is_new(member, &way))?;
            Some(NewcomerRow {
                member,
                name: self.name(member),
                stage: self.membership(member).stage,
                done: way.done as u32,
                total: way.total as u32,
                next_step,
                next_title: step.title.clone(),
                last_at: way.last_at.to_owned(),
            })
        });
        let mut rows: Vec<NewcomerRow> = rows.collect();
        rows.sort_by_cached_key(|row| (row.last_at.clone(), words::order(&row.name), row.member));
        page(&rows, window, NewcomerRow::clone)
    }
}
