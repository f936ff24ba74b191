//! What members read: by the model's word, and as it stands in the transaction.

use std::collections::BTreeSet;

use besace_model::access::{Audience, Readers, Scope};
use besace_model::ids::MemberId;

use crate::coop::people::Member;
use crate::coop::writing::{ReaderChange, Step, Writing};
use crate::store::docs::AudienceRow;

/// An audience that came to be, with its row.
type Made = (Audience, AudienceRow);

impl Writing<'_> {
    /// What a member reads more and less than they did.
    pub(super) fn change_of(&self, member: &Member) -> Option<ReaderChange> {
        let (wanted, held) = (self.wanted(member), self.held(member.row.member));
        (wanted != held).then(|| ReaderChange {
            member: member.row.member,
            seq: self.head + 1,
            gained: wanted.difference(&held).copied().collect(),
            lost: held.difference(&wanted).copied().collect(),
        })
    }

    /// What a member reads by the model's word. Only candidates are asked about: the cooperative's, events', one's own and
    /// assigned members', and everybody's for the team.
    fn wanted(&self, member: &Member) -> BTreeSet<AudienceRow> {
        let grants = &member.grants;
        let near = std::iter::once(grants.member)
            .chain(grants.coached.iter().copied())
            .flat_map(Audience::of_member)
            .chain(Audience::shared());
        let far = self
            .people
            .members()
            .filter(|_| grants.in_team())
            .flat_map(|other| Audience::of_member(other.row.member));
        let others = near.chain(far);
        others
            .filter_map(|audience| Some((audience, self.known_audience(audience)?)))
            .chain(self.of_events())
            .filter(|(audience, _)| member.reads(*audience))
            .map(|(_, row)| row)
            .collect()
    }

    /// Every audience of an event that there is.
    fn of_events(&self) -> impl Iterator<Item = Made> {
        let known = Readers::of(Scope::Event).flat_map(|row| self.board.rows_of(row));
        let made = self.audiences.iter();
        let made = made.filter(|(audience, _)| audience.readers.scope() == Scope::Event);
        known.chain(made.map(|(audience, row)| (*audience, *row)))
    }

    /// What a member reads as it stands in this transaction.
    fn held(&self, member: MemberId) -> BTreeSet<AudienceRow> {
        let reading = self.board.reading(member).into_iter();
        let mut held: BTreeSet<_> = reading.flat_map(|it| it.open.keys().copied()).collect();
        let changes = self.steps.iter().flat_map(|step| match step {
            Step::Readers { changes, .. } => &changes[..],
            _ => &[],
        });
        for change in changes.filter(|change| change.member == member) {
            held.extend(&change.gained);
            change.lost.iter().for_each(|row| {
                held.remove(row);
            });
        }
        held
    }

    /// What everybody but some gains by audiences that came to be.
    pub(super) fn gains(&self, made: &[Made], but: &BTreeSet<MemberId>) -> Vec<ReaderChange> {
        let members = self.people.members();
        let members = members.filter(|member| !but.contains(&member.row.member));
        // As in `wanted`: of what is about other members, only the team reads any.
        let is_shared = made
            .iter()
            .any(|(it, _)| it.readers.scope() != Scope::Member);
        let about: BTreeSet<_> = made.iter().map(|(it, _)| MemberId(it.about)).collect();
        let is_near = |member: &&Member| {
            let mut near = std::iter::once(&member.row.member).chain(&member.grants.coached);
            is_shared || member.grants.in_team() || near.any(|it| about.contains(it))
        };
        let members = members.filter(is_near);
        let gains = members.map(|member| {
            let read = made.iter().filter(|(audience, _)| member.reads(*audience));
            ReaderChange {
                member: member.row.member,
                seq: self.head + 1,
                gained: read.map(|(_, row)| *row).collect(),
                lost: Vec::new(),
            }
        });
        gains.filter(|change| !change.gained.is_empty()).collect()
    }
}
