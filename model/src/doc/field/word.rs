//! Fields that hold a word of a closed list.

use std::marker::PhantomData;

use super::{Field, Kept};
use crate::command::CommandError;
use crate::doc::rules::Value;
use crate::doc::tree::Map;
use crate::doc::word::Words;
use crate::doc::writer::{ChangeWriter, MapPlace};

/// A word of a closed list.
#[derive(Debug)]
pub struct Word<W>(PhantomData<W>);

impl<W: Words> Field for Word<W> {
    type Held = W;
}

impl<W: Words> Kept for Word<W> {
    const VALUE: Value = Value::Choice(W::WORDS);

    fn read(map: Map<'_>, key: &str) -> W {
        map.choice(key)
    }

    fn put(
        writer: &mut ChangeWriter<'_>,
        place: &MapPlace,
        key: &str,
        word: &W,
    ) -> Result<(), CommandError> {
        writer.put(place, key, word.as_str())
    }
}

/// A word of a closed list, or none.
#[derive(Debug)]
pub struct OpenWord<W>(PhantomData<W>);

impl<W: Words> Field for OpenWord<W> {
    type Held = Option<W>;
}

impl<W: Words> Kept for OpenWord<W> {
    const VALUE: Value = Value::Choice(W::WORDS);
    const CLEARABLE: bool = true;

    fn read(map: Map<'_>, key: &str) -> Option<W> {
        W::parse(map.word(key))
    }

    fn put(
        writer: &mut ChangeWriter<'_>,
        place: &MapPlace,
        key: &str,
        word: &Option<W>,
    ) -> Result<(), CommandError> {
        writer.put_or_clear(place, key, word.map(Words::as_str))
    }
}
