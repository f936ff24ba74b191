//! Files of an expense: brought in pieces by who wrote it, handed to those who read it, and let go.

mod kept;
mod pieces;
mod readers;
mod room;
mod s3;
mod wrong;

use automerge::Automerge;
use besace_model::command::Command;
use besace_model::commit::{Commit, signing_bytes as commit_bytes};
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::files::NamedFile;
use besace_model::head::DocHead;
use besace_model::ids::{DocId, FileHash, Ulid};
use besace_model::kinds;
use besace_model::kinds::activity::{
    ActivityCommand, ExpenseCategory, ExpenseChanges, ExpenseFields, ExpenseKind,
};
use besace_model::wire::{DocName, DocPush, Verdict};
use sha2::{Digest, Sha256};

use super::resting::Folder;
use super::*;
use crate::home;

/// Bytes of a piece in these tests.
const PIECE: usize = 100_000;

/// Somebody with a phone.
pub(super) struct Person {
    pub(super) member: MemberId,
    pub(super) device: DeviceId,
    pub(super) key: SigningKey,
    pub(super) token: String,
    /// Their activity of this year.
    doc: Automerge,
}

/// A cooperative with a director, Dominique, and an entrepreneur, Anne.
struct Stage {
    folder: Folder,
    world: World,
    anne: Person,
    dominique: String,
    /// Where whole files lie, when not in the folder.
    s3: Option<s3::Server>,
}

/// A PNG of so many bytes, as far as anybody looks.
fn picture(seed: u8, bytes: usize) -> Vec<u8> {
    sized(seed, bytes, 1_600)
}

/// The same, which says that it is so wide and high.
fn sized(seed: u8, bytes: usize, side: u32) -> Vec<u8> {
    let mut picture = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    picture.extend([side.to_be_bytes(), side.to_be_bytes()].concat());
    picture.resize(bytes, seed);
    picture
}

fn hash_of(bytes: &[u8]) -> FileHash {
    FileHash(Sha256::digest(bytes).into())
}

fn named(bytes: &[u8]) -> NamedFile {
    NamedFile {
        hash: hash_of(bytes),
        bytes: bytes.len() as u32,
    }
}

fn entry(number: u8) -> Ulid {
    Ulid::from_parts(1_772_000_000_000, [number; 10])
}

fn expense(number: u8, files: impl IntoIterator<Item = NamedFile>) -> Command {
    let expense = ExpenseFields {
        date: "2026-09-01".into(),
        category: ExpenseCategory::Meal,
        label: "Repas".into(),
        net_cents: 1_000,
        vat_cents: 100,
        vat_rate_bp: None,
        kind: ExpenseKind::Cash,
        receipt: None,
        files: files.into_iter().collect(),
    };
    let id = entry(number);
    Command::Activity(ActivityCommand::AddExpense { id, expense })
}

fn edit(number: u8, files: impl IntoIterator<Item = NamedFile>) -> Command {
    Command::Activity(ActivityCommand::EditExpense {
        year: 2026,
        id: entry(number),
        changes: ExpenseChanges {
            files: Some(files.into_iter().collect()),
            ..Default::default()
        },
    })
}

impl Stage {
    async fn new(name: &str) -> Self {
        Self::with(name, &[]).await
    }

    /// The same, with a store that speaks S3.
    async fn over_s3(name: &str) -> Self {
        let s3 = s3::Server::start(name).await;
        let mut stage = Self::with(&format!("s3-{name}"), &s3.settings()).await;
        stage.s3 = Some(s3);
        stage
    }

    async fn with(name: &str, settings: &[(Setting, &str)]) -> Self {
        let mut folder = Folder::with(&format!("files-{name}"), settings);
        let world = folder.start();
        let (_, _, dominique) = world.phone(&folder.code).await;
        let anne = join(&world, "Anne", Role::Entrepreneur, 11).await;
        Self {
            folder,
            world,
            anne,
            dominique,
            s3: None,
        }
    }

    /// The name of somebody's activity.
    fn doc(&self, person: &Person) -> DocId {
        DocHead::activity(person.member, 2026).id(self.world.id())
    }

    /// Anne says something, which the relay accepts.
    async fn say(&mut self, command: &Command) {
        says(&self.world, &mut self.anne, command).await;
    }

    /// Ben joins, and names a picture in an expense of his own; the path of it.
    async fn ben_names(&self, picture: &[u8]) -> (Person, String) {
        let mut ben = join(&self.world, "Ben", Role::Entrepreneur, 13).await;
        says(&self.world, &mut ben, &expense(1, [named(picture)])).await;
        let path = format!("{}/{}", self.doc(&ben), hash_of(picture));
        (ben, path)
    }

