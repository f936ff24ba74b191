//! The yearly assembly: its notice, who votes for whom, whether enough are there, and what was adopted.

use besace_client::kinds::assembly::{AssemblyAnswer, AssemblyRequest, AssemblySheet, Notice};
use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::Ulid;
use besace_model::kinds::assembly::{
    AssemblyChanges, AssemblyCommand, AssemblyFields, AssemblyStatus, Majority, ResolutionChanges,
    ResolutionFields,
};

use super::cast::{Coop, Someone, asked, on};

/// An assembly of the twelfth of June that the director convenes: six may vote, half of whom must be there, each for one
/// other at most.
fn convened(name: &str) -> (Coop, Ulid) {
    let mut coop = Coop::new(name);
    let id = coop.id();
    let assembly = AssemblyFields {
        title: "Assemblée annuelle".into(),
        starts_at: "2026-06-12T16:00:00Z".into(),
        place: "Salle Rosa-Bonheur".into(),
        notice_sent: String::new(),
        voters: 6,
        present: 0,
        proxies_max: 1,
        quorum_bp: Some(5_000),
        proceedings: String::new(),
    };
    does(&mut coop, AssemblyCommand::AddAssembly { id, assembly });
    coop.settle();
    (coop, id)
}

/// The director does something.
fn does(coop: &mut Coop, command: AssemblyCommand) {
    coop.does(coop.dominique, Command::Assembly(command));
}

fn edits(coop: &mut Coop, id: Ulid, changes: AssemblyChanges) {
    does(coop, AssemblyCommand::EditAssembly { id, changes });
    coop.settle();
}

fn sheet(coop: &mut Coop, who: Someone, day: &str, id: Ulid) -> AssemblySheet {
    asked!(coop, who, on(day), Assembly: AssemblyRequest::Assembly { id },
        AssemblyAnswer::Assembly(sheet) => *sheet.expect("everybody reads it"))
}

fn gives_proxy(coop: &mut Coop, who: Someone, id: Ulid, holder: Someone) {
    let holder = Some(holder.id);
    let give = AssemblyCommand::GiveAssemblyProxy { id, holder };
    coop.does(who, Command::Assembly(give));
}

pub(super) fn the_notice_of_an_assembly_is_fifteen_days_before_it() {
    let (mut coop, id) = convened("notice");
    let anna = coop.anna;
    for (day, notice) in [
        ("2026-05-28", Notice::ToCome),
        ("2026-05-29", Notice::Missing),
    ] {
        let told = sheet(&mut coop, anna, day, id);
        assert_eq!(
            (told.notice, told.notice_by.as_str()),
            (notice, "2026-05-28")
        );
    }
    for (sent, notice) in [("2026-05-29", Notice::Late), ("2026-05-28", Notice::Sent)] {
        let changes = AssemblyChanges {
            notice_sent: Some(sent.into()),
            ..AssemblyChanges::default()
        };
        edits(&mut coop, id, changes);
        assert_eq!(
            sheet(&mut coop, anna, "2026-06-01", id).notice,
            notice,
            "{sent}"
        );
    }
}

pub(super) fn proxies_count_within_the_rule_and_make_the_quorum() {
    let (mut coop, id) = convened("proxies");
    let (anna, ben, camille, gael) = (coop.anna, coop.ben, coop.camille, coop.gael);
    gives_proxy(&mut coop, ben, id, anna);
    coop.settle();
    coop.world.pass(60_000);
    // Nobody bears more than one; who gave their own away bears none.
    gives_proxy(&mut coop, camille, id, anna);
    gives_proxy(&mut coop, gael, id, ben);
    coop.settle();
    let changes = AssemblyChanges {
        present: Some(1),
        ..AssemblyChanges::default()
    };
    edits(&mut coop, id, changes);
    let told = sheet(&mut coop, anna, "2026-06-12", id);
    let proxies: Vec<_> = told
        .proxies
        .iter()
        .map(|row| {
            (
                row.giver_name.as_str(),
                row.holder_name.as_str(),
                row.counts,
            )
        })
        .collect();
    assert_eq!(
        proxies,
        [
            ("Ben", "Anna", true),
            ("Camille", "Anna", false),
            ("Gaël", "Ben", false)
        ]
    );
    assert_eq!((told.attending, told.quorate), (2, false), "two of six");
    let changes = AssemblyChanges {
        present: Some(2),
        ..AssemblyChanges::default()
    };
    edits(&mut coop, id, changes);
    let told = sheet(&mut coop, anna, "2026-06-12", id);
    assert_eq!((told.attending, told.quorate), (3, true), "half of six");
    let status = AssemblyStatus::Held;
    does(&mut coop, AssemblyCommand::SetAssemblyStatus { id, status });
    coop.settle();
    let holder = Some(anna.id);
    let late = AssemblyCommand::GiveAssemblyProxy { id, holder };
    let code = coop.is_refused(coop.fatou, Command::Assembly(late));
    assert_eq!(code, ErrorCode::BadTransition, "it was held");
}

/// A resolution, and the votes for and against it.
fn votes(coop: &mut Coop, assembly: Ulid, majority: Majority, (pro, contra): (i64, i64)) -> Ulid {
    let id = coop.id();
    let resolution = ResolutionFields {
        title: format!("Résolution {pro} à {contra}"),
        body: "Approuver.".into(),
        majority,
        votes_for: 0,
        votes_against: 0,
        votes_abstain: 1,
    };
    let add = AssemblyCommand::AddResolution {
        assembly,
        id,
        resolution,
    };
    does(coop, add);
    let changes = ResolutionChanges {
        votes_for: Some(pro),
        votes_against: Some(contra),
        ..ResolutionChanges::default()
    };
    let count = AssemblyCommand::EditResolution {
        assembly,
        id,
        changes,
    };
    does(coop, count);
    does(coop, AssemblyCommand::LockResolution { assembly, id });
    coop.world.pass(1_000);
    id
}

pub(super) fn resolutions_are_adopted_by_their_majority_and_stand() {
    let (mut coop, assembly) = convened("resolutions");
    let simple = votes(&mut coop, assembly, Majority::Simple, (3, 2));
    votes(&mut coop, assembly, Majority::TwoThirds, (3, 2));
    votes(&mut coop, assembly, Majority::TwoThirds, (4, 2));
    coop.settle();
    let ben = coop.ben;
    let told = sheet(&mut coop, ben, "2026-06-12", assembly);
    let adopted: Vec<bool> = told.resolutions.iter().map(|it| it.adopted).collect();
    assert_eq!(adopted, [true, false, true]);
    assert!(told.resolutions.iter().all(|it| it.locked));
    let changes = ResolutionChanges {
        votes_against: Some(4),
        ..ResolutionChanges::default()
    };
    let recount = AssemblyCommand::EditResolution {
        assembly,
        id: simple,
        changes,
    };
    let code = coop.is_refused(coop.dominique, Command::Assembly(recount));
    assert_eq!(code, ErrorCode::BadTransition);
}
