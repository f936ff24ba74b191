//! What documents of the cooperative give: events, the board, partners, opportunities.

use super::{Given, people};
use crate::ids::{MemberId, Ulid};
use crate::kinds::attendance::{Attendance, Presence, TakesPart};
use crate::kinds::event::{Event, EventStatus};
use crate::kinds::opportunity::{ExperimentStatus, OpportunityFile, OpportunityStatus};
use crate::kinds::partner::PartnerFile;
use crate::kinds::post::{PostStatus, PostTopic, Thread};
use crate::kinds::roster::Roster;
use crate::sorted::SortedSet;
use crate::time::Timestamp;

/// An event that takes place counts in the month in which it begins.
pub(super) fn event(given: &mut Given, id: Ulid, event: &Event) {
    let stands = event.entry.removed_at.is_empty() && event.status == EventStatus::Confirmed;
    let slots = event.slots.values();
    let starts = slots.filter(|slot| slot.removed_at.is_empty());
    let first = starts.map(|slot| slot.start.as_str()).min();
    if let Some(start) = first.filter(|_| stands) {
        given.at(start, |month| {
            month.events += 1;
            month.event_seats += event.capacity.max(0);
        });
        if let Some(end) = event.ends_at() {
            given.ended.insert(id, end.local_date());
        }
    }
}

/// A seat counts in the month in which it was taken.
pub(super) fn roster(given: &mut Given, id: Ulid, roster: &Roster) {
    for seat in roster.seats.values() {
        given.at(&seat.at, |month| month.seats_taken += 1);
    }
    let seated: SortedSet<_> = roster.seats.keys().copied().collect();
    if !seated.is_empty() {
        given.seated.insert(id, seated);
    }
}

/// A half-day counts in the month in which it begins, once for each person, by what stands of all that was marked.
pub(super) fn attendance(given: &mut Given, attendance: &Attendance) {
    for (_, standing) in attendance.standing() {
        let (mark, part) = (standing.mark, standing.part());
        given.at(&mark.start, |month| match (part, mark.presence) {
            (TakesPart::Trainer, _) => month.trainer_minutes += mark.minutes(),
            (_, Presence::Absent) => month.no_shows += 1,
            (_, Presence::Excused) => month.excused += 1,
            (_, Presence::Present) => {
                month.places_attended += 1;
                month.attended_minutes += mark.minutes();
            }
        });
    }
}

pub(super) fn post(given: &mut Given, owner: MemberId, thread: &Thread) {
    let posts = thread.posts.values();
    for post in posts.filter(|post| post.entry.removed_at.is_empty()) {
        let is_need = i64::from(post.topic == PostTopic::Need);
        let is_met = i64::from(post.status == PostStatus::Matched);
        given.at(&post.entry.created_at, |month| {
            month.posts += 1;
            month.needs += is_need;
            month.needs_met += is_need * is_met;
        });
        exchanged(given, owner, &post.entry.created_at);
    }
    for (member, reply) in &thread.replies {
        if reply.removed_at.is_empty() {
            given.at(&reply.at, |month| month.replies += 1);
        }
        exchanged(given, *member, &reply.at);
    }
}

fn exchanged(given: &mut Given, member: MemberId, at: &str) {
    if let Some(at) = Timestamp::parse_rfc3339(at) {
        people::exchanged(given, member, at.local_date());
    }
}

pub(super) fn partner(given: &mut Given, file: &PartnerFile) {
    let acts = file.interactions.values();
    for act in acts.filter(|act| act.entry.removed_at.is_empty()) {
        given.at(&act.date, |month| {
            month.partner_acts += 1;
            month.partner_minutes += act.minutes.max(0);
        });
    }
    let agreements = file.agreements.values();
    for agreement in agreements.filter(|it| it.entry.removed_at.is_empty()) {
        given.at(&agreement.start, |month| {
            month.agreements += 1;
            month.agreement_cents += agreement.amount_cents.max(0);
        });
    }
}

pub(super) fn opportunity(given: &mut Given, file: &OpportunityFile) {
    let heads = file.opportunities.values();
    for head in heads.filter(|head| head.entry.removed_at.is_empty()) {
        given.at(&head.entry.created_at, |month| month.opportunities += 1);
        let source = format!("opportunities:{}", head.source.as_str());
        given.part(&head.entry.created_at, source);
        let decided = file.decided_at.as_str();
        match file.status {
            OpportunityStatus::Go => given.at(decided, |month| month.opportunities_go += 1),
            OpportunityStatus::NoGo => given.at(decided, |month| month.opportunities_no_go += 1),
            _ => {}
        }
        if file.experiment.status == ExperimentStatus::Adopted {
            given.at(&file.experiment.end, |month| month.experiments_adopted += 1);
        }
    }
}
