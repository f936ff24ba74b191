//! What the figures stand beside. The durable broadcast floor: websocket rooms on axum that acknowledge and pass on a
//! frame after a SQLite group commit (WAL, `synchronous=FULL`). It checks nothing and knows no document. And the bare
//! SQLite floor: the same rows without any network.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Path as Segment, State};
use axum::routing::get;
use axum::serve::ListenerExt;
use besace_server::limits::GROUP_COMMITS_MAX;
use rusqlite::Connection;
use tokio::sync::{broadcast, oneshot};

/// The acknowledgement of a frame.
pub(crate) const ACK: &[u8] = b"k";

type Heard = (u64, Bytes);

struct Job {
    room: u64,
    bytes: Bytes,
    done: oneshot::Sender<()>,
}

#[derive(Clone)]
struct Rooms {
    rooms: Arc<Mutex<HashMap<u64, broadcast::Sender<Heard>>>>,
    jobs: Sender<Job>,
    last: Arc<AtomicU64>,
}

/// Serves rooms until it is killed.
pub(crate) async fn serve(port: u16, file: &Path) -> Infallible {
    let (jobs, queue) = channel();
    let conn = open(file);
    std::thread::spawn(move || write(&conn, &queue));
    let rooms = Rooms {
        rooms: Arc::default(),
        jobs,
        last: Arc::default(),
    };
    let router = Router::new()
        .route("/health", get(|| async { "ok" }))
        .route("/room/{room}", get(upgrade))
        .with_state(rooms);
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
    let listener = listener.expect("the port is free").tap_io(|stream| {
        // As the relay does: small frames must not wait.
        let _ = stream.set_nodelay(true);
    });
    axum::serve(listener, router).await.expect("it serves");
    unreachable!("axum serves for ever")
}

async fn upgrade(
    State(rooms): State<Rooms>,
    Segment(room): Segment<u64>,
    upgrade: WebSocketUpgrade,
) -> axum::response::Response {
    upgrade
        .read_buffer_size(4096)
        .write_buffer_size(0)
        .on_upgrade(move |socket| run(rooms, room, socket))
}

async fn run(rooms: Rooms, room: u64, mut socket: WebSocket) {
    let me = rooms.last.fetch_add(1, Ordering::Relaxed);
    let (tell, mut hear) = {
        let mut all = rooms.rooms.lock().expect("nobody panics in here");
        let tell = all
            .entry(room)
            .or_insert_with(|| broadcast::channel(4096).0);
        (tell.clone(), tell.subscribe())
    };
    loop {
        tokio::select! {
            message = socket.recv() => {
                let Some(Ok(Message::Binary(bytes))) = message else { return };
                let (done, durable) = oneshot::channel();
                let job = Job { room, bytes: bytes.clone(), done };
                if rooms.jobs.send(job).is_err() || durable.await.is_err() {
                    return;
                }
                // Nobody else may be there.
                let _ = tell.send((me, bytes));
                if socket.send(Message::Binary(Bytes::from_static(ACK))).await.is_err() {
                    return;
                }
            }
            heard = hear.recv() => {
                let Ok((from, bytes)) = heard else { return };
                if from != me && socket.send(Message::Binary(bytes)).await.is_err() {
                    return;
                }
            }
        }
    }
}

fn open(file: &Path) -> Connection {
    let conn = Connection::open(file).expect("a new file");
    conn.pragma_update(None, "journal_mode", "WAL")
        .expect("WAL");
    conn.pragma_update(None, "synchronous", "FULL")
        .expect("FULL");
    let table =
        "CREATE TABLE log (seq INTEGER PRIMARY KEY, room INTEGER NOT NULL, bytes BLOB NOT NULL)";
    conn.execute(table, ()).expect("a table");
    conn
}

/// One writer, group commits: what queued while the last group was written.
fn write(conn: &Connection, queue: &Receiver<Job>) {
    while let Ok(first) = queue.recv() {
        let mut group = vec![first];
        while group.len() < GROUP_COMMITS_MAX
            && let Ok(job) = queue.try_recv()
        {
            group.push(job);
        }
        insert(conn, group.iter().map(|job| (job.room, job.bytes.as_ref())));
        for job in group {
            // The socket may be gone.
            let _ = job.done.send(());
        }
    }
}

fn insert<'a>(conn: &Connection, rows: impl Iterator<Item = (u64, &'a [u8])>) {
    conn.execute_batch("BEGIN IMMEDIATE")
        .expect("a transaction");
    let mut statement = conn
        .prepare_cached("INSERT INTO log (room, bytes) VALUES (?1, ?2)")
        .expect("a statement");
    for (room, bytes) in rows {
        statement.execute((room as i64, bytes)).expect("a row");
    }
    drop(statement);
    conn.execute_batch("COMMIT").expect("a commit");
}

/// Rows a second that SQLite alone makes durable in groups, from one thread.
pub(crate) fn bare_sqlite(file: &Path, row_bytes: usize, group: usize, time: Duration) -> f64 {
    let conn = open(file);
    let row = vec![0x5A; row_bytes];
    let started = Instant::now();
    let mut rows = 0;
    while started.elapsed() < time {
        insert(&conn, (0..group).map(|_| (0, row.as_slice())));
        rows += group;
    }
    rows as f64 / started.elapsed().as_secs_f64()
}
