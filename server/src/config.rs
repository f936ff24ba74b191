//! Settings of the relay. Flags win over the environment, the environment over the file, the file over defaults; every
//! fault is reported at once. It must not know anything else of ours.

mod faults;
mod file;
mod files;
mod log_format;
mod network;
mod notices;
mod origin;
mod read;
mod secret;
mod setting;
mod sources;

use std::net::SocketAddr;
use std::path::PathBuf;

pub use faults::{Fault, Faults};
pub use files::{FilesConfig, S3Config};
pub use log_format::LogFormat;
pub use network::Network;
pub use notices::{MailConfig, NoticesConfig, PushHost, SmtpRoad};
pub use origin::Origin;
pub use secret::Secret;
pub use setting::Setting;
pub use sources::Sources;

/// The settings, all valid.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address and port of the HTTP server. Default `127.0.0.1:8080`.
    pub listen: SocketAddr,
    /// The folder of keys and cooperatives. Default `./besace-data`.
    pub data: PathBuf,
    /// Where people reach the relay, if it was given; ask [`Config::public_url`].
    public_url: Option<Origin>,
    /// Origins named beside it; ask [`Config::origins`].
    other_origins: Vec<Origin>,
    /// Proxies whose `X-Forwarded-For` is believed. Default: none.
    pub trusted_proxies: Vec<Network>,
    /// How log lines look. Default `text`.
    pub log_format: LogFormat,
    /// What is logged, as `tracing` directives. Default `info`.
    pub log: String,
    /// Requests one address may make per second over time, before it says who it is; 20 times as many at once. Default
    /// 50; 0 for no limit.
    pub peer_requests_per_second: u32,
    /// Pushes, of up to 100 commits each, that one device may send per second over time; 25 times as many in a burst.
    /// Default 20.
    pub device_pushes_per_second: u32,
    /// Seconds after which a cooperative that nobody uses is closed until somebody does. Default 120.
    pub rest_after_seconds: u32,
    /// Address and port of the listener of `/metrics`, which the HTTP server never answers: behind a proxy every request
    /// seems to come from this machine. Default: none. Another address than this machine's own needs a token.
    pub metrics_listen: Option<SocketAddr>,
    /// What a bearer must show to read `/metrics`. Default: none.
    pub metrics_token: Option<Secret>,
    /// Files that documents name.
    pub files: FilesConfig,
    /// How people are told in time.
    pub notices: NoticesConfig,
}

impl Config {
    /// Where people reach the relay. Without a setting, the listening address is all there is to tell.
    #[must_use]
    pub fn public_url(&self) -> Origin {
        let listen = self.listen;
        let host = if listen.ip().is_unspecified() {
            format!("localhost:{}", listen.port())
        } else {
            listen.to_string()
        };
        self.public_url
            .clone()
            .unwrap_or_else(|| Origin::http(&host))
    }

    /// Origins of pages that may use the API: the public URL and those named beside it. A relay nobody gave a URL
    /// also answers to the names that this machine has for itself.
    #[must_use]
    pub fn origins(&self) -> Vec<Origin> {
        let port = self.listen.port();
        let own = match self.public_url {
            Some(_) => Vec::new(),
            None => [format!("localhost:{port}"), format!("127.0.0.1:{port}")]
                .iter()
                .map(|host| Origin::http(host))
                .collect(),
        };
        let named = self.other_origins.iter().cloned();
        std::iter::once(self.public_url())
            .chain(named)
            .chain(own)
            .collect()
    }
}

#[cfg(test)]
mod tests;
