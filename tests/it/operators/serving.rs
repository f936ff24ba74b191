//! The real binary while it serves, and what it answers.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::binary;

/// How long the relay may take to start or to say something.
const PATIENCE: Duration = Duration::from_secs(60);

/// A relay that serves, and writes its log into a file.
pub(crate) struct Serving {
    child: Child,
    pub(crate) port: u16,
    log: PathBuf,
}

impl Serving {
    /// Starts it and waits until it answers.
    pub(crate) fn start(data: &Path, flags: &[&str]) -> Self {
        Self::run(Command::new(binary::path()), data, flags)
    }

    /// The same, with so many descriptors and no more.
    pub(crate) fn start_with_descriptors(data: &Path, descriptors: u32, flags: &[&str]) -> Self {
        let mut command = Command::new("sh");
        let limited = format!("ulimit -n {descriptors} && exec \"$@\"");
        command.args(["-c", &limited, "sh"]).arg(binary::path());
        Self::run(command, data, flags)
    }

    fn run(mut command: Command, data: &Path, flags: &[&str]) -> Self {
        let port = free_port();
        let log = data.with_extension("log");
        let file = fs::File::create(&log).expect("the folder takes a log");
        command
            .args(["serve", "--listen", &format!("127.0.0.1:{port}")])
            .args(["--peer-requests-per-second", "0", "--data"])
            .arg(data)
            .args(flags);
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(file)
            .spawn()
            .expect("the relay starts");
        let serving = Self { child, port, log };
        serving.until(|serving| get(serving.port, "/health").is_some());
        serving
    }

    /// Waits until something is so.
    pub(crate) fn until(&self, is_so: impl Fn(&Self) -> bool) {
        let started = Instant::now();
        while !is_so(self) {
            assert!(started.elapsed() < PATIENCE, "{}", self.log());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// What it wrote so far.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(&self.log).expect("the log is there")
    }

    /// SIGTERM, and waits for its orderly end.
    pub(crate) fn stop(mut self) -> String {
        let id = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status();
        assert!(told.is_ok_and(|status| status.success()), "kill works");
        let ended = self.child.wait().expect("a child can be waited for");
        assert!(ended.success(), "{}", self.log());
        self.log()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Status and body of a GET; `None` when nobody answers.
pub(crate) fn get(port: u16, path: &str) -> Option<(u16, String)> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect(address).ok()?;
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some((status, body.to_owned()))
}

pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}
