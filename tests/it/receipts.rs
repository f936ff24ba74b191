//! Thirty pictures of receipts on their way to the real relay, whose links break and which is killed without a word.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::thread;
use std::time::Duration;

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::files::NamedFile;
use besace_model::head::DocHead;
use besace_model::ids::{DocId, FileHash};
use besace_model::kinds::activity::ActivityCommand;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::coop::{Founder, Pen, expense, fresh_folder};
use crate::process::{PACE_LIFTED, Relay};
use crate::{binary, operators};

const PICTURES: u64 = 30;
const KILLS: u64 = 4;
const PIECE: usize = 60_000;

/// A picture, as far as anybody looks.
fn picture(number: u64) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x06\x40\0\0\x04\xb0".to_vec();
    bytes.resize(150_000 + number as usize * 1_000, number as u8);
    bytes
}

fn hash_of(bytes: &[u8]) -> FileHash {
    FileHash(Sha256::digest(bytes).into())
}

/// A phone's requests.
struct Bringer {
    port: u16,
    token: String,
    doc: DocId,
}

impl Bringer {
    /// Status and body; `None` when the link broke.
    fn ask(&self, method: &str, path: &str, body: &[u8]) -> Option<(u16, Vec<u8>)> {
        let Self { port, token, doc } = self;
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, *port)).ok()?;
        let head = format!(
            "{method} /api/v1/files/{doc}/{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(body).ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok()?;
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&answer[..end]);
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some((status, answer[end + 4..].to_vec()))
    }

    /// Brings a picture from where the relay has got to, until the link breaks; whether it is there whole.
    fn bring(&self, bytes: &[u8]) -> Option<bool> {
        let hash = hash_of(bytes);
        let (status, state) = self.ask("GET", &format!("{hash}/state"), &[])?;
        assert_eq!(status, 200);
        let mut state: Value = serde_json::from_slice(&state).ok()?;
        while state["whole"] == false {
            let at = state["received"].as_u64()? as usize;
            let piece = &bytes[at..bytes.len().min(at + PIECE)];
            let (status, told) = self.ask("PUT", &format!("{hash}?at={at}"), piece)?;
            assert_eq!(status, 200, "{}", String::from_utf8_lossy(&told));
            state = serde_json::from_slice(&told).ok()?;
        }
        Some(state["whole"] == true)
    }
}

#[test]
fn thirty_receipts_arrive_once_however_often_the_relay_is_killed() {
    let data = fresh_folder("receipts");
    let mut founder = Founder::new(&data);
    let member = founder.member(&[Role::Entrepreneur]);
    let device = founder.device(member);
    let mut pen = Pen::new(founder.coop.id(), DocHead::activity(member, 2026), &device);
    let says = (0..PICTURES).map(|number| {
        let bytes = picture(number);
        let file = NamedFile {
            hash: hash_of(&bytes),
            bytes: bytes.len() as u32,
        };
        let mut say = expense(2026, number);
        if let Say::Activity(ActivityCommand::AddExpense { expense, .. }) = &mut say {
            expense.files = [file].into_iter().collect();
        }
        say
    });
    let commits = pen.write_all(&device, says, founder.now);
    founder.admit(&pen.head, &commits);
    let coop = founder.close();
    let mut relay = Relay::start(&binary::path(), &data, coop, PACE_LIFTED);
    for round in 0..=KILLS {
        let bringer = Bringer {
            port: relay.process.port,
            token: relay.token(&device),
            doc: pen.head.id(coop),
        };
        let bringing = thread::spawn(move || {
            let all = (0..PICTURES).map(|number| bringer.bring(&picture(number)));
            all.filter(|one| *one != Some(true)).count()
        });
        if round < KILLS {
            thread::sleep(Duration::from_millis(20 + 15 * round));
            relay.process.kill();
            let _left = bringing.join().expect("a phone ends well");
            relay.again();
        } else {
            let left = bringing.join().expect("a phone ends well");
            assert_eq!(left, 0, "all are there");
        }
    }
    let bringer = Bringer {
        port: relay.process.port,
        token: relay.token(&device),
        doc: pen.head.id(coop),
    };
    for number in 0..PICTURES {
        let bytes = picture(number);
        let got = bringer.ask("GET", &hash_of(&bytes).to_string(), &[]);
        assert!(got == Some((200, bytes)), "picture {number}");
    }
    let kept = std::fs::read_dir(data.join("files").join(coop.to_string()));
    assert_eq!(kept.expect("a folder").count() as u64, PICTURES);
    let left = std::fs::read_dir(data.join("spool").join(coop.to_string()));
    assert_eq!(left.expect("a folder").count(), 0, "nothing is left over");
    assert_eq!(
        operators::open_to_others(&data),
        Vec::<std::path::PathBuf>::new(),
        "they are their owner's alone"
    );
    drop(relay);
    std::fs::remove_dir_all(data).expect("it is ours");
}
