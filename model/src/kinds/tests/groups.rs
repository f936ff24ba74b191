//! Groups: who founds, joins, stands for a mandate and gives one; nobody does any of it for somebody else.

use super::courses::Log;
use super::*;
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::kinds::group::{self, Body, Group, GroupChanges, GroupCommand};

fn director() -> Grants {
    grants(DIRECTOR)
}

fn founded() -> Log {
    let mut log = Log::new(DocHead::group(ulid(GROUP)));
    let group = samples::group();
    log.accept(
        &grants(MEMBER),
        &give(GroupCommand::FoundGroup {
            id: ulid(GROUP),
            group,
        }),
    );
    log
}

fn with_mandate() -> Log {
    let mut log = founded();
    let (group, id, mandate) = (ulid(GROUP), ulid(MANDATE), samples::mandate());
    log.accept(
        &grants(MEMBER),
        &give(GroupCommand::AddMandate { group, id, mandate }),
    );
    log
}

fn give(command: GroupCommand) -> Command {
    Command::Group(command)
}

fn stand(stands: bool) -> Command {
    let (group, id) = (ulid(GROUP), ulid(MANDATE));
    give(GroupCommand::StandForMandate { group, id, stands })
}

fn name(member: u8) -> Command {
    let (group, id, member) = (ulid(GROUP), ulid(MANDATE), person(member));
    give(GroupCommand::GiveMandate {
        group,
        id,
        member,
        given: true,
    })
}

fn read(log: &Log) -> Group {
    group::read(log.doc())
}

fn holders(log: &Log) -> Vec<MemberId> {
    read(log).holders(ulid(MANDATE)).collect()
}

#[test]
fn any_member_founds_a_group_and_only_a_director_says_that_it_governs() {
    for role in Role::ALL {
        let who = Grants {
            roles: SortedSet::from([role]),
            ..grants(STRANGER)
        };
        let mut log = Log::new(DocHead::group(ulid(GROUP)));
        let group = samples::group();
        log.accept(
            &who,
            &give(GroupCommand::FoundGroup {
                id: ulid(GROUP),
                group,
            }),
        );
        assert_eq!(read(&log).founder, Some(person(STRANGER)));
        assert!(read(&log).has(ulid(GROUP), person(STRANGER)));
        let body = GroupCommand::SetGroupBody {
            id: ulid(GROUP),
            body: Some(Body::Board),
        };
        let done = log.phone(&who, &give(body.clone()));
        assert_eq!(done.is_ok(), role == Role::Director, "{role:?}");
        log.accept(&director(), &give(body));
        assert_eq!(read(&log).body, Some(Body::Board));
    }
}

#[test]
fn a_group_is_changed_by_who_holds_it() {
    let changes = || GroupCommand::EditGroup {
        id: ulid(GROUP),
        changes: GroupChanges {
            name: Some("À moi".into()),
            ..Default::default()
        },
    };
    let facilitator = Grants {
        facilitates: SortedSet::from([ulid(GROUP)]),
        ..grants(8)
    };
    for who in [grants(MEMBER), facilitator, director()] {
        founded().accept(&who, &give(changes()));
    }
    let log = founded();
    let told = log.phone(&grants(COACH), &give(changes())).unwrap_err();
    let path = format!("groups/{}/name", ulid(GROUP));
    assert_eq!(told, CommandError::Forbidden(path.clone()));
    let group = ["groups", &ulid(GROUP).to_string()].map(str::to_owned);
    let group = group.each_ref().map(String::as_str);
    let raw = log.forge(&grants(COACH), &group, &[("name", "À moi".into())]);
    let refused = log.judge(&grants(COACH), &raw).unwrap_err();
    assert_eq!((refused.code, refused.path), (ErrorCode::Forbidden, path));
}

