//! Files that documents name: who may have one, which are here, and which nobody names any more. Their bytes are elsewhere.

mod names;
mod naming;

use besace_model::ids::{CoopId, DocId, FileHash, MemberId};
use besace_model::time::Timestamp;
use rusqlite::Connection;

pub(in crate::coop) use names::Names;
pub use naming::Checked;

use super::{Coop, CoopError, CoopReader, Glance};
use crate::store::docs::{self, DocMeta, DocRow};
use crate::store::files::{self, FileKind, FileRow};
use crate::store::{StoreError, at_one_moment, coop_row};

/// A file that a document names, for somebody who reads the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// The first generation of the document.
    pub doc: DocRow,
    /// How many bytes the document says it has.
    pub bytes: u32,
    /// What it is, once it was brought for this document.
    pub here: Option<FileKind>,
}

/// A file that somebody brought whole.
#[derive(Debug, Clone, Copy)]
pub struct Brought {
    /// What it is.
    pub file: FileRow,
    /// For which document.
    pub doc: DocRow,
    /// Who.
    pub member: MemberId,
    /// Bytes that one member may bring.
    pub member_max: u64,
    /// Bytes that the cooperative may have.
    pub coop_max: u64,
}

/// What may be asked about files, over any connection.
#[derive(Debug)]
pub struct FilesReader<'a> {
    conn: &'a Connection,
    glance: &'a Glance,
    coop: CoopId,
}

impl CoopReader {
    /// What may be asked about files.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn files<T>(
        &self,
        ask: impl FnOnce(FilesReader<'_>) -> Result<T, CoopError>,
    ) -> Result<T, CoopError> {
        ask_files(&*at_one_moment(&self.conn)?, &self.glance, ask)
    }
}

impl Coop {
    /// What may be asked about files.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn files<T>(
        &self,
        ask: impl FnOnce(FilesReader<'_>) -> Result<T, CoopError>,
    ) -> Result<T, CoopError> {
        ask_files(self.store.conn(), &self.glance(), ask)
    }

    /// Notes a file whose bytes are safe.
    ///
    /// # Errors
    /// [`CoopError::Quota`] when there is no room for it; whatever the store says.
    pub fn note_file(&mut self, now: Timestamp, brought: Brought) -> Result<(), CoopError> {
        let noted = self.write(now, |inside| {
            let conn = inside.writing.conn;
            files::note(conn, &brought.file, brought.doc, brought.member, now)?;
            let (own, all) = files::taken(conn, brought.member)?;
            if own > brought.member_max || all > brought.coop_max {
                return Err(CoopError::Quota);
            }
            Ok(())
        });
        noted.map(drop)
    }

    /// Forgets a file whose bytes are gone; with `lost`, also where documents have it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn forget_file(
        &mut self,
        now: Timestamp,
        hash: FileHash,
        lost: bool,
    ) -> Result<(), CoopError> {
        let forgotten = self.write(now, |inside| {
            Ok(files::forget(inside.writing.conn, hash, lost)?)
        });
        forgotten.map(drop)
    }
}

fn ask_files<T>(
    conn: &Connection,
    glance: &Glance,
    ask: impl FnOnce(FilesReader<'_>) -> Result<T, CoopError>,
) -> Result<T, CoopError> {
    let coop = coop_row(conn)?.ok_or(StoreError::Empty)?.coop;
    ask(FilesReader { conn, glance, coop })
}

impl FilesReader<'_> {
    /// A file that a document names now, for somebody who reads the document now.
    ///
    /// # Errors
    /// [`CoopError::NotFound`] when any of that is not so; whatever the store says.
    pub fn look(&self, member: MemberId, doc: DocId, hash: FileHash) -> Result<Named, CoopError> {
        let meta = docs::find(self.conn, doc)?.filter(|meta| !meta.is_superseded);
        let reads = |meta: &DocMeta| {
            self.glance
                .with_board(|board| board.reads(member, meta.audience))
        };
        let meta = meta.filter(reads).ok_or(CoopError::NotFound)?;
        let named = self.glance.named.of(self.conn, &meta)?;
        let named = named.iter().find(|file| file.hash == hash);
        let bytes = named.ok_or(CoopError::NotFound)?.bytes;
        let first = files::first_of(self.conn, &meta, self.coop)?;
        let is_here = files::has(self.conn, first, hash)?;
        let file = files::find(self.conn, hash)?;
        // A size that was said anew, and is not the file's, names nothing that is here.
        let file = file.filter(|file| is_here && file.bytes == bytes);
        Ok(Named {
            doc: first,
            bytes,
            here: file.map(|file| file.kind),
        })
    }

    /// Whether the bytes of a file are here, whichever document has it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn find(&self, hash: FileHash) -> Result<Option<FileRow>, CoopError> {
        Ok(files::find(self.conn, hash)?)
    }

    /// Bytes of the files that a member brought, and of all that are here.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn taken(&self, member: MemberId) -> Result<(u64, u64), CoopError> {
        Ok(files::taken(self.conn, member)?)
    }
}
