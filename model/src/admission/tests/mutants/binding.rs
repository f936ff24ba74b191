//! What signatures bind of a session, row by row: what was written of it unseen by who signs last keeps it open, if it is
//! part of what was signed, and only then.

use super::change::{Deed, change};
use super::ground::{Ground, Step};
use super::probes::{deeds, paths};
use crate::access::Grants;
use crate::admission::{Judgement, check_rules};
use crate::command::Command;
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::coaching_log::{CoachingCommand, SessionFields};
use crate::kinds::tests::samples::{CLOSED, every_command, sign};
use crate::kinds::tests::{act_at, grants, person, ulid};

const MEMBER: u8 = 1;
const COACH: u8 = 2;

/// What is no part of what people sign, by hand: who keeps a session, when, and whether it was held or called off.
const ASIDE: [&str; 3] = ["status", "updated_at", "removed_at"];

/// A session that a coach logs.
fn logged() -> (Command, SessionFields) {
    let mut commands = every_command().into_iter();
    let found = commands.find_map(|(_, command)| match &command {
        Command::CoachingLog(CoachingCommand::LogSession { session, .. }) => {
            let session = session.clone();
            Some((command, session))
        }
        _ => None,
    });
    found.unwrap()
}

fn step(ground: &Ground, by: u8, command: &Command) -> Step {
    let made = act_at(&mut ground.doc.clone(), by, 0, command).unwrap();
    let (by, raw) = (grants(by), made.change);
    Step { by, raw }
}

fn accepts(ground: &Ground, by: &Grants, raw: &[u8]) -> Result<(), ErrorCode> {
    match check_rules(&ground.index, by, raw) {
        Judgement::Accept(_) => Ok(()),
        Judgement::Refuse(refusal) => Err(refusal.code),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_was_signed_stays_open_to_what_was_written_of_it_unseen() {
    let (log, fields) = logged();
    let head = DocHead::coaching_log(person(MEMBER));
    let member = grants(MEMBER);
    let mut held = 0;
    for rule in Kind::CoachingLog.table().rules() {
        let Some(field) = rule.path.strip_prefix("sessions/{ulid}/") else {
            continue;
        };
        if field.starts_with("signatures") {
            continue;
        }
        let mut ground = Ground::bare(&head);
        for (by, command) in [(COACH, &log), (COACH, &sign(CLOSED, COACH, &fields))] {
            let step = step(&ground, by, command);
            ground.take(&step);
        }
        // The member signs on a phone that lacks what their tablet wrote.
        let signed = step(&ground, MEMBER, &sign(CLOSED, MEMBER, &fields));
        let written = paths(&ground, &member, rule.path)
            .into_iter()
            .find_map(|path| {
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                let deeds = deeds(&ground, &member, rule, &path).into_iter();
                let mut made = deeds
                    .filter_map(|deed| change(head.kind, &ground.doc, member.member, &path, &deed));
                made.find(|raw| accepts(&ground, &member, raw).is_ok())
            });
        let Some(raw) = written else { continue };
        held += 1;
        let by = member.clone();
        ground.take(&Step { by, raw });
        ground.take(&signed);
        let id = ulid(CLOSED).to_string();
        let minutes = ["sessions", id.as_str(), "minutes"];
        let coach = grants(COACH);
        let deed = Deed::Put(90.into());
        let later = change(head.kind, &ground.doc, coach.member, &minutes, &deed).unwrap();
        let expected = match ASIDE.contains(&field) {
            true => Err(ErrorCode::Closed),
            false => Ok(()),
        };
        assert_eq!(accepts(&ground, &coach, &later), expected, "{field}");
    }
    assert!(held > 20, "only {held} rows were written");
}
