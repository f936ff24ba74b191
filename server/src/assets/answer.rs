//! A file as an answer: what a browser has already is not sent again, and what accepts Brotli gets it.

use std::borrow::Cow;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use rust_embed::EmbeddedFile;

use super::Dist;
use super::media_type::media_type;

/// Vite puts every file whose name holds a hash of its content here.
const HASHED_FOLDER: &str = "assets/";
pub(super) const FOR_EVER: HeaderValue =
    HeaderValue::from_static("public, max-age=31536000, immutable");
pub(super) const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

pub(super) fn answer(path: &str, file: EmbeddedFile, headers: &HeaderMap) -> Response {
    let brotli = accepts_brotli(headers)
        .then(|| Dist::get(&format!("{path}.br")))
        .flatten();
    let is_brotli = brotli.is_some();
    let body = brotli.unwrap_or(file);
    let etag = etag(&body.metadata.sha256_hash());
    let mut response = Response::new(Body::empty());
    let out = response.headers_mut();
    let hashed = path.starts_with(HASHED_FOLDER);
    out.insert(
        header::CACHE_CONTROL,
        if hashed { FOR_EVER } else { ASK_AGAIN },
    );
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(value) = HeaderValue::from_str(&etag) {
        out.insert(header::ETAG, value);
    }
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok());
    if known.is_some_and(|tags| tags.split(',').any(|tag| same_tag(tag, &etag))) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    out.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(media_type(path)),
    );
    if is_brotli {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    *response.body_mut() = match body.data {
        Cow::Borrowed(bytes) => Body::from(bytes),
        Cow::Owned(bytes) => Body::from(bytes),
    };
    response
}

/// A layer that compresses on the way out makes tags weak; they are the same file all the same.
fn same_tag(given: &str, etag: &str) -> bool {
    let given = given.trim();
    given.strip_prefix("W/").unwrap_or(given) == etag
}

pub(super) fn etag(hash: &[u8; 32]) -> String {
    let hex: String = hash[..12]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("\"{hex}\"")
}

pub(super) fn accepts_brotli(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter();
    lines
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(','))
        .any(|coding| {
            let (name, quality) = coding.split_once(';').unwrap_or((coding, ""));
            name.trim() == "br" && !matches!(quality.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
        })
}
