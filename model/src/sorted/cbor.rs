//! A sorted map in the form of a CBOR map.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

use super::SortedMap;

impl<C, K: Encode<C>, V: Encode<C>> Encode<C> for SortedMap<K, V> {
    fn encode<W: encode::Write>(
        &self,
        to: &mut Encoder<W>,
        context: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        to.map(self.len() as u64)?;
        for (key, value) in self {
            key.encode(to, context)?;
            value.encode(to, context)?;
        }
        Ok(())
    }
}

impl<'b, C, K: Decode<'b, C> + Ord, V: Decode<'b, C>> Decode<'b, C> for SortedMap<K, V> {
    fn decode(from: &mut Decoder<'b>, context: &mut C) -> Result<Self, decode::Error> {
        from.map_iter_with(context)?.collect()
    }
}
