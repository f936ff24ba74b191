//! The export: one Automerge file per document, the files that documents name, and an index.

use std::error::Error;
use std::path::{Path, PathBuf};

use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DocId};
use besace_model::kind::Kind;
use serde::Serialize;

use super::answer::{Answer, Incomplete};
use super::refused::Refused;
use crate::app::App;
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
    /// What documents name, by the SHA-256 of its bytes.
    files: Vec<String>,
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
pub(super) async fn export(app: &App, coop: &Tenant, folder: PathBuf) -> Result<Answer, Refused> {
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
    let (files, lost) = export_files(app, coop, &folder).await?;
    incomplete.extend(lost);
    let count = documents.len();
    let index = Index {
        coop: coop.handle.coop(),
        name: &coop.name,
        documents,
        files,
    };
    let text =
        serde_json::to_vec_pretty(&index).map_err(|error| Refused::Folder(error.to_string()))?;
    write(folder.join("index.json"), text)
        .await
        .map_err(failed)?;
    Ok(Answer::Exported(count, incomplete))
}

/// The files that documents name, whole, in a folder of their own. One whose bytes cannot be read keeps no other back.
async fn export_files(
    app: &App,
    coop: &Tenant,
    folder: &Path,
) -> Result<(Vec<String>, Vec<Incomplete>), Refused> {
    let failed = |error: std::io::Error| Refused::Folder(error.to_string());
    let folder = folder.join("files");
    private::folder(&folder).map_err(failed)?;
    let conn = store::open_reader(&coop.path).map_err(CoopError::from)?;
    let all = store::files::all(&conn).map_err(CoopError::from)?;
    drop(conn);
    let (mut files, mut lost) = (Vec::new(), Vec::new());
    for file in all {
        let name = format!("{}.{}", file.hash, file.kind.ending());
        match app.files().bytes_of(coop, &file).await {
            Ok(bytes) => write(folder.join(&name), bytes).await.map_err(failed)?,
            Err(error) => {
                tracing::error!(
                    file = name,
                    error = &error as &dyn Error,
                    "a file could not be exported"
                );
                lost.push(Incomplete {
                    doc: name,
                    has_rest: false,
                });
                continue;
            }
        }
        files.push(format!("files/{name}"));
    }
    Ok((files, lost))
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
