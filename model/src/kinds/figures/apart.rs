//! What may be told of people without telling of one.

use crate::sorted::SortedMap;

/// Of fewer people nothing is told.
pub const PEOPLE_MIN: i64 = 5;

/// Of numbers that make a whole, those that may be told. Where one is of too few people, others are left out with it, the
/// least first, until what is left out is of two parts at least and of people enough: or it could be reckoned from the whole.
pub(super) fn told_apart(parts: SortedMap<String, i64>) -> SortedMap<String, i64> {
    let mut by_size: Vec<(i64, String)> = parts
        .into_iter()
        .filter(|(_, people)| *people > 0)
        .map(|(name, people)| (people, name))
        .collect();
    by_size.sort();
    let few = by_size.iter().filter(|(people, _)| *people < PEOPLE_MIN);
    let mut left_out = few.count();
    let is_enough = |left_out: usize| {
        let people: i64 = by_size
            .iter()
            .take(left_out)
            .map(|(people, _)| people)
            .sum();
        left_out == 0 || left_out >= 2 && people >= PEOPLE_MIN
    };
    while left_out < by_size.len() && !is_enough(left_out) {
        left_out += 1;
    }
    let told = by_size.into_iter().skip(left_out);
    told.map(|(people, name)| (name, people)).collect()
}

/// Whether a part of a whole may be told: neither it nor the rest is of one to four people.
pub(super) fn is_told_of(part: i64, whole: i64) -> bool {
    [part, whole - part]
        .iter()
        .all(|people| *people == 0 || *people >= PEOPLE_MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(parts: &[i64]) -> Vec<i64> {
        let named = (0..)
            .zip(parts)
            .map(|(n, people)| (format!("{n}"), *people));
        let mut told: Vec<i64> = told_apart(named.collect()).values().copied().collect();
        told.sort_unstable();
        told
    }

    #[test]
    fn what_is_left_out_cannot_be_reckoned_from_the_whole() {
        assert_eq!(told(&[5, 12, 30]), [5, 12, 30]);
        assert_eq!(told(&[0, 12, 30]), [12, 30]);
        assert_eq!(told(&[4, 12, 30]), [30]);
        assert_eq!(told(&[1, 2, 12, 30]), [30]);
        assert_eq!(told(&[2, 3, 12, 30]), [12, 30]);
        assert_eq!(told(&[4, 30]), [0; 0]);
        assert_eq!(told(&[4]), [0; 0]);
        assert_eq!(told(&[]), [0; 0]);
    }

    #[test]
    fn a_part_is_told_unless_it_or_the_rest_is_of_few() {
        assert!(is_told_of(5, 10) && is_told_of(0, 10) && is_told_of(10, 10));
        assert!(!is_told_of(4, 10) && !is_told_of(6, 10) && !is_told_of(1, 1));
    }
}
