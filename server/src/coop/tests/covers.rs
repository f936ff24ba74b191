//! Who stands in for an absent coach reads and writes in their place from the first day to the last, by the relay's clock
//! alone, and no longer.

mod ends;
mod restoring;

use besace_model::access::{Readers, Role};
use besace_model::command::{Command as Say, EntryRef};
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::coaching_log::{CoachingCommand, GoalFields, GoalKind, GoalStatus};
use besace_model::kinds::directory::{self, Directory};
use besace_model::kinds::team_board::{CoverChanges, CoverFields, TeamBoardCommand};
use besace_model::time::{DAY_MS, Timestamp};
use besace_model::wire::Verdict;

use super::world::*;
use crate::coop::{Changes, Decision};

const DIRECTOR: u8 = 1;
const AWAY: u8 = 2;
const BACKUP: u8 = 3;
const ANNE: u8 = 4;
const BORIS: u8 = 5;
const COVER: Ulid = Ulid([7; 16]);

/// A cooperative in which one coach accompanies Anne, and another Boris.
pub(super) struct Team {
    pub(super) world: World,
    pub(super) director: Phone,
    pub(super) away: Phone,
    pub(super) backup: Phone,
}

impl Team {
    fn new() -> Self {
        Self::of(World::new())
    }

    fn of(mut world: World) -> Self {
        let director = world.join(DIRECTOR, &[Role::Director]);
        let away = world.join(AWAY, &[Role::Coach]);
        let backup = world.join(BACKUP, &[Role::Coach]);
        world.join(ANNE, &[Role::Entrepreneur]);
        world.join(BORIS, &[Role::Entrepreneur]);
        world.assign(AWAY, ANNE);
        world.assign(BACKUP, BORIS);
        Self {
            world,
            director,
            away,
            backup,
        }
    }

    /// The day so many days from the first one.
    fn day(after: i64) -> String {
        START.plus_ms(after * DAY_MS).local_date()
    }

    /// An absence of these days, counted from the first one.
    fn cover(days: (i64, i64), backup: u8) -> Say {
        Say::TeamBoard(TeamBoardCommand::AddCover {
            id: COVER,
            cover: CoverFields {
                away: Some(member(AWAY)),
                from: Self::day(days.0),
                until: Self::day(days.1),
                backup: Some(member(backup)),
                note: String::new(),
            },
        })
    }

    fn edit(changes: CoverChanges) -> Say {
        Say::TeamBoard(TeamBoardCommand::EditCover { id: COVER, changes })
    }

    fn until(after: i64) -> Say {
        Self::edit(CoverChanges {
            until: Some(Self::day(after)),
            ..CoverChanges::default()
        })
    }

    fn removed() -> Say {
        let entry = EntryRef::new(DocHead::team_board(), "cover", COVER);
        Say::remove(entry, true)
    }

    /// The director says it, having read everything.
    fn says(&mut self, say: &Say) {
        self.world.sync(&mut self.director, 100_000);
        let verdict = self.world.say(&mut self.director, say);
        assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    }

    /// So many days and hours after the beginning of the first day in France; what is due is done.
    fn goes_to(&mut self, day: i64, hours: i64) {
        let first = START.local_date();
        let first = besace_model::time::days_from_date(&first).unwrap();
        let at = Timestamp::of_local_day(first + day).plus_ms(hours * 3_600_000);
        self.world.now = at;
        self.world.coop.turn_covers(at).unwrap();
    }

    /// Whether the backup reads what the other coach's member and their coaches read, by people and by spans alike.
    fn reads(&self, who: u8) -> bool {
        let people = self.world.coop.people();
        let all = [Readers::Activity, Readers::Coaching].map(|row| {
            let audience = row.about(member(who).0);
            let granted = people.reads(member(BACKUP), audience);
            let held = self.world.coop.glance().with_board(|board| {
                board
                    .row(audience)
                    .is_some_and(|row| board.reads(member(BACKUP), row))
            });
            assert_eq!(granted, held, "{row:?}");
            granted
        });
        assert_eq!(all[0], all[1]);
        all[0]
    }

