//! Maps of a document: found, or made where they are missing.

use automerge::transaction::Transactable;
use automerge::{ObjId, ObjType, ROOT, ReadDoc};

use super::ChangeWriter;
use crate::command::CommandError;
use crate::doc::rules::{NodeId, Rules};

/// A map that is being written to.
#[derive(Debug, Clone)]
pub(crate) struct MapPlace {
    pub(crate) object: ObjId,
    pub(super) node: NodeId,
    path: String,
    pub(super) named: Option<String>,
    /// Whether this change makes it.
    pub(super) is_fresh: bool,
}

impl MapPlace {
    /// The path of this map.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The path of a key of this map.
    pub(crate) fn at(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}/{key}", self.path)
        }
    }

    /// The error of a value that does not fit at a key.
    pub(crate) fn invalid(&self, key: &str) -> CommandError {
        CommandError::Invalid(self.at(key))
    }
}

impl ChangeWriter<'_> {
    /// A map that the genesis makes.
    pub(crate) fn top(&self, key: &str) -> Result<MapPlace, CommandError> {
        let root = MapPlace {
            object: ROOT,
            node: Rules::ROOT,
            path: String::new(),
            named: None,
            is_fresh: false,
        };
        self.open(&root, key)?.ok_or(CommandError::NoSuchEntry)
    }

    /// The map at a key, if it stands.
    pub(crate) fn open(
        &self,
        place: &MapPlace,
        key: &str,
    ) -> Result<Option<MapPlace>, CommandError> {
        let target = self.target(place, key)?;
        let found = self.tx.get(&place.object, key).ok().flatten();
        Ok(found
            .filter(|(value, _)| value.to_objtype() == Some(ObjType::Map))
            .map(|(_, object)| MapPlace {
                object,
                node: target.node,
                path: target.path,
                named: target.named,
                is_fresh: place.is_fresh,
            }))
    }

    /// The map at a key, made when missing.
    pub(crate) fn open_or_make(
        &mut self,
        place: &MapPlace,
        key: &str,
    ) -> Result<MapPlace, CommandError> {
        if let Some(found) = self.open(place, key)? {
            return Ok(found);
        }
        let (target, _) = self.allowed(place, key)?;
        self.check_not_made(place, key)?;
        let object = self
            .tx
            .put_object(&place.object, key, ObjType::Map)
            .map_err(|_| CommandError::Invalid(target.path.clone()))?;
        self.writes += 1;
        Ok(MapPlace {
            object,
            node: target.node,
            path: target.path,
            named: target.named,
            is_fresh: true,
        })
    }
}
