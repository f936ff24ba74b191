//! What a file takes of the disk, and giving it back what is free.

use super::{Store, StoreError};

/// How pages of the file are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// All of them.
    pub pages: u32,
    /// Those with nothing in them.
    pub free: u32,
    /// Whether they can be given back one by one: not in a file of a program before.
    pub can_give_back: bool,
}

impl Store {
    /// How the file's pages are used now.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn space(&self) -> Result<Space, StoreError> {
        let ask = |name| self.conn.pragma_query_value(None, name, |row| row.get(0));
        Ok(Space {
            pages: ask("page_count")?,
            free: ask("freelist_count")?,
            can_give_back: ask("auto_vacuum")? > 0,
        })
    }

    /// Gives at most so many free pages back to the disk, in a transaction of its own. The file gets shorter with the next
    /// checkpoint.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn give_back(&self, pages: u32) -> Result<(), StoreError> {
        let mut statement = self
            .conn
            .prepare(&format!("PRAGMA incremental_vacuum({pages})"))?;
        let mut given = statement.query([])?;
        // Each step is a page.
        while given.next()?.is_some() {}
        Ok(())
    }

    /// Writes the whole file anew, without what is free, and so that it can give back pages one by one from then on. Takes
    /// room for what it holds until it is done; where there is none, nothing happens.
    ///
    /// # Errors
    /// Whatever SQLite says; the file is as it was then.
    pub fn rewrite(&self) -> Result<(), StoreError> {
        self.conn.execute_batch("VACUUM")?;
        Ok(())
    }
}
