//! The settings read from their sources, with their forms and defaults.

use std::net::SocketAddr;
use std::path::PathBuf;

use besace_model::limits::PUSH_PER_SECOND;
use tracing_subscriber::filter::Targets;

use super::Config;
use super::faults::Faults;
use super::log_format::LogFormat;
use super::origin::Origin;
use super::secret::Secret;
use super::setting::Setting;
use super::sources::{SettingsReader, Sources};

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
        let rest_after_seconds = reader.value(
            Setting::RestAfterSeconds,
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
        let files = reader.files();
        let notices = reader.notices(public_url.as_ref());
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
            rest_after_seconds: rest_after_seconds.unwrap_or(120),
            metrics_listen,
            metrics_token,
            files,
            notices,
        })
    }
}
