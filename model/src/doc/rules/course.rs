//! What may follow what: status machines, counts that only rise, and what is written once.

use super::Scalar;
use crate::error::ErrorCode;

/// What must hold between the values that stand at a key and the one that comes next, in the order of receipt: a
/// value written without knowing of another is judged against it all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// Nothing: any value may follow any other.
    Free,
    /// Written with the map it stands in, or first in a map of the genesis, and never again.
    Once,
    /// A word follows another only by one of these steps (from, to). The first may be any, and what stands may be
    /// said again.
    Steps(&'static [(&'static str, &'static str)]),
    /// The same, and where nothing stands, this word counts as if it stood.
    StepsFrom(&'static str, &'static [(&'static str, &'static str)]),
    /// A number is at most one above the highest that stands, and never below one that it replaces: nobody brings it
    /// to its limit by hand.
    Rising,
}

/// A value that stands at a key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing<'a> {
    /// The value.
    pub value: Scalar<'a>,
    /// Whether the one that comes next replaces it; one written apart from it does not.
    pub replaced: bool,
}

impl Course {
    /// Whether `next` may come where these values stand.
    pub fn allows<'s>(
        self,
        standing: impl IntoIterator<Item = Standing<'s>>,
        next: Scalar<'_>,
    ) -> bool {
        let mut standing = standing.into_iter();
        match self {
            Self::Free => true,
            Self::Once => standing.next().is_none(),
            Self::Steps(steps) => standing.all(|from| is_step(steps, from.value, next)),
            Self::StepsFrom(first, steps) => {
                let from = standing.next().map_or(Scalar::Str(first), |it| it.value);
                is_step(steps, from, next) && standing.all(|it| is_step(steps, it.value, next))
            }
            Self::Rising => {
                let Scalar::Int(next) = next else {
                    return false;
                };
                let (mut lowest, mut highest) = (0, 0);
                for from in standing {
                    if let Scalar::Int(number) = from.value {
                        highest = number.max(highest);
                        if from.replaced {
                            lowest = number.max(lowest);
                        }
                    }
                }
                (lowest..=highest + 1).contains(&next)
            }
        }
    }

    /// The reason why a value that [`Course::allows`] not is refused.
    #[must_use]
    pub fn refusal(self) -> ErrorCode {
        match self {
            Self::Steps(_) | Self::StepsFrom(..) => ErrorCode::BadTransition,
            Self::Rising => ErrorCode::BadValue,
            Self::Once | Self::Free => ErrorCode::Forbidden,
        }
    }
}

/// Whether a word stays, or goes on by a step.
fn is_step(steps: &[(&str, &str)], from: Scalar<'_>, next: Scalar<'_>) -> bool {
    match (from, next) {
        (Scalar::Str(from), Scalar::Str(to)) => from == to || steps.contains(&(from, to)),
        _ => false,
    }
}
