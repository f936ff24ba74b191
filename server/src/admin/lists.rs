//! The lists of members and of devices.

use besace_model::ids::MemberId;
use besace_model::words;

use super::answer::{DeviceLine, MemberLine};
use crate::home::Tenant;

pub(super) fn members(coop: &Tenant) -> Vec<MemberLine> {
    let people = coop.handle.people();
    let mut lines: Vec<_> = people
        .members()
        .map(|member| MemberLine {
            member: member.row.member,
            name: member.row.name.clone(),
            roles: member.grants.roles.iter().copied().collect(),
            status: member.row.status.as_str().to_owned(),
            devices: people
                .devices()
                .filter(|device| device.member == member.row.member && device.revoked_at.is_none())
                .count(),
        })
        .collect();
    lines.sort_by_cached_key(|line| (words::order(&line.name), line.member));
    lines
}

pub(super) fn devices(coop: &Tenant, member: MemberId) -> Vec<DeviceLine> {
    let people = coop.handle.people();
    let own = people.devices().filter(|device| device.member == member);
    own.map(|device| DeviceLine {
        device: device.device,
        name: device.name.clone(),
        enrolled: device.created_at.rfc3339(),
        last_seen: device.last_seen.date(),
        revoked: device.revoked_at.is_some(),
    })
    .collect()
}
