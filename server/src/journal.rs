//! The journal of what was taken from people, one file per cooperative beside the keys. It is written after the
//! cooperative's own file and read when that one opens: an older file, restored from a backup, gives back no right that
//! was taken since. Lines are only ever added; who restores a backup leaves it alone.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use besace_model::time::Timestamp;
use rusqlite::Connection;

use crate::private;
use crate::store::StoreError;
use crate::store::revocations::{self, Entry, Record};

/// The journal of one cooperative.
#[derive(Debug)]
pub struct Journal {
    file: File,
    /// Bytes of whole lines.
    length: u64,
    /// The number of the last line.
    last: u64,
}

impl Journal {
    /// Opens a journal, made when there is none, and reads it. A last line that was cut while it was written is no
    /// line; a damaged one hides no other.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn open(path: &Path) -> Result<(Self, Vec<Record>), StoreError> {
        private::file(path)?;
        let mut file = OpenOptions::new().read(true).write(true).open(path)?;
        // A new file is there after a power cut only once its folder says so on disk.
        if let Some(folder) = path.parent() {
            File::open(folder)?.sync_all()?;
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let length = bytes.iter().rposition(|byte| *byte == b'\n');
        let length = length.map_or(0, |end| end + 1);
        let whole = String::from_utf8_lossy(&bytes[..length]);
        let mut records = Vec::new();
        for (number, line) in whole.lines().enumerate() {
            match read(line) {
                Some(record) => records.push(record),
                None => tracing::error!(
                    path = %path.display(),
                    line = number + 1,
                    "a line of the journal of revocations is damaged and is left out"
                ),
            }
        }
        let last = records.iter().map(|record| record.number).max();
        let journal = Self {
            file,
            length: length as u64,
            last: last.unwrap_or(0),
        };
        Ok((journal, records))
    }

    /// Writes what the cooperative's file has beyond the journal, and waits until it is on disk.
    ///
    /// # Errors
    /// Whatever SQLite or the file system say; the next call starts over from the last whole line.
    pub fn follow(&mut self, conn: &Connection) -> Result<(), StoreError> {
        let news = revocations::after(conn, self.last)?;
        let Some(last) = news.last() else {
            return Ok(());
        };
        let lines: String = news.iter().map(line).collect();
        self.file.set_len(self.length)?;
        self.file.seek(SeekFrom::Start(self.length))?;
        self.file.write_all(lines.as_bytes())?;
        self.file.sync_all()?;
        self.length += lines.len() as u64;
        self.last = last.number;
        Ok(())
    }
}

fn line(record: &Record) -> String {
    let Record { number, at, entry } = record;
    format!("{number} {} {}\n", at.0, entry.words())
}

fn read(line: &str) -> Option<Record> {
    let mut parts = line.splitn(3, ' ');
    Some(Record {
        number: parts.next()?.parse().ok()?,
        at: Timestamp(parts.next()?.parse().ok()?),
        entry: Entry::parse(parts.next()?)?,
    })
}
