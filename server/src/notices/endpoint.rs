//! The address of a channel by Web Push: said by a device, so it is whatever an attacker likes until it was read here. The relay
//! sends to push services that the operator knows, and nowhere else.

use std::net::SocketAddr;

use reqwest::Url;

use crate::config::PushHost;
use crate::limits::ENDPOINT_BYTES_MAX;

/// Where the usual browsers have their push services.
const USUAL: [(&str, bool); 4] = [
    ("fcm.googleapis.com", false),
    (".push.services.mozilla.com", true),
    ("web.push.apple.com", false),
    (".notify.windows.com", true),
];

/// The hosts of push services that devices may name.
#[derive(Debug, Clone)]
pub struct Hosts(Vec<PushHost>);

impl Hosts {
    /// Those of the usual browsers, and more.
    #[must_use]
    pub fn new(more: &[PushHost]) -> Self {
        let usual = USUAL.into_iter().map(|(name, is_end)| {
            if is_end {
                PushHost::Under(name.to_owned())
            } else {
                PushHost::Exact(name.to_owned())
            }
        });
        Self(usual.chain(more.iter().cloned()).collect())
    }

    fn takes(&self, name: &str) -> bool {
        self.0.iter().any(|host| match host {
            PushHost::Exact(exact) => exact == name,
            PushHost::Under(end) => name.len() > end.len() && name.ends_with(end.as_str()),
            PushHost::Local(_) => false,
        })
    }

    fn takes_local(&self, url: &Url) -> bool {
        let host = url.host_str().unwrap_or_default();
        let address = format!("{host}:{}", url.port().unwrap_or(80));
        let address = address.parse::<SocketAddr>();
        address.is_ok_and(|address| self.0.contains(&PushHost::Local(address)))
    }
}

/// The address of a channel, at a push service that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint(Url);

impl Endpoint {
    /// Reads what a device says: https, at the usual port of a known host, without credentials, and no longer than such
    /// addresses are.
    #[must_use]
    pub fn parse(text: &str, hosts: &Hosts) -> Option<Self> {
        let is_plain = |b: u8| b.is_ascii_graphic() && b != b'\\';
        if text.len() > ENDPOINT_BYTES_MAX || !text.bytes().all(is_plain) {
            return None;
        }
        let url = Url::parse(text).ok()?;
        let is_bare =
            url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
        // An address in numbers is a host, and no domain.
        let is_known = match url.scheme() {
            "https" => url.port().is_none() && url.domain().is_some_and(|name| hosts.takes(name)),
            "http" => hosts.takes_local(&url),
            _ => false,
        };
        (is_bare && is_known).then_some(Self(url))
    }

    /// An address that nobody has read: for tests of what is beyond that.
    #[cfg(test)]
    pub(super) fn unread(text: &str) -> Self {
        Self(Url::parse(text).unwrap())
    }

    /// The address.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.0
    }

    /// The origin of the push service.
    #[must_use]
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_push_services_are_taken_and_only_by_https_at_their_usual_port() {
        let hosts = Hosts::new(&[PushHost::Exact("push.example.org".into())]);
        for good in [
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://fcm.googleapis.com:443/wp/x",
            "https://updates.push.services.mozilla.com/wpush/v2/x",
            "https://web.push.apple.com/QGuQyavXutnMH",
            "https://wns2-par02p.notify.windows.com/w/?token=x",
            "https://push.example.org/1",
            "https://FCM.googleapis.com/x",
        ] {
            assert!(Endpoint::parse(good, &hosts).is_some(), "{good}");
        }
        let long = format!(
            "https://fcm.googleapis.com/{}",
            "x".repeat(ENDPOINT_BYTES_MAX)
        );
        for bad in [
            "",
            "fcm.googleapis.com/x",
            "http://fcm.googleapis.com/x",
            "ftp://fcm.googleapis.com/x",
            "https://fcm.googleapis.com:8443/x",
            "https://fcm.googleapis.com./x",
            "https://user@fcm.googleapis.com/x",
            "https://fcm.googleapis.com@evil.example/x",
            "https://fcm.googleapis.com.evil.example/x",
            "https://evilfcm.googleapis.com/x",
            "https://push.services.mozilla.com.evil.example/x",
            "https://.push.services.mozilla.com/x",
            "https://evil-push.services.mozilla.com/x",
            "https://sub.push.example.org/x",
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "https://169.254.169.254/latest/meta-data",
            "https://2130706433/x",
            "https://localhost/x",
            "http://127.0.0.1:9/x",
            "https://fcm.googleapis.com/x#y",
            "https://fcm.googleapis.com\\@evil.example/x",
            "https://fcm.googleapis.com/x y",
            "https://fcm.googleapis.com/\r\nx",
            &long,
        ] {
            assert!(Endpoint::parse(bad, &hosts).is_none(), "{bad}");
        }
    }
}
