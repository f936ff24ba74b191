//! The built app, from inside the binary (from the folder in debug builds, so that a new build of the app shows at
//! once). Files whose name holds their hash are kept for ever; everything else is asked for again each time.

use std::borrow::Cow;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../pwa/dist"]
struct Dist;

const INDEX: &str = "index.html";
/// Vite puts every file whose name holds a hash of its content here.
const HASHED_FOLDER: &str = "assets/";
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
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

fn answer(path: &str, file: EmbeddedFile, headers: &HeaderMap) -> Response {
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

fn etag(hash: &[u8; 32]) -> String {
    let hex: String = hash[..12]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("\"{hex}\"")
}

fn accepts_brotli(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter();
    lines
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(','))
        .any(|coding| {
            let (name, quality) = coding.split_once(';').unwrap_or((coding, ""));
            name.trim() == "br" && !matches!(quality.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
        })
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(header::HeaderName, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.clone(), value.parse().unwrap()))
            .collect()
    }

    fn file(content: &'static [u8]) -> EmbeddedFile {
        let mut file = EmbeddedFile {
            data: content.into(),
            metadata: rust_embed::Metadata::__rust_embed_new([7; 32], None, None),
        };
        file.data.to_mut();
        file
    }

    #[test]
    fn hashed_files_are_kept_and_the_rest_is_asked_for_again() {
        let none = HeaderMap::new();
        let asset = answer("assets/app-1a2b.wasm", file(b"\0asm"), &none);
        assert_eq!(asset.headers()[header::CACHE_CONTROL], FOR_EVER);
        assert_eq!(asset.headers()[header::CONTENT_TYPE], "application/wasm");
        for path in ["index.html", "sw.js", "manifest.webmanifest"] {
            assert_eq!(
                answer(path, file(b"x"), &none).headers()[header::CACHE_CONTROL],
                ASK_AGAIN
            );
        }
    }

    #[test]
    fn a_file_the_browser_has_is_not_sent_again() {
        let tag = etag(&[7; 32]);
        for given in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}")] {
            let response = answer(
                "sw.js",
                file(b"x"),
                &headers(&[(header::IF_NONE_MATCH, &given)]),
            );
            assert_eq!(response.status(), StatusCode::NOT_MODIFIED, "{given}");
        }
        let response = answer(
            "sw.js",
            file(b"x"),
            &headers(&[(header::IF_NONE_MATCH, "\"other\"")]),
        );
        assert_eq!(response.status(), StatusCode::OK);
    }

    #[test]
    fn only_a_person_opening_a_page_gets_the_app_for_any_path() {
        let browser = headers(&[(header::ACCEPT, "text/html,application/xhtml+xml")]);
        assert!(is_navigation("activite/2026", &browser));
        assert!(!is_navigation("assets/old-1a2b.js", &browser));
        assert!(!is_navigation("api/nothing", &browser));
        assert!(!is_navigation(
            "activite",
            &headers(&[(header::ACCEPT, "*/*")])
        ));
    }

    #[test]
    fn brotli_is_sent_to_whom_accepts_it() {
        for (line, yes) in [
            ("gzip, br", true),
            ("br;q=0.5", true),
            ("br;q=0, gzip", false),
            ("gzip", false),
        ] {
            assert_eq!(
                accepts_brotli(&headers(&[(header::ACCEPT_ENCODING, line)])),
                yes,
                "{line}"
            );
        }
    }
}
