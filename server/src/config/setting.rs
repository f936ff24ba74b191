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
    /// `file_store`, `BESACE_FILE_STORE`, `--file-store`.
    FileStore,
    /// `s3_endpoint`, `BESACE_S3_ENDPOINT`, `--s3-endpoint`.
    S3Endpoint,
    /// `s3_region`, `BESACE_S3_REGION`, `--s3-region`.
    S3Region,
    /// `s3_access_key`, `BESACE_S3_ACCESS_KEY`, `--s3-access-key`.
    S3AccessKey,
    /// `s3_secret_key`, `BESACE_S3_SECRET_KEY`; no flag, for other users of the machine see command lines.
    S3SecretKey,
    /// `member_files_mib`, `BESACE_MEMBER_FILES_MIB`, `--member-files-mib`.
    MemberFilesMib,
    /// `coop_files_mib`, `BESACE_COOP_FILES_MIB`, `--coop-files-mib`.
    CoopFilesMib,
    /// `files_kept_days`, `BESACE_FILES_KEPT_DAYS`, `--files-kept-days`.
    FilesKeptDays,
    /// `push_hosts`, `BESACE_PUSH_HOSTS`, `--push-hosts`.
    PushHosts,
    /// `smtp_url`, `BESACE_SMTP_URL`, `--smtp-url`.
    SmtpUrl,
    /// `smtp_user`, `BESACE_SMTP_USER`, `--smtp-user`.
    SmtpUser,
    /// `smtp_password`, `BESACE_SMTP_PASSWORD`; no flag, for other users of the machine see command lines.
    SmtpPassword,
    /// `mail_from`, `BESACE_MAIL_FROM`, `--mail-from`.
    MailFrom,
}

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 25] = [
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
        Self::FileStore,
        Self::S3Endpoint,
        Self::S3Region,
        Self::S3AccessKey,
        Self::S3SecretKey,
        Self::MemberFilesMib,
        Self::CoopFilesMib,
        Self::FilesKeptDays,
        Self::PushHosts,
        Self::SmtpUrl,
        Self::SmtpUser,
        Self::SmtpPassword,
        Self::MailFrom,
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
            Self::FileStore => "file_store",
            Self::S3Endpoint => "s3_endpoint",
            Self::S3Region => "s3_region",
            Self::S3AccessKey => "s3_access_key",
            Self::S3SecretKey => "s3_secret_key",
            Self::MemberFilesMib => "member_files_mib",
            Self::CoopFilesMib => "coop_files_mib",
            Self::FilesKeptDays => "files_kept_days",
            Self::PushHosts => "push_hosts",
            Self::SmtpUrl => "smtp_url",
            Self::SmtpUser => "smtp_user",
            Self::SmtpPassword => "smtp_password",
            Self::MailFrom => "mail_from",
        }
    }

    /// The environment variable.
    #[must_use]
    pub fn variable(self) -> String {
        format!("BESACE_{}", self.key().to_uppercase())
    }
}
