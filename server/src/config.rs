//! Settings of the relay. Flags win over the environment, the environment over the file, the file over defaults; every
//! fault is reported at once. It must not know anything else of ours.

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use axum::http::Uri;
use besace_model::limits::PUSH_PER_SECOND;
use tracing_subscriber::filter::Targets;

/// A setting: its name in the file, and from it the environment variable and the flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// `listen`, `BESACE_LISTEN`, `--listen`.
    Listen,
    /// `data`, `BESACE_DATA`, `--data`.
    Data,
    /// `public_url`, `BESACE_PUBLIC_URL`, `--public-url`.
    PublicUrl,
    /// `allowed_origins`, `BESACE_ALLOWED_ORIGINS`, `--allowed-origins`.
    AllowedOrigins,
    /// `trusted_proxies`, `BESACE_TRUSTED_PROXIES`, `--trusted-proxies`.
    TrustedProxies,
    /// `log_format`, `BESACE_LOG_FORMAT`, `--log-format`.
    LogFormat,
    /// `log`, `BESACE_LOG`, `--log`.
    Log,
    /// `peer_requests_per_second`, `BESACE_PEER_REQUESTS_PER_SECOND`, `--peer-requests-per-second`.
    PeerRequestsPerSecond,
    /// `device_pushes_per_second`, `BESACE_DEVICE_PUSHES_PER_SECOND`, `--device-pushes-per-second`.
    DevicePushesPerSecond,
    /// `metrics_listen`, `BESACE_METRICS_LISTEN`, `--metrics-listen`.
    MetricsListen,
    /// `metrics_token`, `BESACE_METRICS_TOKEN`; no flag, for other users of the machine see command lines.
    MetricsToken,
}

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 11] = [
        Self::Listen,
        Self::Data,
        Self::PublicUrl,
        Self::AllowedOrigins,
        Self::TrustedProxies,
        Self::LogFormat,
        Self::Log,
        Self::PeerRequestsPerSecond,
        Self::DevicePushesPerSecond,
        Self::MetricsListen,
        Self::MetricsToken,
    ];

    /// The name in the file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Listen => "listen",
            Self::Data => "data",
            Self::PublicUrl => "public_url",
            Self::AllowedOrigins => "allowed_origins",
            Self::TrustedProxies => "trusted_proxies",
            Self::LogFormat => "log_format",
            Self::Log => "log",
            Self::PeerRequestsPerSecond => "peer_requests_per_second",
            Self::DevicePushesPerSecond => "device_pushes_per_second",
            Self::MetricsListen => "metrics_listen",
            Self::MetricsToken => "metrics_token",
        }
    }

    /// The environment variable.
    #[must_use]
    pub fn variable(self) -> String {
        format!("BESACE_{}", self.key().to_uppercase())
    }
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

impl LogFormat {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "text" => Some(Self::Text),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// Text that no log may show.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Whether `given` is the secret; takes the same time wherever the two differ.
    #[must_use]
    pub fn matches(&self, given: &str) -> bool {
        let (a, b) = (self.0.as_bytes(), given.as_bytes());
        a.len() == b.len() && a.iter().zip(b).fold(0, |acc, (x, y)| acc | (x ^ y)) == 0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Where people reach the relay: scheme and authority, nothing after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    text: String,
    authority_at: usize,
}

impl Origin {
    fn http(authority: &str) -> Self {
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

/// A range of addresses, as `10.0.0.0/8`, `::1` and the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    base: u128,
    bits: u32,
    width: u32,
}

impl Network {
    fn parse(text: &str) -> Option<Self> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits.parse().ok()?)),
            None => (text, None),
        };
        let (base, width) = number(address.parse().ok()?);
        let bits = bits.unwrap_or(width);
        (bits <= width).then_some(Self { base, bits, width })
    }

    /// Whether the address is in the range.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        let (value, width) = number(address.to_canonical());
        let shift = self.width - self.bits;
        width == self.width && (shift >= 128 || (value ^ self.base) >> shift == 0)
    }
}

fn number(address: IpAddr) -> (u128, u32) {
    match address {
        IpAddr::V4(v4) => (u128::from(v4.to_bits()), 32),
        IpAddr::V6(v6) => (v6.to_bits(), 128),
    }
}

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
    /// Address and port of the listener of `/metrics`, which the HTTP server never answers: behind a proxy every request
    /// seems to come from this machine. Default: none. Another address than this machine's own needs a token.
    pub metrics_listen: Option<SocketAddr>,
    /// What a bearer must show to read `/metrics`. Default: none.
    pub metrics_token: Option<Secret>,
}

/// One thing wrong with the settings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The value does not have the form.
    #[error("{from}: {expected}")]
    Invalid {
        /// Where the value was given.
        from: String,
        /// What would be right.
        expected: &'static str,
    },
    /// The file names a setting there is not.
    #[error("the configuration file has an unknown setting `{0}`")]
    Unknown(String),
    /// The file is not TOML.
    #[error("the configuration file is not valid TOML: {0}")]
    Toml(String),
}

/// Everything wrong with the settings, in the order of [`Setting::ALL`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.listing())]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    fn listing(&self) -> String {
        let lines: Vec<String> = self.0.iter().map(|fault| format!("  - {fault}")).collect();
        format!("the settings are not valid:\n{}", lines.join("\n"))
    }
}