#[test]
fn one_joins_by_oneself_and_is_in_once_somebody_who_holds_the_group_agrees() {
    let mut log = founded();
    let join = give(GroupCommand::JoinGroup {
        id: ulid(GROUP),
        joins: true,
    });
    let agree = give(GroupCommand::ApproveInGroup {
        id: ulid(GROUP),
        member: person(COACH),
        approved: true,
    });
    // Nobody is brought in who did not ask.
    let done = log.phone(&grants(MEMBER), &agree);
    assert_eq!(done.unwrap_err(), CommandError::NoSuchEntry);
    log.accept(&grants(COACH), &join);
    assert!(!read(&log).has(ulid(GROUP), person(COACH)));
    assert!(log.phone(&grants(COACH), &agree).is_err());
    let raw = log.forge(
        &grants(MEMBER),
        &["members", &person(COACH).to_string()],
        &[("at", "2026-03-01T08:00:00Z".into())],
    );
    assert_eq!(
        log.judge(&grants(MEMBER), &raw).unwrap_err().code,
        ErrorCode::Forbidden
    );
    log.accept(&grants(MEMBER), &agree);
    assert!(read(&log).has(ulid(GROUP), person(COACH)));
    log.accept(
        &grants(COACH),
        &give(GroupCommand::JoinGroup {
            id: ulid(GROUP),
            joins: false,
        }),
    );
    assert!(!read(&log).has(ulid(GROUP), person(COACH)));
}

#[test]
fn a_mandate_is_given_to_who_stands_for_it_by_somebody_else() {
    let mut log = with_mandate();
    let done = log.phone(&grants(MEMBER), &name(COACH));
    assert_eq!(done.unwrap_err(), CommandError::NoSuchEntry);
    log.accept(&grants(COACH), &stand(true));
    log.accept(&grants(MEMBER), &stand(true));
    // Neither by a candidate who holds nothing, nor by the one who holds the group, to themselves.
    for who in [COACH, MEMBER] {
        let key = person(who).to_string();
        let path = ["mandates", &ulid(MANDATE).to_string(), "candidates", &key].map(str::to_owned);
        let told = log.phone(&grants(who), &name(who)).unwrap_err();
        let at = format!("{}/given_at", path.join("/"));
        assert_eq!(told, CommandError::Forbidden(at.clone()));
        let map = path.each_ref().map(String::as_str);
        let raw = log.forge(
            &grants(who),
            &map,
            &[("given_at", "2026-03-05T08:00:00Z".into())],
        );
        let refused = log.judge(&grants(who), &raw).unwrap_err();
        assert_eq!((refused.code, refused.path), (ErrorCode::Forbidden, at));
    }
    assert!(holders(&log).is_empty());
    log.accept(&grants(MEMBER), &name(COACH));
    assert_eq!(holders(&log), [person(COACH)]);
    log.accept(&director(), &name(MEMBER));
    assert_eq!(holders(&log), [person(MEMBER), person(COACH)]);
    log.accept(&grants(COACH), &stand(false));
    assert_eq!(holders(&log), [person(MEMBER)]);
    let done = log.phone(&grants(MEMBER), &name(COACH));
    assert_eq!(
        done.unwrap_err(),
        CommandError::NoSuchEntry,
        "they stood back"
    );
}

#[test]
fn nobody_makes_somebody_else_a_candidate() {
    let mut log = with_mandate();
    log.accept(&grants(COACH), &stand(true));
    let made = log.phone(&grants(COACH), &stand(false)).unwrap();
    let refused = log.judge(&director(), &made.change).unwrap_err();
    assert_eq!(refused.code, ErrorCode::BadAuthor);
}

#[test]
fn two_facilitators_who_give_a_mandate_at_once_both_gave_it() {
    let mut log = with_mandate();
    log.accept(&grants(COACH), &stand(true));
    log.accept(&grants(STRANGER), &stand(true));
    let apart = log.phone(&director(), &name(STRANGER)).unwrap();
    log.accept(&grants(MEMBER), &name(COACH));
    log.take(&director(), &apart.change);
    assert_eq!(holders(&log).len(), 2);
    assert!(read(&log).conflicts.is_empty());
}

#[test]
fn an_action_is_done_once_who_does_it_ticked_it() {
    let mut log = founded();
    for (by, command) in every_command() {
        let (Command::Group(it), id) = (&command, ulid(73)) else {
            continue;
        };
        match it {
            GroupCommand::AddGroupAction { .. } => log.accept(&grants(by), &command),
            GroupCommand::TickGroupAction { done: true, .. } => {
                assert!(!read(&log).is_done(id));
                log.accept(&grants(STRANGER), &command);
                assert!(!read(&log).is_done(id), "it is not theirs");
                log.accept(&grants(by), &command);
                assert!(read(&log).is_done(id));
            }
            _ => {}
        }
    }
}
