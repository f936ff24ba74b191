//! A cooperative to look at: 93 invented people and a year of their work, made from a seed through the same commands,
//! signatures and admission as real phones, so that it is right whenever they are.

mod dice;
mod gatherings;
mod names;
mod people;
mod plan;
mod sectors;
mod talks;

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use besace_model::command::Command;
    use besace_model::time::Timestamp;

    use super::dice::Dice;
    use super::people::People;
    use super::plan::{self, Step};

    fn year(seed: u64) -> (People, Vec<Step>) {
        let mut dice = Dice::new(seed);
        let people = People::new(&mut dice, Timestamp(0));
        let steps = plan::year(&mut dice, &people, 20_779);
        (people, steps)
    }

    #[test]
    fn the_year_has_the_size_of_a_real_cooperative() {
        let (people, steps) = year(1);
        assert_eq!(people.0.len(), 93);
        let mut counts = BTreeMap::new();
        let mut statutory = 0;
        for step in &steps {
            let word = format!("{:?}", step.command);
            let word = word.split([' ', '{']).next().unwrap_or_default().to_owned();
            *counts.entry(word).or_insert(0) += 1;
            if let Command::LogSession { session, .. } = &step.command {
                statutory += i32::from(session.statutory && !session.eight_points.is_empty());
            }
        }
        let between = |word: &str, low, high| {
            let count = counts.get(word).copied().unwrap_or_default();
            assert!((low..=high).contains(&count), "{word}: {count}");
        };
        between("AddExpense", 8_000, 9_500);
        between("AddTrip", 4_500, 5_500);
        between("LogSession", 450, 560);
        between("CreateEvent", 84, 84);
        between("AnswerEvent", 1_400, 1_900);
        assert!(
            (124..=160).contains(&statutory),
            "{statutory} statutory sessions"
        );
        assert!(steps.is_sorted_by_key(|step| step.at));
    }

    #[test]
    fn the_same_seed_makes_the_same_year() {
        let commands = |seed| {
            year(seed)
                .1
                .into_iter()
                .map(|step| step.command)
                .collect::<Vec<_>>()
        };
        assert_eq!(commands(3), commands(3));
        assert_ne!(commands(3), commands(4));
    }
}
