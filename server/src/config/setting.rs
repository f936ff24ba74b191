//! A setting and its names: in the file, in the environment and as a flag.

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
    /// `rest_after_seconds`, `BESACE_REST_AFTER_SECONDS`, `--rest-after-seconds`.
    RestAfterSeconds,
    /// `metrics_listen`, `BESACE_METRICS_LISTEN`, `--metrics-listen`.
    MetricsListen,
    /// `metrics_token`, `BESACE_METRICS_TOKEN`; no flag, for other users of the machine see command lines.
    MetricsToken,
}

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 12] = [
        Self::Listen,
        Self::Data,
        Self::PublicUrl,
        Self::AllowedOrigins,
        Self::TrustedProxies,
        Self::LogFormat,
        Self::Log,
        Self::PeerRequestsPerSecond,
        Self::DevicePushesPerSecond,
        Self::RestAfterSeconds,
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
            Self::RestAfterSeconds => "rest_after_seconds",
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
