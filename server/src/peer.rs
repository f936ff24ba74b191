//! Who is at the other end of a request, and how much they may ask before they said who they are.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};

use axum::http::HeaderMap;
use besace_model::time::Timestamp;

use crate::config::Network;

/// An address may ask at once for what it may ask in so many seconds: a whole cooperative comes back from lunch behind
/// one address.
pub const BURST_SECONDS: u32 = 20;
/// Wrong invitations one address may try at once.
pub const GUESS_BURST: u32 = 20;
/// Time after which one more is allowed.
pub const GUESS_EVERY_MS: f64 = 3_000.0;
/// Addresses remembered; past it the fullest buckets, which say nothing, are forgotten.
const PEERS_MAX: usize = 50_000;

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

/// A token bucket per address. An IPv6 subscriber counts as one whatever address of its /64 it uses.
#[derive(Debug)]
pub struct Buckets {
    burst: f64,
    per_ms: f64,
    peers: HashMap<IpAddr, Bucket>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: Timestamp,
}

impl Buckets {
    /// Buckets of `burst`, of which one comes back each `every_ms`.
    #[must_use]
    pub fn new(burst: u32, every_ms: f64) -> Self {
        Self {
            burst: f64::from(burst),
            per_ms: 1.0 / every_ms,
            peers: HashMap::new(),
        }
    }

    /// Takes one, if one is left.
    pub fn take(&mut self, now: Timestamp, address: IpAddr) -> bool {
        if !self.is_left(now, address) {
            return false;
        }
        let left = self.left(now, address);
        let bucket = Bucket {
            left: left - 1.0,
            at: now,
        };
        self.peers.insert(subscriber(address), bucket);
        true
    }

    /// Whether one is left.
    pub fn is_left(&mut self, now: Timestamp, address: IpAddr) -> bool {
        let is_known = self.peers.contains_key(&subscriber(address));
        if !is_known && self.peers.len() >= PEERS_MAX {
            let (burst, per_ms) = (self.burst, self.per_ms);
            self.peers
                .retain(|_, bucket| bucket.refilled(now, burst, per_ms) < burst);
            if self.peers.len() >= PEERS_MAX {
                return false;
            }
        }
        self.left(now, address) >= 1.0
    }

    fn left(&self, now: Timestamp, address: IpAddr) -> f64 {
        let bucket = self.peers.get(&subscriber(address));
        bucket.map_or(self.burst, |bucket| {
            bucket.refilled(now, self.burst, self.per_ms)
        })
    }
}

impl Bucket {
    fn refilled(&self, now: Timestamp, burst: f64, per_ms: f64) -> f64 {
        let elapsed = (now.0 - self.at.0).max(0);
        (self.left + elapsed as f64 * per_ms).min(burst)
    }
}

fn subscriber(address: IpAddr) -> IpAddr {
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

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let mut buckets = Buckets::new(3, 100.0);
        let peer: IpAddr = "2001:db8::1".parse().unwrap();
        let neighbour: IpAddr = "2001:db8::2".parse().unwrap();
        let now = Timestamp(0);
        assert!(buckets.take(now, peer) && buckets.take(now, neighbour) && buckets.take(now, peer));
        assert!(!buckets.take(now, peer));
        assert!(
            buckets.take(now, "2001:db8:0:1::1".parse().unwrap()),
            "another subscriber"
        );
        assert!(buckets.take(now.plus_ms(100), peer));
        assert!(
            !buckets.take(Timestamp(-1_000_000), peer),
            "a clock that jumps back gives nothing"
        );
    }
}
