//! The settings as flags.

use std::collections::BTreeMap;
use std::path::PathBuf;

use besace_server::config::Setting;
use clap::Args;

/// The settings, as flags.
#[derive(Debug, Args)]
#[command(next_help_heading = "Settings (also BESACE_… variables and the configuration file)")]
pub(crate) struct Settings {
    /// The configuration file (TOML) [BESACE_CONFIG].
    #[arg(long, global = true)]
    pub config: Option<PathBuf>,
    /// The folder of keys and cooperatives [default: ./besace-data].
    #[arg(long, global = true)]
    data: Option<String>,
    /// Address and port of the HTTP server [default: 127.0.0.1:8080].
    #[arg(long, global = true)]
    listen: Option<String>,
    /// Where people reach the relay, e.g. https://besace.example.coop.
    #[arg(long, global = true)]
    public_url: Option<String>,
    /// More origins whose pages may use the relay, separated by commas.
    #[arg(long, global = true)]
    allowed_origins: Option<String>,
    /// Proxies whose X-Forwarded-For is believed, e.g. 127.0.0.1,10.0.0.0/8.
    #[arg(long, global = true)]
    trusted_proxies: Option<String>,
    /// Address and port where GET /metrics is answered in Prometheus' format; never on the HTTP server's own, where a
    /// proxy would publish it. An address beyond this machine needs BESACE_METRICS_TOKEN [default: nowhere].
    #[arg(long, global = true)]
    metrics_listen: Option<String>,
    /// Log lines: text or json.
    #[arg(long, global = true)]
    log_format: Option<String>,
    /// What is logged, e.g. info,besace_server=debug.
    #[arg(long, global = true)]
    log: Option<String>,
    /// Requests per second and address, 20 times as many at once; 0 for no limit [default: 50].
    #[arg(long, global = true)]
    peer_requests_per_second: Option<String>,
    /// Pushes (of up to 100 commits) per second and device, 25 times as many in a burst [default: 20].
    #[arg(long, global = true)]
    device_pushes_per_second: Option<String>,
    /// Seconds after which a cooperative that nobody uses is closed until somebody does [default: 120].
    #[arg(long, global = true)]
    rest_after_seconds: Option<String>,
    /// Where files lie: s3://bucket/prefix, with --s3-access-key and BESACE_S3_SECRET_KEY [default: files/ in the data folder].
    #[arg(long, global = true)]
    file_store: Option<String>,
    /// Where the store that speaks S3 is, e.g. https://s3.example.coop.
    #[arg(long, global = true)]
    s3_endpoint: Option<String>,
    /// Its region [default: us-east-1].
    #[arg(long, global = true)]
    s3_region: Option<String>,
    /// Who asks it; the secret key is BESACE_S3_SECRET_KEY.
    #[arg(long, global = true)]
    s3_access_key: Option<String>,
    /// Mebibytes of files that one member may bring [default: 500].
    #[arg(long, global = true)]
    member_files_mib: Option<String>,
    /// Mebibytes of files that a cooperative may have [default: 20480].
    #[arg(long, global = true)]
    coop_files_mib: Option<String>,
    /// Days for which a file is kept that no document names any more [default: 30].
    #[arg(long, global = true)]
    files_kept_days: Option<String>,
    /// More hosts of push services than those of the usual browsers, separated by commas: the relay sends whatever devices
    /// name there, e.g. push.example.org or *.push.example.org.
    #[arg(long, global = true)]
    push_hosts: Option<String>,
    /// Where mail is handed in: smtps://host[:465], or smtp://host[:587] with STARTTLS. Without it there is no mail.
    #[arg(long, global = true)]
    smtp_url: Option<String>,
    /// Who hands it in; the password is BESACE_SMTP_PASSWORD.
    #[arg(long, global = true)]
    smtp_user: Option<String>,
    /// Whom mail comes from, e.g. "Besace <besace@example.coop>"; needed for mail.
    #[arg(long, global = true)]
    mail_from: Option<String>,
}

impl Settings {
    /// The flags that were given.
    pub(crate) fn flags(&self) -> BTreeMap<Setting, String> {
        let pairs = [
            (Setting::Data, &self.data),
            (Setting::Listen, &self.listen),
            (Setting::PublicUrl, &self.public_url),
            (Setting::AllowedOrigins, &self.allowed_origins),
            (Setting::TrustedProxies, &self.trusted_proxies),
            (Setting::MetricsListen, &self.metrics_listen),
            (Setting::LogFormat, &self.log_format),
            (Setting::Log, &self.log),
            (
                Setting::PeerRequestsPerSecond,
                &self.peer_requests_per_second,
            ),
            (
                Setting::DevicePushesPerSecond,
                &self.device_pushes_per_second,
            ),
            (Setting::RestAfterSeconds, &self.rest_after_seconds),
            (Setting::FileStore, &self.file_store),
            (Setting::S3Endpoint, &self.s3_endpoint),
            (Setting::S3Region, &self.s3_region),
            (Setting::S3AccessKey, &self.s3_access_key),
            (Setting::MemberFilesMib, &self.member_files_mib),
            (Setting::CoopFilesMib, &self.coop_files_mib),
            (Setting::FilesKeptDays, &self.files_kept_days),
            (Setting::PushHosts, &self.push_hosts),
            (Setting::SmtpUrl, &self.smtp_url),
            (Setting::SmtpUser, &self.smtp_user),
            (Setting::MailFrom, &self.mail_from),
        ];
        pairs
            .into_iter()
            .filter_map(|(setting, value)| Some((setting, value.clone()?)))
            .collect()
    }
}
