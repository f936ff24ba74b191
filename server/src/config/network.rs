//! A range of IP addresses.

use std::net::IpAddr;

/// A range of addresses, as `10.0.0.0/8`, `::1` and the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    base: u128,
    bits: u32,
    width: u32,
}

impl Network {
    pub(super) fn parse(text: &str) -> Option<Self> {
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

pub(super) fn number(address: IpAddr) -> (u128, u32) {
    match address {
        IpAddr::V4(v4) => (u128::from(v4.to_bits()), 32),
        IpAddr::V6(v6) => (v6.to_bits(), 128),
    }
}
