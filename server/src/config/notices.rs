//! Settings of being told in time: whom the relay may send to, and how mail is handed in.

use std::net::SocketAddr;

use lettre::message::Mailbox;

use super::origin::Origin;
use super::secret::Secret;
use super::setting::Setting;
use super::sources::SettingsReader;

/// How people are told in time.
#[derive(Debug, Clone)]
pub struct NoticesConfig {
    /// Hosts of push services that devices may name beside those of the usual browsers. Default: none.
    pub push_hosts: Vec<PushHost>,
    /// How mail is handed in. Default: none, and no mail.
    pub mail: Option<MailConfig>,
}

/// A host of a push service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PushHost {
    /// That host, by https.
    Exact(String),
    /// Whatever ends with this, its point included, by https.
    Under(String),
    /// A port of this machine, without encryption, for tests: taken only where the relay itself is reached at this machine
    /// alone, so no relay that serves people has one by accident.
    Local(SocketAddr),
}

/// How mail is handed in.
#[derive(Debug, Clone)]
pub struct MailConfig {
    /// The road to the server.
    pub road: SmtpRoad,
    /// The server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Who hands in, and how they prove it.
    pub login: Option<(String, Secret)>,
    /// Whom mail comes from.
    pub from: Mailbox,
}

/// How the road to a mail server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmtpRoad {
    /// From the first byte.
    Tls,
    /// Before anything is said of the mail.
    StartTls,
    /// Not at all, to a server of this machine.
    Plain,
}

impl PushHost {
    fn parse(text: &str, is_local: bool) -> Option<Self> {
        if let Some(local) = text.strip_prefix("http://") {
            let address: SocketAddr = local.parse().ok()?;
            return (is_local && address.ip().is_loopback()).then_some(Self::Local(address));
        }
        let host = text.strip_prefix("*.").unwrap_or(text);
        let is_name = host.contains('.')
            && host.split('.').all(|label| {
                !label.is_empty()
                    && label
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b == b'-')
            })
            && host.bytes().any(|b| b.is_ascii_alphabetic());
        let host = host.to_ascii_lowercase();
        is_name.then(|| {
            if text.starts_with("*.") {
                Self::Under(format!(".{host}"))
            } else {
                Self::Exact(host)
            }
        })
    }
}

/// Whether an authority is this machine's own.
fn is_of_this_machine(authority: &str) -> bool {
    let host = authority
        .rsplit_once(':')
        .map_or(authority, |(host, _)| host);
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

fn smtp(text: &str) -> Option<(SmtpRoad, String, u16)> {
    let url = reqwest::Url::parse(text).ok()?;
    let host = url.host_str()?.to_owned();
    let is_bare = url.username().is_empty()
        && url.password().is_none()
        && matches!(url.path(), "" | "/")
        && url.query().is_none();
    let (road, port) = match url.scheme() {
        "smtps" => (SmtpRoad::Tls, 465),
        "smtp" if is_of_this_machine(&host) => (SmtpRoad::Plain, 25),
        "smtp" => (SmtpRoad::StartTls, 587),
        _ => return None,
    };
    is_bare.then(|| (road, host, url.port().unwrap_or(port)))
}

impl SettingsReader<'_> {
    pub(super) fn notices(&mut self, public_url: Option<&Origin>) -> NoticesConfig {
        let is_local = public_url.is_none_or(|url| is_of_this_machine(url.authority()));
        let push_hosts = self.list(
            Setting::PushHosts,
            "hosts such as push.example.org or *.example.org, separated by commas; http://127.0.0.1:PORT only for tests, \
             where public_url is of this machine",
            |text| PushHost::parse(text, is_local),
        );
        NoticesConfig {
            push_hosts,
            mail: self.mail(),
        }
    }

    fn mail(&mut self) -> Option<MailConfig> {
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let user = self.value(Setting::SmtpUser, "a name", text);
        let password = self.value(Setting::SmtpPassword, "a password", text);
        let from = self.value(
            Setting::MailFrom,
            "an address such as Besace <besace@example.coop>",
            |text| text.parse::<Mailbox>().ok(),
        );
        let (road, host, port) = self.value(
            Setting::SmtpUrl,
            "smtps://host or smtp://host, with a port or without, together with mail_from; with smtp_user and \
             smtp_password, or neither",
            |text| {
                let is_whole = from.is_some() && user.is_some() == password.is_some();
                smtp(text).filter(|_| is_whole)
            },
        )?;
        Some(MailConfig {
            road,
            host,
            port,
            login: user.zip(password.map(Secret)),
            from: from?,
        })
    }
}
