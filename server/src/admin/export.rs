//! The export: one Automerge file per document, and an index.

use std::path::PathBuf;

use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DocId};
use besace_model::kind::Kind;
use serde::Serialize;

use super::answer::{Answer, Incomplete};
use super::refused::Refused;
use crate::coop::CoopError;
use crate::home::Tenant;
use crate::private;
use crate::store::{self, StoreError};

/// What stands in an export's `index.json`.
#[derive(Debug, Serialize)]
struct Index<'a> {
    coop: CoopId,
    name: &'a str,
    documents: Vec<IndexLine>,
}

#[derive(Debug, Serialize)]
struct IndexLine {
    file: String,
    kind: Kind,
    /// Whose it is; of those that the cooperative shares, the relay.
    owner: String,
    /// Which of theirs: a year, an event, a member; empty where there is one.
    key: String,
    /// The changes that are not in the file, when the document cannot be read to its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    rest: Option<String>,
}

/// One Automerge file per document, readable by any Automerge tool, and an index. One document that is no good keeps no
/// other from being written: of it there is what can be read, and beside it the rest as it was received.
pub(super) async fn export(coop: &Tenant, folder: PathBuf) -> Result<Answer, Refused> {
    let failed = |error: std::io::Error| Refused::Folder(error.to_string());
    private::folder(&folder).map_err(failed)?;
    let (mut documents, mut incomplete) = (Vec::new(), Vec::new());
    let all = documents_of(coop).map_err(CoopError::from)?;
    for (doc, head) in all {
        let exported = match coop.handle.export(doc).await {
            Ok(exported) => exported,
            Err(error) => {
                tracing::error!(%doc, %error, "a document could not be exported");
                incomplete.push(Incomplete {
                    doc: doc.to_string(),
                    has_rest: false,
                });
                continue;
            }
        };
        let file = format!("{doc}.automerge");
        write(folder.join(&file), exported.file)
            .await
            .map_err(failed)?;
        let rest = exported.rest.as_ref().map(|_| format!("{doc}.rest"));
        if let (Some(rest), Some(bytes)) = (&rest, exported.rest) {
            write(folder.join(rest), bytes).await.map_err(failed)?;
            incomplete.push(Incomplete {
                doc: doc.to_string(),
                has_rest: true,
            });
        }
        documents.push(IndexLine {
            file,
            kind: head.kind,
            owner: head.owner.to_string(),
            key: head.key,
            rest,
        });
    }
    let count = documents.len();
    let index = Index {
        coop: coop.handle.coop(),
        name: &coop.name,
        documents,
    };
    let text =
        serde_json::to_vec_pretty(&index).map_err(|error| Refused::Folder(error.to_string()))?;
    write(folder.join("index.json"), text)
        .await
        .map_err(failed)?;
    Ok(Answer::Exported(count, incomplete))
}

async fn write(path: PathBuf, bytes: Vec<u8>) -> std::io::Result<()> {
    let written = tokio::task::spawn_blocking(move || private::write(&path, &bytes)).await;
    written.map_err(std::io::Error::other)?
}

fn documents_of(coop: &Tenant) -> Result<Vec<(DocId, DocHead)>, StoreError> {
    let conn = store::open_reader(&coop.path)?;
    let all = store::docs::all(&conn)?;
    Ok(all.into_iter().map(|doc| (doc.id, doc.head)).collect())
}
