//! Files that documents name, as screens ask the relay for them.

use besace_model::ids::FileHash;
use besace_model::plain::ToPlain;
use ts_rs::TS;

/// A file that a document names.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct FileRef {
    /// The document, printed: the relay gives a file to those who read a document that names it.
    pub doc: String,
    /// The SHA-256 of its bytes, in lower hexadecimal.
    pub hash: FileHash,
    /// How many bytes it has.
    pub bytes: u32,
}