    /// What the directory says.
    fn directory(&self) -> Directory {
        let mut phone = self.world.fresh(DIRECTOR);
        self.world.sync(&mut phone, 100_000);
        let (_, doc) = phone.last(besace_model::kind::Kind::Directory).unwrap();
        directory::read(doc)
    }

    /// A goal that the backup writes in a member's log.
    fn goal(n: u8, of: u8) -> Say {
        Say::CoachingLog(CoachingCommand::AddGoal {
            member: member(of),
            id: Ulid([n; 16]),
            goal: GoalFields {
                title: "Deux devis par semaine".into(),
                kind: GoalKind::Commercial,
                unit: String::new(),
                target_value: 0,
                due: String::new(),
                status: GoalStatus::Open,
                progress_bp: 0,
            },
        })
    }
}

#[test]
fn who_stands_in_reads_and_writes_from_the_first_day_to_the_last() {
    let mut team = Team::new();
    team.says(&Team::cover((3, 9), BACKUP));
    assert!(!team.reads(ANNE));
    team.goes_to(2, 23);
    assert!(!team.reads(ANNE));
    team.goes_to(3, 0);
    assert!(team.reads(ANNE) && team.reads(BORIS));
    let written = team.world.say(&mut team.backup, &Team::goal(1, ANNE));
    assert!(matches!(written, Verdict::Accepted(_)));
    let until = Team::day(9);
    let told = team.directory();
    assert_eq!(
        told.members[&member(AWAY)].stand_ins.get(&member(BACKUP)),
        Some(&until)
    );
    let grants = directory::grants_of(&told, member(BACKUP));
    let people = team.world.coop.people();
    assert_eq!(grants, people.member(member(BACKUP)).unwrap().grants);
    assert_eq!(
        directory::stand_in(&told, member(BACKUP), member(ANNE)),
        Some((member(AWAY), until.as_str()))
    );
    team.goes_to(9, 23);
    assert!(team.reads(ANNE));
    team.goes_to(10, 0);
    assert!(!team.reads(ANNE) && team.reads(BORIS));
    assert!(team.directory().members[&member(AWAY)].stand_ins.is_empty());
    assert_eq!(team.world.coop.covers_turn_at(), None);
}

#[test]
fn one_that_is_said_late_opens_as_it_is_received_and_one_that_is_over_opens_nothing() {
    let mut team = Team::new();
    team.says(&Team::cover((-3, 2), BACKUP));
    assert!(team.reads(ANNE));
    let mut team = Team::new();
    team.says(&Team::cover((-9, -1), BACKUP));
    assert!(!team.reads(ANNE));
    assert_eq!(team.world.coop.covers_turn_at(), None);
}

#[test]
fn the_absent_coach_says_it_as_well_and_whatever_their_phone_says_of_the_time() {
    let mut team = Team::new();
    let relay = team.world.now;
    team.world.now = relay.plus_ms(-400 * DAY_MS);
    let push = team.away.commit(&team.world, &Team::cover((0, 5), BACKUP));
    team.world.now = relay;
    let verdict = team.world.push(vec![push]).verdicts[0][0].verdict.clone();
    assert!(matches!(verdict, Verdict::Accepted(_)));
    assert!(team.reads(ANNE));
}

#[test]
fn it_opens_nothing_where_one_of_the_two_accompanies_nobody() {
    for who in [AWAY, BACKUP] {
        let mut team = Team::new();
        team.says(&Team::cover((0, 5), BACKUP));
        assert!(team.reads(ANNE));
        let change = |roles: &[Role]| Decision::Change {
            member: member(who),
            changes: Changes {
                roles: Some(roles.iter().copied().collect()),
                ..Changes::default()
            },
        };
        team.world.decide(change(&[Role::Comms]));
        assert!(!team.reads(ANNE), "{who}");
        assert!(team.directory().members[&member(AWAY)].stand_ins.is_empty());
        team.world.decide(change(&[Role::Coach]));
        assert!(team.reads(ANNE), "{who}");
    }
}
