//! Scalars between Automerge and the rules.

use automerge::ScalarValue;

use super::{ChangeWriter, MapPlace};
use crate::command::CommandError;
use crate::doc::rules::{Course, Rule, Scalar, Standing};

impl ChangeWriter<'_> {
    /// Whether a value may come where others stand on this phone.
    pub(crate) fn check_course(
        &self,
        place: &MapPlace,
        key: &str,
        rule: &Rule,
        next: Scalar<'_>,
    ) -> Result<(), CommandError> {
        let standing = self.standing(place, key);
        let standing = standing.iter().map(|(value, _)| Standing {
            value: value.as_scalar().map_or(Scalar::Other, Scalar::from),
            replaced: true,
        });
        if rule.course.allows(standing, next) {
            return Ok(());
        }
        Err(match rule.course {
            Course::Steps(_) | Course::StepsFrom(..) => CommandError::Transition(place.at(key)),
            Course::Rising => place.invalid(key),
            Course::Once | Course::Free => CommandError::Forbidden(place.at(key)),
        })
    }
}

impl<'a> From<&'a ScalarValue> for Scalar<'a> {
    fn from(value: &'a ScalarValue) -> Self {
        match value {
            ScalarValue::Str(text) => Self::Str(text),
            ScalarValue::Int(number) => Self::Int(*number),
            ScalarValue::Boolean(flag) => Self::Bool(*flag),
            _ => Self::Other,
        }
    }
}

impl<'a> From<&'a str> for Scalar<'a> {
    fn from(text: &'a str) -> Self {
        Self::Str(text)
    }
}

impl From<i64> for Scalar<'_> {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<bool> for Scalar<'_> {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}
