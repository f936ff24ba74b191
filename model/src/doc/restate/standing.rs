//! What stands in a document, as a list from the root down.

use automerge::{Automerge, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value};

use crate::command::CommandError;

/// The keys from the root down.
pub(crate) type Path = Vec<String>;

/// One thing that stands in a document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stands {
    pub(crate) path: Path,
    pub(crate) what: What,
}

/// What it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum What {
    Map,
    Text(String),
    /// Values that stand at once, the one that is shown last.
    Values(Vec<ScalarValue>),
}

impl Stands {
    /// Whether it is a value, rather than a map or a text.
    pub(crate) fn is_value(&self) -> bool {
        matches!(self.what, What::Values(_))
    }
}

/// Everything that stands in a document, maps before what is in them.
///
/// # Errors
/// [`CommandError::Invalid`] at a path where more than values stands at once: nothing can say that again.
pub(crate) fn read(doc: &Automerge) -> Result<Vec<Stands>, CommandError> {
    let mut all = Vec::new();
    read_map(doc, &ROOT, &[], &mut all)?;
    Ok(all)
}

fn read_map(
    doc: &Automerge,
    map: &ObjId,
    above: &[String],
    all: &mut Vec<Stands>,
) -> Result<(), CommandError> {
    for key in doc.keys(map) {
        let mut path = above.to_vec();
        path.push(key.clone());
        let invalid = || CommandError::Invalid(path.join("/"));
        let standing = doc.get_all(map, &key).map_err(|_| invalid())?;
        let object = match standing.as_slice() {
            [(Value::Object(kind), object)] => Some((*kind, object.clone())),
            _ => None,
        };
        let what = match &object {
            Some((ObjType::Text, text)) => What::Text(doc.text(text).map_err(|_| invalid())?),
            Some((ObjType::Map, _)) => What::Map,
            Some(_) => return Err(invalid()),
            None => {
                let values = standing.iter().map(|(value, _)| value.as_scalar().cloned());
                What::Values(values.collect::<Option<_>>().ok_or_else(invalid)?)
            }
        };
        all.push(Stands {
            path: path.clone(),
            what,
        });
        if let Some((ObjType::Map, below)) = &object {
            read_map(doc, below, &path, all)?;
        }
    }
    Ok(())
}