/// Where values come from, strongest first.
#[derive(Debug, Default)]
pub struct Sources {
    /// Given on the command line.
    pub flags: BTreeMap<Setting, String>,
    /// Given in the environment.
    pub environment: BTreeMap<Setting, String>,
    /// The file's text.
    pub file: Option<String>,
}

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    /// [`Faults`] with everything that is wrong.
    pub fn read(sources: &Sources) -> Result<Self, Faults> {
        let mut reader = SettingsReader::new(sources);
        let listen = reader.value(
            Setting::Listen,
            "an address and port such as 127.0.0.1:8080",
            |text| text.parse().ok(),
        );
        let data = reader.value(Setting::Data, "a folder", |text| {
            (!text.is_empty()).then(|| PathBuf::from(text))
        });
        let public_url = reader.value(
            Setting::PublicUrl,
            "a URL such as https://besace.example.coop, without a path",
            Origin::parse,
        );
        let (other_origins, trusted_proxies) = reader.neighbours();
        let log_format = reader.value(Setting::LogFormat, "text or json", LogFormat::parse);
        let log = reader.value(
            Setting::Log,
            "tracing directives such as info,besace_server=debug",
            |text| text.parse::<Targets>().is_ok().then(|| text.to_owned()),
        );
        let peer_requests_per_second = reader.value(
            Setting::PeerRequestsPerSecond,
            "a whole number, 0 for no limit",
            |text| text.parse().ok(),
        );
        let device_pushes_per_second = reader.value(
            Setting::DevicePushesPerSecond,
            "a whole number above 0",
            |text| text.parse().ok().filter(|n| *n > 0),
        );
        let metrics_token = reader.value(Setting::MetricsToken, "at least 16 characters", |text| {
            (text.len() >= 16).then(|| Secret(text.to_owned()))
        });
        let metrics_listen = reader.value(
            Setting::MetricsListen,
            "an address of this machine such as 127.0.0.1:9090; any other together with metrics_token",
            |text| {
                let address: SocketAddr = text.parse().ok()?;
                (address.ip().is_loopback() || metrics_token.is_some()).then_some(address)
            },
        );
        if !reader.faults.is_empty() {
            return Err(Faults(reader.faults));
        }
        Ok(Self {
            listen: listen.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8080))),
            data: data.unwrap_or_else(|| PathBuf::from("besace-data")),
            public_url,
            other_origins,
            trusted_proxies,
            log_format: log_format.unwrap_or(LogFormat::Text),
            log: log.unwrap_or_else(|| "info".to_owned()),
            peer_requests_per_second: peer_requests_per_second.unwrap_or(50),
            device_pushes_per_second: device_pushes_per_second.unwrap_or(PUSH_PER_SECOND),
            metrics_listen,
            metrics_token,
        })
    }

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

struct SettingsReader<'a> {
    sources: &'a Sources,
    file: BTreeMap<String, String>,
    faults: Vec<Fault>,
}

impl<'a> SettingsReader<'a> {
    fn new(sources: &'a Sources) -> Self {
        let (file, faults) = read_file(sources.file.as_deref().unwrap_or_default());
        Self {
            sources,
            file,
            faults,
        }
    }

    fn find(&self, setting: Setting) -> Option<(String, &str)> {
        let key = setting.key();
        let flag = self.sources.flags.get(&setting);
        let variable = self.sources.environment.get(&setting);
        flag.map(|text| (format!("--{}", key.replace('_', "-")), text.as_str()))
            .or_else(|| variable.map(|text| (setting.variable(), text.as_str())))
            .or_else(|| {
                self.file
                    .get(key)
                    .map(|text| (format!("`{key}` in the file"), text.as_str()))
            })
    }

    fn value<T>(
        &mut self,
        setting: Setting,
        expected: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let (from, text) = self.find(setting)?;
        let value = parse(text);
        if value.is_none() {
            self.faults.push(Fault::Invalid { from, expected });
        }
        value
    }

    /// Other origins, and the proxies before the relay.
    fn neighbours(&mut self) -> (Vec<Origin>, Vec<Network>) {
        let other_origins = self.list(
            Setting::AllowedOrigins,
            "origins such as https://app.example.coop, separated by commas",
            Origin::parse,
        );
        let trusted_proxies = self.list(
            Setting::TrustedProxies,
            "addresses such as 10.0.0.0/8 or ::1, separated by commas",
            Network::parse,
        );
        (other_origins, trusted_proxies)
    }

    fn list<T>(
        &mut self,
        setting: Setting,
        expected: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        self.value(setting, expected, |text| {
            let parts = text
                .split(',')
                .map(str::trim)
                .filter(|part| !part.is_empty());
            parts.map(parse).collect()
        })
        .unwrap_or_default()
    }
}

fn read_file(text: &str) -> (BTreeMap<String, String>, Vec<Fault>) {
    let table = match text.parse::<toml::Table>() {
        Ok(table) => table,
        Err(error) => {
            return (
                BTreeMap::new(),
                vec![Fault::Toml(error.message().to_owned())],
            );
        }
    };
    let mut values = BTreeMap::new();
    let mut faults = Vec::new();
    for (key, value) in table {
        if Setting::ALL.iter().all(|setting| setting.key() != key) {
            faults.push(Fault::Unknown(key));
            continue;
        }
        let text = match value {
            toml::Value::String(text) => text,
            toml::Value::Array(parts) => {
                let parts: Vec<String> = parts.into_iter().map(plain).collect();
                parts.join(",")
            }
            other => plain(other),
        };
        values.insert(key, text);
    }
    (values, faults)
}

fn plain(value: toml::Value) -> String {
    match value {
        toml::Value::String(text) => text,
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests;
