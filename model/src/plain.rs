//! Plain data in two forms, from one description of each type.
//!
//! | form | where | how |
//! |---|---|---|
//! | JSON | what crosses to screens, commands as they are kept | objects with names, as the TypeScript types say |
//! | packed | records on a phone's disk | values alone, in the order of declaration, after a digest of the type's shape |
//!
//! Phones download this code, so it is made to be small: a type adds one call for each of its fields, of functions
//! that exist once. `#[derive(ToPlain, FromPlain)]` writes these calls.

mod json;
mod read;
mod values;
mod write;

pub use besace_derive::{FromPlain, ToPlain};
pub use json::{Object, Value};
pub use read::{PlainReader, Unfit};
pub use write::PlainWriter;

/// Packed: nothing (CBOR, RFC 8949 section 3.3).
const NULL: u8 = 0xf6;
/// Packed: a field that is not said.
const UNDEFINED: u8 = 0xf7;
/// Packed: what follows is there, although it begins as if it were missing. No value begins so by itself.
const PRESENT: u8 = 0xe0;

/// What can be written as plain data.
pub trait ToPlain {
    /// Writes the value.
    fn write(&self, out: &mut PlainWriter);
}

/// What can be read from plain data.
pub trait FromPlain: Sized {
    /// A digest of the type's fields, in order, and of theirs: packed data of another shape is not read.
    const SHAPE: u64;

    /// Reads a value.
    ///
    /// # Errors
    /// [`Unfit`] when what stands there is not one.
    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit>;

    /// What a missing field, or `null`, stands for.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

/// Writes JSON.
#[must_use]
pub fn to_json(value: &dyn ToPlain) -> String {
    let mut out = PlainWriter::json();
    value.write(&mut out);
    out.into_json()
}

/// Reads JSON.
///
/// # Errors
/// [`Unfit`] when the text is not JSON, or not that of such a value.
pub fn from_json<T: FromPlain>(text: &[u8]) -> Result<T, Unfit> {
    from_value(&Value::parse(text)?)
}

/// Reads a JSON value.
///
/// # Errors
/// [`Unfit`] when it is not that of a `T`.
pub fn from_value<T: FromPlain>(value: &Value) -> Result<T, Unfit> {
    T::read(&mut PlainReader::json(value))
}

/// Writes the packed form.
#[must_use]
pub fn pack<T: ToPlain + FromPlain>(value: &T) -> Vec<u8> {
    let mut out = PlainWriter::packed(T::SHAPE);
    value.write(&mut out);
    out.into_bytes()
}

/// Reads the packed form.
///
/// # Errors
/// [`Unfit`] when the bytes are not the packed form of a `T` of today's shape.
pub fn unpack<T: FromPlain>(bytes: &[u8]) -> Result<T, Unfit> {
    T::read(&mut PlainReader::packed(bytes, T::SHAPE)?)
}

/// The digest of names and of what stands under them: FNV-1a.
#[must_use]
pub const fn shape(parts: &[(&str, u64)]) -> u64 {
    const fn mix(digest: u64, bytes: &[u8]) -> u64 {
        let mut digest = digest;
        let mut at = 0;
        while at < bytes.len() {
            digest = (digest ^ bytes[at] as u64).wrapping_mul(0x100_0000_01b3);
            at += 1;
        }
        // Ends a part: "ab", "c" is not "a", "bc".
        (digest ^ 0xff).wrapping_mul(0x100_0000_01b3)
    }
    let mut digest = 0xcbf2_9ce4_8422_2325;
    let mut at = 0;
    while at < parts.len() {
        digest = mix(digest, parts[at].0.as_bytes());
        digest = mix(digest, &parts[at].1.to_be_bytes());
        at += 1;
    }
    digest
}

#[cfg(test)]
mod tests;
