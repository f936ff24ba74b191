//! What memory learns of a decision about people.

use std::sync::Arc;

use crate::coop::people::People;
use crate::coop::{CoopError, Inside};
use crate::store::covers;

impl Inside<'_> {
    /// Reads whom the decision touched again from the file, and who stands in for these, inside the transaction, and
    /// brings what follows from them in line.
    pub(in crate::coop) fn reload_people(&mut self, follows: bool) -> Result<(), CoopError> {
        for member in self.touched.members.clone() {
            let partners = covers::partners(self.writing.conn, member)?;
            self.touched.members.extend(partners);
        }
        let mut people = People::clone(&self.people);
        people.reload(self.writing.conn, &self.touched)?;
        let (before, members) = (Arc::clone(&self.people), &self.touched.members);
        let status = |people: &People, id| people.member(id).map(|member| member.row.status);
        let mut devices = self
            .touched
            .devices
            .iter()
            .filter_map(|id| people.device(*id));
        if devices.any(|device| device.revoked_at.is_some())
            || members
                .iter()
                .any(|id| status(&before, *id) != status(&people, *id))
        {
            self.writing.note_people_changed();
        }
        self.take_people_in(people, follows)
    }

    /// Brings what follows from people in line with them, for those who were touched.
    pub(in crate::coop) fn take_people_in(
        &mut self,
        people: People,
        follows: bool,
    ) -> Result<(), CoopError> {
        let people = Arc::new(people);
        if follows {
            let members = std::mem::take(&mut self.touched.members);
            self.writing.regrant(&people, &members)?;
            self.update_directory(&people, &members)?;
        }
        self.changed = Some(people);
        Ok(())
    }
}
