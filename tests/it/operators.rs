//! What an administrator meets: the real binary, its files, its log, its answers.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::binary;
use crate::coop::fresh_folder;

/// How long the relay may take to start or to say something.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs a command of the binary to its end.
pub(crate) fn besace(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(binary::path());
    command.arg("--data").arg(data).args(arguments);
    command
        .stdin(Stdio::null())
        .output()
        .expect("the binary runs")
}

/// [`besace`], which must do what it is told; what it prints.
pub(crate) fn done(data: &Path, arguments: &[&str]) -> String {
    let output = besace(data, arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).expect("text")
}

/// [`besace`], which must refuse; what it says then.
pub(crate) fn refused(data: &Path, arguments: &[&str]) -> String {
    let output = besace(data, arguments);
    assert!(!output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stderr).expect("text")
}

/// Makes a cooperative.
pub(crate) fn init(data: &Path, name: &str) {
    done(
        data,
        &[
            "init",
            "--name",
            name,
            "--director",
            "Dominique",
            "--another",
        ],
    );
}

/// A relay that serves, and writes its log into a file.
pub(crate) struct Serving {
    child: Child,
    pub(crate) port: u16,
    log: PathBuf,
}

impl Serving {
    /// Starts it and waits until it answers.
    pub(crate) fn start(data: &Path, flags: &[&str]) -> Self {
        let port = free_port();
        let log = data.with_extension("log");
        let file = fs::File::create(&log).expect("the folder takes a log");
        let mut command = Command::new(binary::path());
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

/// Every file and folder below one, with what group and others may do.
fn open_to_others(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let kept = fs::metadata(&path).expect("it is there");
            if kept.permissions().mode() & 0o077 != 0 {
                found.push(path.clone());
            }
            if kept.is_dir() {
                folders.push(path);
            }
        }
    }
    found
}

#[test]
fn log_lines_carry_no_colour_codes_where_no_terminal_shows_them() {
    let data = fresh_folder("colours");
    init(&data, "Estuaire");
    for format in ["text", "json"] {
        let log = Serving::start(&data, &["--log-format", format]).stop();
        assert!(log.contains("the relay is ready"), "{log}");
        assert!(!log.contains('\u{1b}'), "{log:?}");
    }
    assert!(!refused(&data, &["invite"]).contains('\u{1b}'));
}

#[test]
fn databases_and_exports_are_readable_by_their_owner_alone() {
    let data = fresh_folder("private");
    init(&data, "Estuaire");
    let export = data.with_extension("export");
    done(&data, &["export", "--to", &export.display().to_string()]);
    let none: Vec<PathBuf> = Vec::new();
    assert_eq!(open_to_others(&data), none);
    assert_eq!(open_to_others(&export), none);

    // What an earlier version or a careless copy left open is closed again, and the log says so.
    let opened = [data.join("coops"), database(&data)];
    for path in &opened {
        let mode = if path.is_dir() { 0o755 } else { 0o644 };
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
    }
    let serving = Serving::start(&data, &[]);
    assert_eq!(open_to_others(&data), none, "while it is served");
    let log = serving.stop();
    for path in &opened {
        assert!(log.contains(&path.display().to_string()), "{log}");
    }
    fs::remove_dir_all(export).expect("it is ours");
}

/// The files of the cooperatives.
pub(crate) fn databases(data: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(data.join("coops")).expect("a folder");
    files
        .map(|file| file.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
        .collect()
}

/// What SQLite keeps beside a database: of another moment than a copy of it.
pub(crate) fn beside(file: &Path) -> [PathBuf; 2] {
    ["-wal", "-shm"].map(|suffix| PathBuf::from(format!("{}{suffix}", file.display())))
}

/// The file of the only cooperative.
pub(crate) fn database(data: &Path) -> PathBuf {
    databases(data).pop().expect("a cooperative")
}

#[test]
fn figures_are_answered_on_a_listener_of_their_own_alone() {
    let data = fresh_folder("figures");
    init(&data, "Estuaire");
    let port = free_port();
    let at = format!("127.0.0.1:{port}");
    let serving = Serving::start(&data, &["--metrics-listen", &at]);
    let (status, figures) = get(port, "/metrics").expect("an answer");
    assert_eq!(status, 200);
    assert!(figures.contains("besace_connections"), "{figures}");
    let (_, public) = get(serving.port, "/metrics").expect("an answer");
    assert!(!public.contains("besace_connections"), "{public}");
    assert_eq!(get(port, "/health").expect("an answer").0, 404);
    serving.stop();
}

#[test]
fn a_second_init_makes_no_second_cooperative_by_mistake() {
    let data = fresh_folder("init").join("à côté? #1");
    let director = ["--director", "Dominique"];
    init(&data, "Coop de l’Estuaire");
    let again = ["init", "--name", "Coop de l’Estuaire"];
    let said = refused(&data, &[&again[..], &director].concat());
    assert!(said.contains("--another"), "{said}");
    let same = ["init", "--another", "--name", "COOP de  l'estuaire"];
    let said = refused(&data, &[&same[..], &director].concat());
    assert!(said.contains("Coop de l’Estuaire ("), "{said}");
    init(&data, "Val d’Or");
    let strays = databases(&data).into_iter().flat_map(|file| beside(&file));
    assert!(
        !strays.into_iter().any(|path| path.exists()),
        "nothing is made beside them"
    );

    let said = refused(&data, &["members"]);
    assert!(said.contains("Coop de l’Estuaire (") && said.contains("Val d’Or ("));
    let said = refused(&data, &["--coop", "Nulle part", "members"]);
    assert!(
        said.contains("no cooperative is called `Nulle part`"),
        "{said}"
    );
    done(
        &data,
        &[
            "--coop",
            "val d'or",
            "add-member",
            "Anne",
            "--role",
            "coach",
        ],
    );
    assert!(done(&data, &["--coop", "Val d’Or", "members"]).contains("Anne"));
    assert!(!done(&data, &["--coop", "Coop de l’Estuaire", "members"]).contains("Anne"));
}

#[test]
fn two_cooperatives_that_have_one_name_from_before_are_told_apart_by_their_ids() {
    let data = fresh_folder("namesakes");
    init(&data, "Estuaire");
    let first = database(&data);
    init(&data, "Val d’Or");
    let conn = rusqlite::Connection::open(database_but(&data, &first)).expect("a database");
    conn.execute("UPDATE coop SET name = 'estuaire'", [])
        .expect("it is one row");
    drop(conn);
    let id = first
        .file_stem()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let said = refused(&data, &["--coop", "Estuaire", "members"]);
    assert!(said.contains(&id) && said.contains("by its id"), "{said}");
    done(&data, &["--coop", &id, "members"]);
}

/// The file of the other cooperative.
fn database_but(data: &Path, one: &Path) -> PathBuf {
    let mut all = databases(data);
    all.retain(|path| path != one);
    all.pop().expect("another cooperative")
}
