//! The forms of a kind: its number on the wire, its word everywhere else.

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::{Serialize, Serializer};

use super::Kind;
use crate::plain::{self, FromPlain, PlainReader, PlainWriter, ToPlain, Unfit};

impl<C> Encode<C> for Kind {
    fn encode<W: Write>(
        &self,
        out: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        out.u8(self.number())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Kind {
    fn decode(input: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        input.u8().map(Self::numbered)
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.as_str())
    }
}

impl ToPlain for Kind {
    fn write(&self, out: &mut PlainWriter) {
        out.text(self.as_str());
    }
}

impl FromPlain for Kind {
    const SHAPE: u64 = plain::shape(&[("word", 0)]);

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        let word = input.text()?;
        let mut all = Self::ALL.iter().copied();
        all.find(|kind| kind.as_str() == word).ok_or(Unfit)
    }
}
