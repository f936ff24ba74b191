//! Values: put where they differ from what stands, cleared, and sets brought to what they shall hold.

use std::str::FromStr;

use automerge::transaction::Transactable;
use automerge::{ReadDoc, ScalarValue, ScalarValueRef, ValueRef};

use super::{ChangeWriter, MapPlace};
use crate::command::CommandError;
use crate::doc::rules::{Scalar, Value};
use crate::sorted::{SortedMap, SortedSet};

impl ChangeWriter<'_> {
    /// Writes a scalar, unless it stands there alone already. Over concurrent values it writes even the one shown:
    /// that is how a conflict is settled.
    pub(crate) fn put<'v>(
        &mut self,
        place: &MapPlace,
        key: &str,
        value: impl Into<Scalar<'v>>,
    ) -> Result<(), CommandError> {
        let (target, rule) = self.allowed(place, key)?;
        let value = value.into();
        let owned = match value {
            _ if !rule.value.accepts(value, self.author.member) => {
                return Err(CommandError::Invalid(target.path));
            }
            Scalar::Str(date)
                if rule.value == Value::Date && !crate::time::is_of_our_time(date) =>
            {
                return Err(CommandError::Invalid(target.path));
            }
            Scalar::Str(text) => ScalarValue::Str(text.into()),
            Scalar::Int(number) => ScalarValue::Int(number),
            Scalar::Bool(flag) => ScalarValue::Boolean(flag),
            Scalar::Member(_) | Scalar::Other => return Err(CommandError::Invalid(target.path)),
        };
        let others = self.others_than(place, key, &owned);
        // Whose id it is, nobody but the author writes: another's beside it is left alone.
        let is_own = rule.value == Value::Author;
        if others
            .as_ref()
            .is_some_and(|others| is_own || others.is_empty())
        {
            return Ok(());
        }
        self.check_course(place, key, &rule, value)?;
        // Writing the value shown over a conflict, Automerge would delete the others instead, which no rule of a
        // field that always holds something allows: one of them is written first.
        let values = others.into_iter().flatten().take(1).chain([owned]);
        for value in values {
            self.writes += 1;
            self.text_bytes += value.as_str().map_or(0, str::len);
            self.tx
                .put(&place.object, key, value)
                .map_err(|_| CommandError::Invalid(target.path.clone()))?;
        }
        Ok(())
    }

    /// The concurrent values beside this one, when it is the one shown; `None` when another is shown, or none.
    fn others_than(
        &self,
        place: &MapPlace,
        key: &str,
        value: &ScalarValue,
    ) -> Option<Vec<ScalarValue>> {
        let shown = self.tx.get(&place.object, key).ok().flatten()?;
        (shown.0.as_scalar() == Some(value)).then(|| {
            let standing = self.standing(place, key).into_iter();
            let scalars = standing.filter_map(|(value, _)| value.as_scalar().cloned());
            scalars.filter(|other| other != value).collect()
        })
    }

    /// Writes a scalar if the command says one.
    pub(crate) fn put_some<'v>(
        &mut self,
        place: &MapPlace,
        key: &str,
        value: Option<impl Into<Scalar<'v>>>,
    ) -> Result<(), CommandError> {
        value.map_or(Ok(()), |value| self.put(place, key, value))
    }

    /// Writes a scalar, or deletes the key when there is none.
    pub(crate) fn put_or_clear<'v>(
        &mut self,
        place: &MapPlace,
        key: &str,
        value: Option<impl Into<Scalar<'v>>>,
    ) -> Result<(), CommandError> {
        match value {
            Some(value) => self.put(place, key, value),
            None => self.clear(place, key),
        }
    }

    /// Deletes a key that may be cleared.
    pub(crate) fn clear(&mut self, place: &MapPlace, key: &str) -> Result<(), CommandError> {
        let (target, rule) = self.allowed(place, key)?;
        if self.standing(place, key).is_empty() {
            return Ok(());
        }
        if !rule.clear {
            return Err(CommandError::Invalid(target.path));
        }
        self.writes += 1;
        self.tx
            .delete(&place.object, key)
            .map_err(|_| CommandError::Invalid(target.path))
    }

    /// Deletes those entries of a map that are not to stand any more.
    pub(crate) fn clear_others<K: FromStr>(
        &mut self,
        place: &MapPlace,
        stands: impl Fn(&K) -> bool,
    ) -> Result<(), CommandError> {
        for key in self.keys(place) {
            if !key.parse().is_ok_and(|key| stands(&key)) {
                self.clear(place, &key)?;
            }
        }
        Ok(())
    }

    /// Brings a set (a map of words to `true`) to exactly these words.
    pub(crate) fn set(
        &mut self,
        place: &MapPlace,
        key: &str,
        words: &SortedSet<String>,
    ) -> Result<(), CommandError> {
        let set = self.open_or_make(place, key)?;
        // Read in one go: asking for each word of a long set takes longer than all the rest.
        let old: SortedMap<String, bool> = self
            .tx
            .map_range(&set.object, ..)
            .map(|word| {
                let stands =
                    word.value == ValueRef::Scalar(ScalarValueRef::Boolean(true)) && !word.conflict;
                (word.key.into_owned(), stands)
            })
            .collect();
        for word in old.keys().filter(|word| !words.contains(*word)) {
            self.clear(&set, word)?;
        }
        let missing = |word: &&String| !old.get(*word).is_some_and(|stands| *stands);
        for word in words.iter().filter(missing) {
            self.put(&set, word, true)?;
        }
        Ok(())
    }
}
