//! A parcel: signed commits on their way from one phone to another, by QR codes or as a file.
//!
//! A parcel is a version byte and a CBOR array of three (cooperative, certificates, pushes), squeezed as frames are. Each
//! commit has its own signature, each device that signed its certificate, and each document all that names it: a phone
//! that gets it needs nobody to tell whose work it is. Who carried it plays no part. Decoding it proves nothing yet; it
//! takes no more memory than the named limits say, whatever the bytes are.

#[cfg(test)]
mod tests;

use flate2::Compression;
use minicbor::{Decode, Encode};

use crate::certificate::Certificate;
use crate::commit::Commit;
use crate::head::DocHead;
use crate::ids::CoopId;
use crate::limits::{
    CHANGE_BYTES_MAX, PARCEL_BYTES_MAX, PARCEL_CERTIFICATES_MAX, PARCEL_COMMITS_MAX,
    PARCEL_DOCS_MAX, PARCEL_OPS_MAX, PARCEL_PUSHES_MAX, PARCEL_RAW_BYTES_MAX,
};
use crate::wire::short::{Chain, ShortCommit, ShortPush, count};
use crate::wire::{DocName, deflated, inflated};

/// The form of parcels that is written.
const VERSION: u8 = 1;
/// The effort: each byte is to be photographed.
const LEVEL: Compression = Compression::new(9);

/// What one phone hands another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// The cooperative.
    pub coop: CoopId,
    /// Whose devices signed, as the relay says.
    pub certificates: Vec<Certificate>,
    /// The documents, each with its commits in the order in which they build on each other.
    pub docs: Vec<Handed>,
}

/// What is handed over of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// What the document is.
    pub head: DocHead,
    /// Its commits, each with its signature.
    pub commits: Vec<Commit>,
}

/// Bytes that are no parcel, or one that is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParcelError {
    /// They are no parcel, or were changed on the way.
    #[error("the bytes are no parcel")]
    Malformed,
    /// A later version of the app wrote it.
    #[error("the parcel is of a later version")]
    Newer,
    /// It holds more than a parcel may.
    #[error("the parcel is too large")]
    TooBig,
}

#[derive(Encode, Decode)]
struct Packed {
    #[n(0)]
    coop: CoopId,
    #[n(1)]
    certificates: Vec<Certificate>,
    #[n(2)]
    pushes: Vec<ShortPush>,
}

impl Parcel {
    /// Its bytes.
    ///
    /// # Errors
    /// [`ParcelError::TooBig`] when it holds more than a parcel may.
    pub fn pack(&self) -> Result<Vec<u8>, ParcelError> {
        self.check()?;
        let pushes = self.docs.iter().flat_map(Handed::pushes).collect();
        let packed = Packed {
            coop: self.coop,
            certificates: self.certificates.clone(),
            pushes,
        };
        let whole = minicbor::to_vec(&packed).map_err(|_| ParcelError::Malformed)?;
        deflated(VERSION, &whole, LEVEL, PARCEL_BYTES_MAX).ok_or(ParcelError::TooBig)
    }

    /// Reads what [`Parcel::pack`] wrote. Every change is as it was, and none has been looked into.
    ///
    /// # Errors
    /// [`ParcelError`] says why it is none.
    pub fn unpack(bytes: &[u8]) -> Result<Self, ParcelError> {
        if bytes.len() > PARCEL_BYTES_MAX {
            return Err(ParcelError::TooBig);
        }
        let rest = match bytes.split_first() {
            Some((&VERSION, rest)) => rest,
            Some((version, _)) if *version > VERSION => return Err(ParcelError::Newer),
            _ => return Err(ParcelError::Malformed),
        };
        let whole = inflated(rest, PARCEL_RAW_BYTES_MAX).map_err(|error| match error {
            crate::wire::WireError::TooLong(_) => ParcelError::TooBig,
            _ => ParcelError::Malformed,
        })?;
        let packed: Packed = minicbor::decode(&whole).map_err(|_| ParcelError::Malformed)?;
        if packed.pushes.len() > PARCEL_PUSHES_MAX || count(&packed.pushes) > PARCEL_COMMITS_MAX {
            return Err(ParcelError::TooBig);
        }
        let mut docs = Vec::<Handed>::new();
        for push in packed.pushes {
            let DocName::Head(head) = push.doc.clone() else {
                return Err(ParcelError::Malformed);
            };
            let push = push.whole().map_err(|_| ParcelError::Malformed)?;
            match docs.last_mut().filter(|doc| doc.head == head) {
                Some(doc) => doc.commits.extend(push.commits),
                None => docs.push(Handed {
                    head,
                    commits: push.commits,
                }),
            }
        }
        let parcel = Self {
            coop: packed.coop,
            certificates: packed.certificates,
            docs,
        };
        parcel.check()?;
        let commits = || parcel.docs.iter().flat_map(|doc| &doc.commits);
        let is_empty = parcel.docs.is_empty() || parcel.docs.iter().any(|it| it.commits.is_empty());
        if is_empty || commits().any(|commit| commit.signature.is_none()) {
            return Err(ParcelError::Malformed);
        }
        Ok(parcel)
    }

    /// Whether it keeps to the limits.
    fn check(&self) -> Result<(), ParcelError> {
        let commits = || self.docs.iter().flat_map(|doc| &doc.commits);
        let changes = || commits().map(|commit| &commit.change);
        let ops: usize = changes()
            .map(|change| crate::admission::declared_ops(change))
            .sum();
        let fits = self.docs.len() <= PARCEL_DOCS_MAX
            && self.certificates.len() <= PARCEL_CERTIFICATES_MAX
            && commits().count() <= PARCEL_COMMITS_MAX
            && changes().all(|change| change.len() <= CHANGE_BYTES_MAX)
            && ops <= PARCEL_OPS_MAX;
        fits.then_some(()).ok_or(ParcelError::TooBig)
    }
}

impl Handed {
    /// Its commits in short, a push for each device that signed some in a row.
    fn pushes(&self) -> impl Iterator<Item = ShortPush> + '_ {
        let by_device = self.commits.chunk_by(|one, next| one.device == next.device);
        by_device.filter_map(|commits| {
            let mut chain = Chain::default();
            let short = commits.iter().map(|commit| ShortCommit {
                change: chain.shorten(&commit.change),
                // Each may have to go on by itself.
                signature: commit.signature,
            });
            Some(ShortPush {
                doc: DocName::Head(self.head.clone()),
                device: commits.first()?.device,
                commits: short.collect(),
            })
        })
    }
}

/// A parcel's bytes as text: hexadecimal digits.
#[must_use]
pub fn to_text(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Reads [`to_text`]; `None` when it is something else, or too long for a parcel.
#[must_use]
pub fn from_text(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if digits.len() > 2 * PARCEL_BYTES_MAX || !digits.len().is_multiple_of(2) {
        return None;
    }
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let pairs = digits.chunks_exact(2).map(|pair| match pair {
        [high, low] => u8::try_from(16 * digit(*high)? + digit(*low)?).ok(),
        _ => None,
    });
    pairs.collect()
}
