//! Child processes that are measured: the relay, and the floors beside it. Each is ended by its own id.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use nix::time::{ClockId, clock_getcpuclockid};
use nix::unistd::Pid;

mod relay;

use relay::free_port;
pub(crate) use relay::{PACE_LIFTED, PACE_REAL, Relay, origin};

/// How long a process may take to answer.
const READY: Duration = Duration::from_secs(60);

/// A process on a port of its own.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    /// Where it listens.
    pub(crate) port: u16,
}

impl Process {
    fn start(mut command: Command, port: u16) -> Self {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the process starts");
        let mut process = Self { child, port };
        let started = Instant::now();
        while !process.answers() {
            let ended = process.child.try_wait().expect("a child can be asked");
            assert!(
                ended.is_none() && started.elapsed() < READY,
                "the process on port {port} does not answer: {ended:?}"
            );
            std::thread::sleep(Duration::from_millis(2));
        }
        process
    }

    fn answers(&self) -> bool {
        get(self.port, "/health").is_some_and(|answer| answer.starts_with("HTTP/1.1 200"))
    }

    /// Seconds of CPU it used so far, in threads that ended too.
    pub(crate) fn cpu_s(&self) -> f64 {
        let pid = Pid::from_raw(self.child.id().cast_signed());
        let clock = clock_getcpuclockid(pid).expect("the process lives");
        seconds_on(clock)
    }

    /// Waits until it does nothing any more: what its file was made with is derived and tried by then.
    pub(crate) async fn at_rest(&self) {
        for _ in 0..60 {
            let before = self.cpu_s();
            tokio::time::sleep(Duration::from_secs(2)).await;
            if self.cpu_s() - before < 0.01 {
                return;
            }
        }
        panic!("it does not come to rest");
    }

    /// Its resident memory in KiB.
    pub(crate) fn rss_kib(&self) -> f64 {
        let path = format!("/proc/{}/status", self.child.id());
        let text = std::fs::read_to_string(path).expect("the process lives");
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .expect("Linux tells the resident memory");
        let number = line.trim().trim_end_matches(" kB");
        number.parse().expect("a number of kilobytes")
    }

    /// How many descriptors it has open.
    pub(crate) fn descriptors(&self) -> usize {
        let folder = format!("/proc/{}/fd", self.child.id());
        std::fs::read_dir(folder).map_or(0, Iterator::count)
    }

    /// `kill -9`.
    pub(crate) fn kill(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// SIGTERM, and waits for its orderly end.
    pub(crate) fn stop(&mut self) {
        let id = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status();
        assert!(told.is_ok_and(|status| status.success()), "kill works");
        self.child.wait().expect("a child can be waited for");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The answer to a plain request on a port.
fn get(port: u16, path: &str) -> Option<String> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1)).ok()?;
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    let mut answer = String::new();
    stream.write_all(request.as_bytes()).ok()?;
    stream.read_to_string(&mut answer).ok()?;
    Some(answer)
}

/// Seconds of CPU the calling thread used so far: what a busy machine does not stretch.
pub(crate) fn own_cpu_s() -> f64 {
    seconds_on(ClockId::CLOCK_THREAD_CPUTIME_ID)
}

fn seconds_on(clock: ClockId) -> f64 {
    let time = clock.now().expect("Linux tells it");
    Duration::from(time).as_secs_f64()
}

/// Starts the durable floor: this same binary with another task.
pub(crate) fn floor(file: &Path) -> Process {
    let port = free_port();
    let this = std::env::current_exe().expect("a program knows itself");
    let mut command = Command::new(this);
    command.arg("--floor").arg(port.to_string()).arg(file);
    Process::start(command, port)
}

/// The relay as `make run` builds it. `BESACE_BIN` names another one.
pub(crate) fn relay_binary() -> PathBuf {
    if let Some(path) = std::env::var_os("BESACE_BIN") {
        return path.into();
    }
    let status = Command::new(env!("CARGO"))
        .args(["build", "--locked", "--release"])
        // Whole packages, and both: then everything is shared with what the bench itself is made of.
        .args(["--package", "besace-server", "--package", "besace-tests"])
        .status();
    assert!(
        status.is_ok_and(|status| status.success()),
        "the relay builds"
    );
    let this = std::env::current_exe().expect("a program knows itself");
    let folder = this
        .ancestors()
        .nth(2)
        .expect("target/release/deps/budgets");
    folder.join("besace")
}
