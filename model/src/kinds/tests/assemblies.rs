//! Assemblies: who convenes and writes them, proxies within the rule, and votes that stand once they are locked.

use super::courses::Log;
use super::*;
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::kinds::assembly::{
    self, Assembly, AssemblyChanges, AssemblyCommand, AssemblyStatus, Majority, Resolution,
    ResolutionChanges,
};

fn give(command: AssemblyCommand) -> Command {
    Command::Assembly(command)
}

fn convened() -> Log {
    let mut log = Log::new(DocHead::assembly(ulid(ASSEMBLY)));
    let (id, assembly) = (ulid(ASSEMBLY), samples::assembly());
    log.accept(
        &grants(DIRECTOR),
        &give(AssemblyCommand::AddAssembly { id, assembly }),
    );
    log
}

fn with_resolution() -> Log {
    let mut log = convened();
    let add = AssemblyCommand::AddResolution {
        assembly: ulid(ASSEMBLY),
        id: ulid(RESOLUTION),
        resolution: samples::resolution(),
    };
    log.accept(&grants(DIRECTOR), &give(add));
    log
}

fn proxy(holder: u8) -> Command {
    give(AssemblyCommand::GiveAssemblyProxy {
        id: ulid(ASSEMBLY),
        holder: Some(person(holder)),
    })
}

fn vote(votes_for: i64) -> Command {
    give(AssemblyCommand::EditResolution {
        assembly: ulid(ASSEMBLY),
        id: ulid(RESOLUTION),
        changes: ResolutionChanges {
            votes_for: Some(votes_for),
            ..Default::default()
        },
    })
}

fn secretary() -> Grants {
    Grants {
        facilitates: SortedSet::from([ulid(ASSEMBLY)]),
        ..grants(8)
    }
}

fn read(log: &Log) -> Assembly {
    assembly::read(log.doc())
}

#[test]
fn a_director_convenes_it_and_the_secretary_writes_it() {
    for role in Role::ALL {
        let who = Grants {
            roles: SortedSet::from([role]),
            ..grants(STRANGER)
        };
        let (id, assembly) = (ulid(ASSEMBLY), samples::assembly());
        let log = Log::new(DocHead::assembly(id));
        let done = log.phone(&who, &give(AssemblyCommand::AddAssembly { id, assembly }));
        assert_eq!(done.is_ok(), role == Role::Director, "{role:?}");
    }
    let mut log = with_resolution();
    log.accept(&secretary(), &vote(12));
    let told = log.phone(&grants(MEMBER), &vote(13)).unwrap_err();
    assert!(matches!(told, CommandError::Forbidden(_)));
}

#[test]
fn votes_that_are_locked_stand() {
    let mut log = with_resolution();
    let apart = log.phone(&grants(DIRECTOR), &vote(2)).unwrap();
    let lock = give(AssemblyCommand::LockResolution {
        assembly: ulid(ASSEMBLY),
        id: ulid(RESOLUTION),
    });
    log.accept(&secretary(), &lock);
    let path = format!("resolutions/{}/votes_for", ulid(RESOLUTION));
    let told = log.phone(&grants(DIRECTOR), &vote(2)).unwrap_err();
    assert_eq!(told, CommandError::Transition(path.clone()));
    for log in [&log, &log.replayed()] {
        let refused = log.judge(&grants(DIRECTOR), &apart.change).unwrap_err();
        assert_eq!(
            (refused.code, &refused.path),
            (ErrorCode::BadTransition, &path)
        );
    }
    // Another resolution is open yet.
    let add = AssemblyCommand::AddResolution {
        assembly: ulid(ASSEMBLY),
        id: ulid(94),
        resolution: samples::resolution(),
    };
    log.accept(&secretary(), &give(add));
}

#[test]
fn a_proxy_is_given_by_oneself_and_counts_within_the_rule() {
    let mut log = convened();
    for giver in [11, 12, 13] {
        log.accept(&grants(giver), &proxy(MEMBER));
    }
    let made = log.phone(&grants(14), &proxy(MEMBER)).unwrap();
    assert!(
        log.judge(&grants(MEMBER), &made.change).is_err(),
        "for somebody else"
    );
    let own = log.phone(&grants(MEMBER), &proxy(MEMBER)).unwrap_err();
    assert!(matches!(own, CommandError::Invalid(_)));
    let counted = |log: &Log| {
        let said = read(log);
        let all = said.proxies(said.sittings[&ulid(ASSEMBLY)].proxies_max);
        all.into_iter()
            .map(|(.., counts)| counts)
            .collect::<Vec<_>>()
    };
    assert_eq!(counted(&log), [true, true, false], "two at most");
    // Who gave their own away bears none.
    log.accept(&grants(MEMBER), &proxy(COACH));
    assert_eq!(counted(&log).iter().filter(|counts| **counts).count(), 1);
    let held = AssemblyCommand::SetAssemblyStatus {
        id: ulid(ASSEMBLY),
        status: AssemblyStatus::Held,
    };
    log.accept(&secretary(), &give(held));
    let late = log.phone(&grants(15), &proxy(COACH)).unwrap_err();
    assert!(matches!(late, CommandError::Transition(_)));
    let refused = log.judge(&grants(14), &made.change).unwrap_err();
    assert_eq!(refused.code, ErrorCode::BadTransition);
}

#[test]
fn quorum_and_majorities_are_those_of_the_statutes() {
    let mut log = convened();
    let with = |present| {
        let changes = AssemblyChanges {
            present: Some(present),
            ..Default::default()
        };
        give(AssemblyCommand::EditAssembly {
            id: ulid(ASSEMBLY),
            changes,
        })
    };
    for (present, enough) in [(23, false), (24, true)] {
        log.accept(&grants(DIRECTOR), &with(present));
        let said = read(&log);
        assert_eq!(said.is_quorate(&said.sittings[&ulid(ASSEMBLY)]), enough);
    }
    log.accept(&grants(DIRECTOR), &with(23));
    log.accept(&grants(MEMBER), &proxy(COACH));
    let said = read(&log);
    assert!(
        said.is_quorate(&said.sittings[&ulid(ASSEMBLY)]),
        "who is represented counts"
    );
    let resolution = |majority, votes_for, votes_against| Resolution {
        majority,
        votes_for,
        votes_against,
        ..read(&with_resolution()).resolutions[&ulid(RESOLUTION)].clone()
    };
    for (majority, votes_for, against, adopted) in [
        (Majority::Simple, 10, 10, false),
        (Majority::Simple, 11, 10, true),
        (Majority::Simple, 0, 0, false),
        (Majority::TwoThirds, 19, 10, false),
        (Majority::TwoThirds, 20, 10, true),
        (Majority::TwoThirds, 0, 0, false),
    ] {
        let it = resolution(majority, votes_for, against);
        assert_eq!(
            it.is_adopted(),
            adopted,
            "{majority:?} {votes_for} {against}"
        );
    }
}
