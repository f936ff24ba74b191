//! Cooperatives rest while nobody uses them, and nobody notices.

mod files;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use besace_model::session::relay::Effect;
use tokio::sync::mpsc::UnboundedReceiver;

use super::*;
use crate::admin::{self, Answer, Order, What};
use crate::home::{self, News};
use crate::limits::DERIVE_AFTER_MS;
use crate::link::{Link, Road};
use crate::writer::Haste;

/// Longer than a cooperative stays open for nobody.
const A_WHILE_MS: i64 = 600_000;

/// A data folder with one cooperative in it, its director's invitation, and what is told to the keeper.
pub(super) struct Folder {
    pub(super) config: Config,
    pub(super) clock: Clock,
    pub(super) code: String,
    news: UnboundedReceiver<News>,
}

impl Folder {
    fn new(name: &str) -> Self {
        Self::with(name, &[])
    }

    /// The same, with other settings.
    pub(super) fn with(name: &str, settings: &[(Setting, &str)]) -> Self {
        let data = std::env::temp_dir().join(format!("besace-rest-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&data);
        let mut sources = Sources::default();
        sources.flags.insert(Setting::PublicUrl, ORIGIN.to_owned());
        sources
            .flags
            .insert(Setting::Data, data.display().to_string());
        let settings = settings.iter().map(|(it, text)| (*it, (*text).to_owned()));
        sources.environment.extend(settings);
        let config = Config::read(&sources).unwrap();
        let clock = Clock::manual(Timestamp(1_790_000_000_000));
        let view = home::found(&config, &clock, "Estuaire", "Dominique").unwrap();
        Self {
            config,
            clock,
            code: view.code,
            news: unbounded_channel().1,
        }
    }

    /// Starts a relay on it.
    pub(super) fn start(&mut self) -> World {
        let (tell, news) = unbounded_channel();
        self.news = news;
        let opened = home::open(&self.config, &self.clock, &tell, 8).unwrap();
        let keys = Keys::new(&[[1; 32], [2; 32]], 0, ORIGIN);
        let tenants = Tenants::new(opened, tell);
        let app = App::new(self.config.clone(), self.clock.clone(), keys, tenants);
        World {
            router: router(app.clone()),
            director: MemberId::RELAY,
            app,
            clock: self.clock.clone(),
        }
    }

    /// The cooperative's file.
    fn file(&self, id: CoopId) -> PathBuf {
        self.config.data.join("coops").join(format!("{id}.db"))
    }

    pub(super) fn remove(&self) {
        std::fs::remove_dir_all(&self.config.data).unwrap();
    }
}

impl World {
    /// The only cooperative's id.
    pub(super) fn id(&self) -> CoopId {
        self.app.named()[0].0
    }

    /// Has everything rest as soon as it may.
    pub(super) async fn all_rest(&self) {
        loop {
            let open: Vec<_> = self.app.coops().iter().map(|it| it.path.clone()).collect();
            let Some(path) = open.first() else { return };
            if !self.app.rest(path, Haste::ForRoom).await {
                self.clock.advance_ms(DERIVE_AFTER_MS);
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    }

    /// Lets time pass, and looks who uses what.
    async fn look_later(&self) {
        self.app.rest_unused();
        self.clock.advance_ms(A_WHILE_MS);
        self.app.rest_unused();
        tokio::time::sleep(Duration::from_millis(200)).await;
    }

    /// Enrols a phone and signs in.
    pub(super) async fn phone(&self, code: &str) -> (SigningKey, DeviceId, String) {
        let key = SigningKey::from_bytes(&[5; 32]);
        let (status, view) = self.enrol(&key, code).await;
        assert_eq!(status, StatusCode::OK, "{view}");
        let device: DeviceId = view["device"].as_str().unwrap().parse().unwrap();
        let (_, view) = self.sign_in(&key, device).await;
        (key, device, view["token"].as_str().unwrap().to_owned())
    }

    /// What a token's device is told of its member.
    async fn me(&self, token: &str) -> (StatusCode, Value) {
        self.ask(Method::GET, "/api/v1/me", Some(token), Value::Null)
            .await
    }

    async fn sign_in(&self, key: &SigningKey, device: DeviceId) -> (StatusCode, Value) {
        let nonce = self.challenge(device).await;
        self.token(key, device, nonce).await
    }
}

#[tokio::test]
async fn a_cooperative_that_rested_says_the_same_as_before() {
    let mut folder = Folder::new("same");
    let world = folder.start();
    let look = json!({ "secret": folder.code });
    let whom = world.post("/api/v1/enrolments/look", look.clone()).await;
    assert_eq!(whom.0, StatusCode::OK);
    world.all_rest().await;
    assert_eq!(
        world.post("/api/v1/enrolments/look", look.clone()).await,
        whom
    );
    world.all_rest().await;
    let (key, device, token) = world.phone(&folder.code).await;
    let me = world.me(&token).await;
    assert_eq!(me.0, StatusCode::OK);
    let spent = world.post("/api/v1/enrolments/look", look.clone()).await;

    // The token is that of a device; what it may do is read from the file that is opened for it.
    world.all_rest().await;
    assert_eq!(world.me(&token).await, me);
    world.all_rest().await;
    assert_eq!(
        world
            .sign_in(&SigningKey::from_bytes(&[6; 32]), device)
            .await
            .0,
        StatusCode::UNAUTHORIZED
    );
    assert!(
        world.app.coops().is_empty(),
        "nothing is opened for who does not hold the key"
    );
    assert_eq!(world.sign_in(&key, device).await.0, StatusCode::OK);
    world.all_rest().await;
    assert_eq!(world.post("/api/v1/enrolments/look", look).await, spent);
    world.all_rest().await;
    let taken = json!({ "secret": folder.code, "publicKey": base64(key.verifying_key().as_bytes()), "deviceId": device });
    assert_eq!(
        world.post("/api/v1/enrolments", taken).await.1["code"],
        "bad_message"
    );
    assert!(world.app.coops().is_empty());
    for coop in [
        None,
        Some("estuaire".to_owned()),
        Some(world.id().to_string()),
    ] {
        let what = What::Members;
        let Answer::Members(members) = admin::carry_out(&world.app, Order { coop, what })
            .await
            .unwrap()
        else {
            panic!("not a list")
        };
        assert_eq!((members.len(), members[0].devices), (1, 1));
        world.all_rest().await;
    }
    folder.remove();
}

#[tokio::test]
async fn fifty_who_come_at_once_have_it_opened_once() {
    let mut folder = Folder::new("fifty");
    let world = folder.start();
    world.all_rest().await;
    let id = world.id();
    let coming: Vec<_> = (0..50)
        .map(|_| {
            let app = world.app.clone();
            tokio::spawn(async move { app.coop(id).await.unwrap().unwrap() })
        })
        .collect();
    let mut opened = BTreeSet::new();
    for one in coming {
        opened.insert(Arc::as_ptr(&one.await.unwrap()) as usize);
    }
    assert_eq!(opened.len(), 1);
    // Who went away before it was open left it to the others.
    world.all_rest().await;
    let gone = tokio::time::timeout(Duration::ZERO, world.app.coop(id)).await;
    assert!(gone.is_err());
    assert!(world.app.coop(id).await.unwrap().is_some());
    folder.remove();
}

#[tokio::test]
async fn a_live_link_keeps_its_cooperative_open() {
    let mut folder = Folder::new("live");
    let world = folder.start();
    let (_, _, token) = world.phone(&folder.code).await;
    let mut link = Link::new(&world.app, Road::Live);
    let _ = link.ask(Effect::CheckToken(token)).await;
    for _ in 0..5 {
        world.look_later().await;
        assert_eq!(world.app.coops().len(), 1);
    }
    drop(link);
    while !world.app.coops().is_empty() {
        world.look_later().await;
    }
    folder.remove();
}

#[tokio::test]
async fn seats_that_are_due_are_decided_although_nobody_comes() {
    let mut folder = Folder::new("seats");
    let world = folder.start();
    world.all_rest().await;
    let (id, due) = (world.id(), folder.clock.now().plus_ms(3 * A_WHILE_MS));
    drop(world);
    let file = rusqlite::Connection::open(folder.file(id)).unwrap();
    let add = "INSERT INTO seats_due (event, due_at) VALUES (zeroblob(16), ?1)";
    file.execute(add, [due.0]).unwrap();
    let left = "SELECT count(*) FROM seats_due";
    drop(file);
    let world = folder.start();
    for _ in 0..2 {
        assert_eq!(world.app.coops().len(), 1, "it waits for its time");
        world.look_later().await;
    }
    world.all_rest().await;
    let file = rusqlite::Connection::open(folder.file(id)).unwrap();
    let left: i64 = file.query_row(left, [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
    folder.remove();
}
