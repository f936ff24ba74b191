//! Files of the app, as a browser asks for them.

use super::answer::{ASK_AGAIN, FOR_EVER, accepts_brotli, etag};
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
