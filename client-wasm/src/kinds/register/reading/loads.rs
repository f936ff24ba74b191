//! What each coach carries: what is due and done of the members they accompany.

use std::collections::BTreeMap;

use besace_model::ids::MemberId;
use besace_model::kinds::register::Standing;
use besace_model::words;

use crate::kinds::register::LoadRow;
use crate::views::ViewReader;

impl ViewReader<'_> {
    /// By name of the coach, members whom nobody accompanies last. Who is accompanied by two counts with both.
    pub(crate) fn loads(&self, year: u16) -> Vec<LoadRow> {
        let mut loads: BTreeMap<Option<MemberId>, LoadRow> = BTreeMap::new();
        for row in self.followed(year) {
            let coaches = self.coaches_of(row.member);
            let coaches = match coaches.as_slice() {
                [] => vec![None],
                coaches => coaches.iter().copied().map(Some).collect(),
            };
            let due = row.standing.map_or(0, |_| row.due);
            for coach in coaches {
                let load = loads.entry(coach).or_insert_with(|| self.load_of(coach));
                load.members += 1;
                load.due += due;
                load.done += row.interviews;
                load.to_sign += row.to_sign;
                load.planned += row.planned;
                load.late += u32::from(row.standing == Some(Standing::Late));
                load.minutes += row.minutes;
            }
        }
        let mut loads: Vec<LoadRow> = loads.into_values().collect();
        loads.sort_by_cached_key(|load| {
            (load.coach.is_none(), words::order(&load.name), load.coach)
        });
        loads
    }

    fn load_of(&self, coach: Option<MemberId>) -> LoadRow {
        LoadRow {
            coach,
            name: coach.map(|coach| self.name(coach)).unwrap_or_default(),
            members: 0,
            due: 0,
            done: 0,
            to_sign: 0,
            planned: 0,
            late: 0,
            minutes: 0,
        }
    }

    /// Who accompanies somebody, as the directory says.
    fn coaches_of(&self, member: MemberId) -> Vec<MemberId> {
        let listed = self.directory().and_then(|it| it.members.get(&member));
        listed.map_or_else(Vec::new, |listed| listed.coaches.iter().copied().collect())
    }
}
