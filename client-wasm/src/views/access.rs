//! Who reads and who writes what about the reader: the tables of the model, with the names of the directory.

use besace_model::access::about::{Whose, about_members};
use besace_model::access::{Audience, Readers};
use besace_model::ids::MemberId;
use besace_model::kinds::directory::{Directory, grants_of, stand_in};
use besace_model::words;

use super::ViewReader;
use crate::view::access::{KindAccess, PartAccess, ReaderAccess};

impl ViewReader<'_> {
    pub(crate) fn access(&self) -> Vec<KindAccess> {
        let mut kinds: Vec<KindAccess> = Vec::new();
        for part in about_members() {
            let told = PartAccess {
                part: part.map.to_owned(),
                writers: part.writers,
            };
            match kinds.last_mut().filter(|last| last.kind == part.kind) {
                Some(last) => last.parts.push(told),
                None => kinds.push(KindAccess {
                    kind: part.kind,
                    whose: part.whose,
                    readers: part.readers,
                    people: self.readers_of(part.whose, part.readers),
                    parts: vec![told],
                }),
            }
        }
        kinds
    }

    /// Everybody but oneself who reads such documents, by name; nobody where that is everybody, or whoever wrote it.
    fn readers_of(&self, whose: Whose, readers: Readers) -> Vec<ReaderAccess> {
        let audience = match (whose, readers) {
            (Whose::Others, _) | (_, Readers::Everyone) => return Vec::new(),
            (Whose::Own, _) => readers.about(self.me_id().0),
            (Whose::Shared, _) => readers.about(MemberId::RELAY.0),
        };
        let Some(directory) = self.directory() else {
            return Vec::new();
        };
        let others = directory.members.iter().filter(|(member, listed)| {
            listed.active
                && **member != self.me_id()
                && grants_of(directory, **member).reads(audience)
        });
        let mut people: Vec<_> = others
            .map(|(member, listed)| ReaderAccess {
                member: *member,
                name: self.name(*member),
                roles: listed.roles.iter().copied().collect(),
                until: self.reads_until(directory, *member, audience),
            })
            .collect();
        people.sort_by_cached_key(|one| (words::order(&one.name), one.member));
        people
    }

    /// The last day on which somebody reads what is about me, where it is only in the place of a coach who is away.
    fn reads_until(&self, directory: &Directory, reader: MemberId, audience: Audience) -> String {
        let me = self.me_id();
        let mut otherwise = grants_of(directory, reader);
        otherwise.coached.remove(&me);
        let until = stand_in(directory, reader, me).filter(|_| !otherwise.reads(audience));
        until.map(|(_, until)| until.to_owned()).unwrap_or_default()
    }
}
