//! People, samples and a way to act, for the tests of all kinds.

use automerge::Automerge;

use super::commit;
use crate::access::{Grants, Role};
use crate::command::*;
use crate::doc::writer::{Context, Made};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::kinds::activity::{
    ExpenseCategory, ExpenseChanges, ExpenseFields, ExpenseKind, LeadChanges, LeadFields,
    LeadStage, ReceiptState, TripChanges, TripFields, Vehicle,
};
use crate::kinds::coaching_log::{
    ActionChanges, ActionFields, ActionStatus, AskTopic, Feedback, GoalChanges, GoalFields,
    GoalKind, GoalStatus, Session, SessionChanges, SessionFields, SessionMode, SessionStatus,
    SessionType, SignedHand, Urgency,
};
use crate::kinds::directory::{Directory, DirectoryMember};
use crate::kinds::event::{EventChanges, EventFields, EventKind, EventStatus, SlotFields};
use crate::kinds::profile::{ProfileChanges, ProfileCommand, ProfileSet};
use crate::kinds::roster::Roster;
use crate::kinds::rsvp::{AnswerCommand, AnswerFields, AnswerStatus};
use crate::record::*;
use crate::sorted::SortedSet;
use crate::time::Timestamp;

mod answers;
mod asked;
mod assemblies;
mod at_once;
mod attendances;
mod breaches;
mod consultations;
mod courses;
mod covers;
mod figures;
mod files;
mod groups;
mod guide;
mod history;
mod indicators;
mod input;
mod ledgers;
mod merging;
mod opportunities;
mod organisers;
mod partners;
mod posts;
mod prose;
mod relay;
mod rights;
pub(crate) mod samples;
mod services;
mod signatures;
mod stale;
mod stories;
mod tallies;
mod team;

use samples::*;

/// A Thursday in March 2026.
const NOW: Timestamp = Timestamp(1_772_700_000_000);

pub(crate) fn ulid(number: u8) -> Ulid {
    Ulid::from_parts(1_772_000_000_000, [number; 10])
}

pub(crate) fn person(number: u8) -> MemberId {
    MemberId(ulid(number))
}

const MEMBER: u8 = 1;
const COACH: u8 = 2;
const FINANCE: u8 = 5;
const DIRECTOR: u8 = 7;
/// Of communication.
const EDITOR: u8 = 6;
const STRANGER: u8 = 9;

pub(crate) fn grants(number: u8) -> Grants {
    let role = match number {
        COACH => Role::Coach,
        FINANCE => Role::Finance,
        DIRECTOR => Role::Director,
        EDITOR => Role::Comms,
        _ => Role::Entrepreneur,
    };
    Grants {
        member: person(number),
        roles: SortedSet::from([role]),
        coached: match number {
            COACH => SortedSet::from([person(MEMBER)]),
            _ => SortedSet::new(),
        },
        facilitates: SortedSet::new(),
    }
}

fn actor(person: u8, session: u8) -> [u8; 16] {
    let mut actor = [person; 16];
    actor[15] = session;
    actor
}

/// Does a command as a person on one device, at `NOW` plus so many seconds.
pub(crate) fn act_at(
    doc: &mut Automerge,
    by: u8,
    seconds: i64,
    command: &Command,
) -> Result<Made, CommandError> {
    let context = Context {
        author: &grants(by),
        now: NOW.plus_ms(seconds * 1000),
    };
    commit(doc, command, &context, actor(by, 0))
}

fn act(doc: &mut Automerge, by: u8, command: &Command) -> Result<Made, CommandError> {
    act_at(doc, by, 0, command)
}

/// Answers of a member to events, each changed twice.
pub(crate) fn answers_to(events: &[u8]) -> Vec<(u8, Command)> {
    let words = [
        AnswerStatus::Accepted,
        AnswerStatus::Declined,
        AnswerStatus::Tentative,
    ];
    let mut commands = Vec::new();
    for status in words {
        for number in events {
            let mut command = answer(status, 1);
            if let Command::Rsvp(AnswerCommand::AnswerEvent { event, .. }) = &mut command {
                *event = ulid(*number);
            }
            commands.push((MEMBER, command));
        }
    }
    commands
}

/// More of what a member says of themselves.
pub(crate) fn more_of_a_profile() -> Vec<(u8, Command)> {
    let mut commands = Vec::new();
    for offers in ["Du bois", "Du bois et du fer"] {
        let changes = ProfileChanges {
            offers: Some(offers.into()),
            branch: Some(offers.into()),
            ..Default::default()
        };
        commands.push((
            MEMBER,
            Command::Profile(ProfileCommand::EditProfile { changes }),
        ));
    }
    for tag in ["Bois", "Fer", "Verre"] {
        commands.push((
            MEMBER,
            Command::Profile(ProfileCommand::SetProfileTag {
                set: ProfileSet::Trades,
                tag: tag.into(),
                present: true,
            }),
        ));
    }
    commands
}
