//! Who is at the other end of a request, and how much they may ask before they said who they are.

use std::net::{IpAddr, Ipv6Addr};

use axum::http::HeaderMap;

use crate::config::Network;

/// An address may ask at once for what it may ask in so many seconds: a whole cooperative comes back from lunch behind
/// one address.
pub const BURST_SECONDS: u32 = 20;
/// Wrong invitations one address may try at once.
pub const GUESS_BURST: u32 = 20;
/// Time after which one more is allowed.
pub const GUESS_EVERY_MS: f64 = 3_000.0;

/// The address a request comes from. `X-Forwarded-For` is read from the right, and only as far as each hop is a proxy
/// that we know.
#[must_use]
pub fn address(socket: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let is_proxy = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut found = socket.to_canonical();
    let hops = headers.get_all("x-forwarded-for");
    let hops: Vec<&str> = hops
        .iter()
        .filter_map(|value| value.to_str().ok())
        .collect();
    for hop in hops.iter().rev().flat_map(|line| line.rsplit(',')) {
        if !is_proxy(found) {
            break;
        }
        match hop.trim().parse::<IpAddr>() {
            Ok(address) => found = address.to_canonical(),
            Err(_) => break,
        }
    }
    found
}

/// An IPv6 subscriber counts as one whatever address of its /64 it uses.
#[must_use]
pub fn subscriber(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, Setting, Sources};

    fn check(socket: &str, forwarded: &[&str], expected: &str) {
        let mut sources = Sources::default();
        sources
            .environment
            .insert(Setting::TrustedProxies, "10.0.0.0/8,::1".to_owned());
        let trusted = Config::read(&sources).unwrap().trusted_proxies;
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        let found = address(socket.parse().unwrap(), &headers, &trusted);
        assert_eq!(
            found,
            expected.parse::<IpAddr>().unwrap(),
            "{socket} {forwarded:?}"
        );
    }

    #[test]
    fn a_subscriber_is_one_whatever_address_of_theirs_they_use() {
        let subscriber = |text: &str| subscriber(text.parse().unwrap());
        assert_eq!(subscriber("2001:db8::1"), subscriber("2001:db8::2"));
        assert_ne!(subscriber("2001:db8::1"), subscriber("2001:db8:0:1::1"));
        assert_ne!(subscriber("192.0.2.1"), subscriber("192.0.2.2"));
    }

    #[test]
    fn only_known_proxies_say_who_they_speak_for() {
        check("192.0.2.1", &["203.0.113.9"], "192.0.2.1");
        check("10.0.0.1", &["203.0.113.9"], "203.0.113.9");
        check("10.0.0.1", &["6.6.6.6, 203.0.113.9"], "203.0.113.9");
        check(
            "10.0.0.1",
            &["6.6.6.6, 203.0.113.9, 10.0.0.2"],
            "203.0.113.9",
        );
        check("10.0.0.1", &["6.6.6.6", "203.0.113.9"], "203.0.113.9");
        check("10.0.0.1", &["garbage"], "10.0.0.1");
        check("::1", &[], "::1");
    }
}
