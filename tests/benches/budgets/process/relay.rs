//! The relay as a process of its own.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use besace_model::ids::CoopId;
use besace_server::auth::Keys;
use besace_server::clock::Clock;
use besace_server::keyring;

use super::{Process, get};
use crate::coop::Device;

/// The relay: the real binary on a data folder.
#[derive(Debug)]
pub(crate) struct Relay {
    /// The process.
    pub(crate) process: Process,
    /// The cooperative it serves.
    pub(crate) coop: CoopId,
    binary: PathBuf,
    data: PathBuf,
    flags: Vec<String>,
    figures: u16,
    keys: Keys,
    clock: Clock,
}

/// Lets devices push as fast as they can.
pub(crate) const PACE_LIFTED: &[&str] = &["--device-pushes-per-second", "10000000"];

/// The pace of the real world.
pub(crate) const PACE_REAL: &[&str] = &[];

impl Relay {
    /// Starts it. Requests by address are not limited: everybody here has the same one.
    pub(crate) fn start(binary: &Path, data: &Path, coop: CoopId, flags: &[&str]) -> Self {
        let port = free_port();
        let clock = Clock::system();
        let keys = keyring::load(data, &origin(port), &clock).expect("the folder takes keys");
        let figures = free_port();
        let listen = format!("--metrics-listen=127.0.0.1:{figures}");
        let flags = flags.iter().map(|flag| (*flag).to_owned());
        let flags: Vec<String> = flags.chain([listen]).collect();
        Self {
            process: Process::start(command(binary, data, port, &flags), port),
            coop,
            binary: binary.to_owned(),
            data: data.to_owned(),
            flags,
            figures,
            keys,
            clock,
        }
    }

    /// Seconds it spent on what is derived, since it opened the cooperative.
    pub(crate) fn derived_s(&self) -> f64 {
        let figures = get(self.figures, "/metrics").expect("it tells its figures");
        let mut lines = figures.lines();
        let line = lines.find(|line| line.starts_with("besace_derived_seconds{"));
        let value = line.and_then(|line| line.rsplit(' ').next());
        value
            .and_then(|value| value.parse().ok())
            .expect("one of them")
    }

    /// Ends it in order and starts it again on the same port.
    pub(crate) fn restart(&mut self) {
        self.process.stop();
        self.again();
    }

    /// Starts it again after [`Process::kill`].
    pub(crate) fn again(&mut self) {
        let port = self.process.port;
        self.process = Process::start(command(&self.binary, &self.data, port, &self.flags), port);
    }

    /// An access token, as the relay would give it to the device.
    pub(crate) fn token(&self, device: &Device) -> String {
        let (now, nonce) = (self.clock.now(), self.clock.random());
        self.keys
            .issue(now, self.coop, device.member, device.device, nonce)
            .expect("the keys sign")
    }
}

pub(super) fn command(binary: &Path, data: &Path, port: u16, flags: &[String]) -> Command {
    let mut command = Command::new(binary);
    command
        .arg("serve")
        .args(["--listen", &format!("127.0.0.1:{port}")])
        .args(["--log", "error", "--peer-requests-per-second", "0"])
        .arg("--data")
        .arg(data)
        .args(flags);
    command
}

/// The address that pages and tokens of the relay name.
pub(crate) fn origin(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

pub(super) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}
