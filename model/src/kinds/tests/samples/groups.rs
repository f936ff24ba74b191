//! Groups and what people do in them.

use super::*;
use crate::kinds::group::{
    GroupActionChanges, GroupActionFields, GroupChanges, GroupCommand, GroupFields, GroupSort,
    MandateChanges, MandateFields, MinutesChanges, MinutesFields,
};

/// The group of the samples, and a mandate of it.
pub(crate) const GROUP: u8 = 70;
pub(crate) const MANDATE: u8 = 71;
const MINUTES: u8 = 72;
const ACTION: u8 = 73;

pub(crate) fn group() -> GroupFields {
    GroupFields {
        name: "Commission achats".into(),
        sort: GroupSort::Circle,
        aim: "Acheter ensemble, et mieux.".into(),
        by_approval: true,
        opportunity: Some(ulid(79)),
    }
}

pub(crate) fn mandate() -> MandateFields {
    MandateFields {
        title: "Référente".into(),
        duties: "Convoque et rend compte.".into(),
        starts: "2026-04-01".into(),
        ends: "2027-03-31".into(),
    }
}

pub(super) fn groups() -> Vec<(u8, Command)> {
    let (group_id, mandate_id) = (ulid(GROUP), ulid(MANDATE));
    let stand = |stands| GroupCommand::StandForMandate {
        group: group_id,
        id: mandate_id,
        stands,
    };
    let give = |given| GroupCommand::GiveMandate {
        group: group_id,
        id: mandate_id,
        member: person(COACH),
        given,
    };
    let approve = |approved| GroupCommand::ApproveInGroup {
        id: group_id,
        member: person(COACH),
        approved,
    };
    let join = |joins| GroupCommand::JoinGroup {
        id: group_id,
        joins,
    };
    let first = [
        (
            MEMBER,
            GroupCommand::FoundGroup {
                id: group_id,
                group: group(),
            },
        ),
        (
            MEMBER,
            GroupCommand::EditGroup {
                id: group_id,
                changes: GroupChanges {
                    name: Some("Commission des achats".into()),
                    aim: Some("Acheter ensemble, mieux.".into()),
                    ..Default::default()
                },
            },
        ),
        (COACH, join(true)),
        (MEMBER, approve(true)),
        (MEMBER, approve(false)),
        (COACH, join(false)),
        (COACH, join(true)),
        (
            MEMBER,
            GroupCommand::AddMandate {
                group: group_id,
                id: mandate_id,
                mandate: mandate(),
            },
        ),
        (
            MEMBER,
            GroupCommand::EditMandate {
                group: group_id,
                id: mandate_id,
                changes: MandateChanges {
                    ends: Some(String::new()),
                    ..Default::default()
                },
            },
        ),
        (COACH, stand(true)),
        (MEMBER, give(true)),
        (MEMBER, give(false)),
        (COACH, stand(false)),
    ];
    let (minutes, action) = (ulid(MINUTES), ulid(ACTION));
    let tick = |done| GroupCommand::TickGroupAction {
        group: group_id,
        id: action,
        done,
    };
    let then = [
        (
            MEMBER,
            GroupCommand::AddMinutes {
                group: group_id,
                id: minutes,
                minutes: MinutesFields {
                    day: "2026-03-02".into(),
                    title: "Première réunion".into(),
                    body: "Trois devis à demander.".into(),
                },
            },
        ),
        (
            MEMBER,
            GroupCommand::EditMinutes {
                group: group_id,
                id: minutes,
                changes: MinutesChanges {
                    body: Some("Quatre devis à demander.".into()),
                    ..Default::default()
                },
            },
        ),
        (
            MEMBER,
            GroupCommand::AddGroupAction {
                group: group_id,
                id: action,
                action: GroupActionFields {
                    text: "Demander les devis".into(),
                    owner: Some(person(COACH)),
                    due: "2026-03-20".into(),
                    done: false,
                },
            },
        ),
        (
            MEMBER,
            GroupCommand::EditGroupAction {
                group: group_id,
                id: action,
                changes: GroupActionChanges {
                    due: Some(String::new()),
                    ..Default::default()
                },
            },
        ),
        (COACH, tick(true)),
        (COACH, tick(false)),
    ];
    let all = first.into_iter().chain(then);
    all.map(|(by, command)| (by, Command::Group(command)))
        .collect()
}
