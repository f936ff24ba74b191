//! The built app, from inside the binary (from the folder in debug builds, so that a new build of the app shows at
//! once). Files whose name holds their hash are kept for ever; everything else is asked for again each time.

mod answer;
mod media_type;

use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

use answer::answer;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../pwa/dist"]
struct Dist;

const INDEX: &str = "index.html";

const NOT_BUILT: &str = "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>Besace</title>\
<p>Le relais fonctionne, mais l’application n’est pas dans ce binaire. Construisez-la, puis le relais : <code>make</code>.</p>\
<p lang=\"en\">The relay runs, but this binary holds no app. Build the app, then the relay: <code>make</code>.</p>";

/// Answers every request that no route of the API takes.
pub async fn serve(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path().trim_start_matches('/');
    let is_page = path.is_empty() || is_navigation(path, &headers);
    if let Some(file) = (!path.is_empty()).then(|| find(path)).flatten() {
        return answer(path, file, &headers);
    }
    match find(INDEX) {
        Some(file) if is_page => answer(INDEX, file, &headers),
        None if is_page => (
            [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
            NOT_BUILT,
        )
            .into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The app finds its own way from any path a person opens; a missing file is missing.
fn is_navigation(path: &str, headers: &HeaderMap) -> bool {
    let is_file = path
        .rsplit('/')
        .next()
        .is_some_and(|name| name.contains('.'));
    let accepts = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    !is_file
        && !path.starts_with("api/")
        && accepts.is_some_and(|types| types.contains("text/html"))
}

/// Variants made for the wire are never asked for by name.
fn find(path: &str) -> Option<EmbeddedFile> {
    (!path.ends_with(".br")).then(|| Dist::get(path)).flatten()
}

#[cfg(test)]
mod tests;
