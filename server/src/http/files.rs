//! Files that documents name: how much of one is here, a piece of one, its bytes.

mod range;

use axum::Json;
use axum::body::{Body as HttpBody, Bytes};
use axum::extract::rejection::{BytesRejection, PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use besace_model::error::ErrorCode;
use serde::{Deserialize, Serialize};

use super::Caller;
use crate::app::App;
use crate::error::{ApiError, refusal};
use crate::files::{PieceError, Received, Wanted};
use crate::store::files::FileKind;
use range::{Asked, asked};

/// How much of a file is here.
#[derive(Debug, Serialize)]
pub struct FileView {
    /// Bytes.
    received: u32,
    /// Whether it is whole, checked and kept.
    whole: bool,
}

impl From<Received> for FileView {
    fn from(it: Received) -> Self {
        Self {
            received: it.received,
            whole: it.whole,
        }
    }
}

/// Where a piece begins.
#[derive(Debug, Deserialize)]
pub struct At {
    at: u32,
}

/// A document and a file, as they are printed.
type Names = Result<Path<(String, String)>, PathRejection>;

/// What is asked for, by whom. What is no name of ours is refused before anything is done with it.
fn wanted(caller: &Caller, names: Names) -> Result<Wanted, ErrorCode> {
    let Path((doc, hash)) = names.map_err(|_| ErrorCode::BadId)?;
    Ok(Wanted {
        member: caller.bearer.member,
        doc: doc.parse().map_err(|_| ErrorCode::BadId)?,
        hash: hash.parse().map_err(|_| ErrorCode::BadId)?,
    })
}

/// `GET /api/v1/files/{doc}/{hash}/state`.
///
/// # Errors
/// [`ErrorCode::NotFound`] for whoever does not read the document, or when it does not name the file.
pub async fn state(
    State(app): State<App>,
    caller: Caller,
    names: Names,
) -> Result<Json<FileView>, ApiError> {
    let wanted = wanted(&caller, names)?;
    let state = app.files().state(&caller.coop, wanted).await?;
    Ok(Json(state.into()))
}

/// `PUT /api/v1/files/{doc}/{hash}?at=`: a piece, which begins where what was received ends.
pub async fn put(
    State(app): State<App>,
    caller: Caller,
    names: Names,
    at: Result<Query<At>, QueryRejection>,
    piece: Result<Bytes, BytesRejection>,
) -> Response {
    let received = async {
        let wanted = wanted(&caller, names)?;
        let Query(At { at }) = at.map_err(|_| ErrorCode::BadMessage)?;
        let piece = piece.map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => ErrorCode::TooBig,
            _ => ErrorCode::BadMessage,
        })?;
        let files = app.files();
        files.receive(&caller.coop, wanted, at, piece.into()).await
    };
    match received.await {
        Ok(received) => Json(FileView::from(received)).into_response(),
        Err(PieceError::Plain(error)) => error.into_response(),
        Err(PieceError::Offset(received)) => {
            let detail = FileView {
                received,
                whole: false,
            };
            refusal(ErrorCode::FileOffset, detail)
        }
    }
}

/// `GET /api/v1/files/{doc}/{hash}`: its bytes, or a range of them.
///
/// # Errors
/// [`ErrorCode::NotFound`] as [`state`], and while it is not here.
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    names: Names,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let wanted = wanted(&caller, names)?;
    let (bytes, kind) = app.files().find(&caller.coop, wanted).await?;
    let bytes = u64::from(bytes);
    let line = headers.get(header::RANGE);
    let asked = asked(line.and_then(|line| line.to_str().ok()), bytes);
    let (status, range) = match asked {
        Asked::All => (StatusCode::OK, 0..bytes),
        Asked::Some(range) => (StatusCode::PARTIAL_CONTENT, range),
        Asked::Nothing => {
            let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            set(
                &mut response,
                header::CONTENT_RANGE,
                format!("bytes */{bytes}"),
            );
            return Ok(response);
        }
    };
    let found = app
        .files()
        .open(&caller.coop, wanted, range.clone())
        .await?;
    let mut response = (status, HttpBody::from_stream(found)).into_response();
    let length = range.end - range.start;
    set(&mut response, header::CONTENT_LENGTH, length.to_string());
    set(
        &mut response,
        header::CONTENT_TYPE,
        kind.media_type().to_owned(),
    );
    set(&mut response, header::ACCEPT_RANGES, "bytes".to_owned());
    if status == StatusCode::PARTIAL_CONTENT {
        let part = format!("bytes {}-{}/{bytes}", range.start, range.end - 1);
        set(&mut response, header::CONTENT_RANGE, part);
    }
    if !matches!(kind, FileKind::Jpeg | FileKind::Png | FileKind::Webp) {
        set(
            &mut response,
            header::CONTENT_DISPOSITION,
            "attachment".to_owned(),
        );
    }
    Ok(response)
}

fn set(response: &mut Response, name: header::HeaderName, value: String) {
    if let Ok(value) = HeaderValue::try_from(value) {
        response.headers_mut().insert(name, value);
    }
}
