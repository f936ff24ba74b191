//! Files that documents name. A document holds the SHA-256 of a file's bytes and their number; the bytes themselves travel
//! and lie elsewhere, and whether they have arrived says nothing about the record.

use std::ops::Deref;

use ts_rs::TS;

use crate::ids::FileHash;
use crate::plain::{FromPlain, PlainReader, PlainWriter, ToPlain, Unfit};

/// A file that a document names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct NamedFile {
    /// The SHA-256 of its bytes, in lower hexadecimal.
    pub hash: FileHash,
    /// How many bytes it has.
    pub bytes: u32,
}

/// The files of an entry, each once, in the order of their hashes. Nothing said is none: phones may still keep commands of
/// before entries had files.
#[derive(Debug, Clone, Default, PartialEq, Eq, TS)]
#[ts(as = "Vec<NamedFile>")]
pub struct FileSet(Vec<NamedFile>);

impl Deref for FileSet {
    type Target = [NamedFile];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl FromIterator<NamedFile> for FileSet {
    fn from_iter<I: IntoIterator<Item = NamedFile>>(files: I) -> Self {
        let mut files: Vec<NamedFile> = files.into_iter().collect();
        files.sort_unstable();
        files.dedup_by_key(|file| file.hash);
        Self(files)
    }
}

impl ToPlain for FileSet {
    fn write(&self, out: &mut PlainWriter) {
        self.0.write(out);
    }
}

impl FromPlain for FileSet {
    const SHAPE: u64 = Vec::<NamedFile>::SHAPE;

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        Vec::read(input).map(Self::from_iter)
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}