    async fn ask(
        &self,
        method: Method,
        token: &str,
        path: &str,
        range: Option<&str>,
        body: Vec<u8>,
    ) -> Response<HttpBody> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/api/v1/files/{path}"))
            .header(header::HOST, HOST)
            .header(header::AUTHORIZATION, format!("Bearer {token}"));
        if let Some(range) = range {
            request = request.header(header::RANGE, range);
        }
        self.world.send(request.body(body.into()).unwrap()).await
    }

    async fn told(
        &self,
        method: Method,
        token: &str,
        path: &str,
        body: Vec<u8>,
    ) -> (StatusCode, Value) {
        let response = self.ask(method, token, path, None, body).await;
        let status = response.status();
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        let told = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        (status, told)
    }

    /// The state of a file of Anne's, as she is told.
    async fn state(&self, hash: FileHash) -> (StatusCode, Value) {
        let path = format!("{}/{hash}/state", self.doc(&self.anne));
        self.told(Method::GET, &self.anne.token, &path, Vec::new())
            .await
    }

    /// Anne brings a piece.
    async fn put(&self, hash: FileHash, at: usize, piece: &[u8]) -> (StatusCode, Value) {
        let path = format!("{}/{hash}?at={at}", self.doc(&self.anne));
        self.told(Method::PUT, &self.anne.token, &path, piece.to_vec())
            .await
    }

    /// Anne brings a whole file, from where the relay has got to; what the last piece came to.
    async fn bring(&self, bytes: &[u8]) -> (StatusCode, Value) {
        let hash = hash_of(bytes);
        let (_, state) = self.state(hash).await;
        let mut at = state["received"].as_u64().unwrap_or_default() as usize;
        loop {
            let end = bytes.len().min(at + PIECE);
            let told = self.put(hash, at, &bytes[at..end]).await;
            if told.0 != StatusCode::OK || end == bytes.len() {
                return told;
            }
            at = end;
        }
    }

    /// A file of Anne's as somebody gets it.
    async fn get(&self, token: &str, hash: FileHash) -> (StatusCode, Vec<u8>) {
        let path = format!("{}/{hash}", self.doc(&self.anne));
        let response = self.ask(Method::GET, token, &path, None, Vec::new()).await;
        let status = response.status();
        (
            status,
            to_bytes(response.into_body(), 1 << 23)
                .await
                .unwrap()
                .into(),
        )
    }

    /// The relay ends, and another begins.
    async fn restart(&mut self) {
        home::close(&self.world.app).await.unwrap();
        // The old one lets go of the folder first.
        self.world = World::new().await;
        self.world = self.folder.start();
        self.anne.token = sign_in(&self.world, &self.anne).await;
    }

    /// Where whole files lie.
    fn whole_ones(&self) -> PathBuf {
        let folder = match &self.s3 {
            Some(s3) => s3.files(),
            None => self.folder.config.data.join("files"),
        };
        folder.join(self.world.id().to_string())
    }

    /// Files that lie where whole ones do.
    fn kept(&self) -> usize {
        std::fs::read_dir(self.whole_ones()).map_or(0, Iterator::count)
    }

    /// Files that are under way.
    fn under_way(&self) -> usize {
        let folder = self.folder.config.data.join("spool");
        let folder = folder.join(self.world.id().to_string());
        std::fs::read_dir(folder).map_or(0, Iterator::count)
    }
}

/// Somebody joins, with a phone.
pub(super) async fn join(world: &World, name: &str, role: Role, seed: u8) -> Person {
    let coop = world.app.coop(world.id()).await.unwrap().unwrap();
    let request = new_member(name, role, true);
    let decided = decisions::decide(&world.app, &coop.handle, Inviter::OPERATOR, request);
    let decided = decided.await.unwrap();
    let key = SigningKey::from_bytes(&[seed; 32]);
    let code = decided.invitation.unwrap().code;
    let (status, view) = world.enrol(&key, &code).await;
    assert_eq!(status, StatusCode::OK, "{view}");
    let mut person = Person {
        member: decided.member.unwrap(),
        device: view["device"].as_str().unwrap().parse().unwrap(),
        key,
        token: String::new(),
        doc: Genesis::document(besace_model::kind::Kind::Activity),
    };
    person.token = sign_in(world, &person).await;
    person
}

pub(super) async fn sign_in(world: &World, person: &Person) -> String {
    let nonce = world.challenge(person.device).await;
    let (_, view) = world.token(&person.key, person.device, nonce).await;
    view["token"].as_str().unwrap().to_owned()
}

/// Somebody says something of their own activity.
async fn says(world: &World, person: &mut Person, command: &Command) {
    let coop = world.app.coop(world.id()).await.unwrap().unwrap();
    let people = coop.handle.people();
    let context = Context {
        author: &people.member(person.member).unwrap().grants,
        now: world.clock.now(),
    };
    let actor = *person.device.as_bytes();
    let made = kinds::commit(&mut person.doc, command, &context, actor).unwrap();
    let head = DocHead::activity(person.member, 2026);
    let signed = commit_bytes(head.id(world.id()), made.hash);
    let commit = Commit {
        device: person.device,
        signature: Some(person.key.sign(&signed).to_bytes()),
        change: made.change,
    };
    let push = DocPush {
        doc: DocName::Head(head),
        commits: vec![commit],
    };
    let admitted = coop.handle.submit(None, vec![push]).await.admitted().await;
    let verdict = &admitted.verdicts.unwrap()[0].verdict;
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
}
