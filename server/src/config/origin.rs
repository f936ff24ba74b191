//! An origin: scheme and authority of the pages that reach the relay.

use axum::http::Uri;

/// Where people reach the relay: scheme and authority, nothing after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    text: String,
    authority_at: usize,
}

impl Origin {
    pub(super) fn http(authority: &str) -> Self {
        Self {
            text: format!("http://{authority}"),
            authority_at: "http://".len(),
        }
    }

    /// Reads `https://besace.example.coop` or `http://127.0.0.1:8080`, a lone `/` at the end allowed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let uri: Uri = text.parse().ok()?;
        let scheme = uri
            .scheme_str()
            .filter(|s| matches!(*s, "http" | "https"))?;
        let authority = uri.authority()?.as_str();
        let bare =
            matches!(uri.path(), "" | "/") && uri.query().is_none() && !authority.contains('@');
        bare.then(|| Self {
            text: format!("{scheme}://{}", authority.to_ascii_lowercase()),
            authority_at: scheme.len() + 3,
        })
    }

    /// As browsers send it in `Origin`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Host and port, as browsers send them in `Host`.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.text[self.authority_at..]
    }

    /// Whether the road is encrypted.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.text.starts_with("https:")
    }
}
