//! Being told in time, over real sockets: what a push service and a mail server get, and can read of it.

mod hostile;
mod mail;
mod mailbox;
mod push;
mod service;

use std::collections::BTreeMap;

use automerge::Automerge;
use besace_model::command::Command;
use besace_model::commit::{Commit, signing_bytes as commit_bytes};
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::ids::{DocId, Ulid};
use besace_model::kinds;
use besace_model::kinds::coaching_log::{CoachingCommand, GoalFields, GoalKind, GoalStatus};
use besace_model::wire::{DocName, DocPush, Verdict};

use super::files::{Person, join, sign_in};
use super::resting::Folder;
use super::*;
use crate::config::{MailConfig, PushHost, SmtpRoad};
use crate::notices;
use service::{Browser, Service};

/// Longer than a call waits for more.
const A_WHILE_MS: i64 = 61_000;

/// A cooperative in which Camille accompanies Anne, a push service, and Anne's browser.
struct Stage {
    folder: Folder,
    world: World,
    anne: Person,
    camille: Person,
    docs: BTreeMap<DocId, Automerge>,
    service: Service,
    browser: Browser,
    goals: u8,
}

impl Stage {
    async fn new(name: &str) -> Self {
        Self::with(name, None).await
    }

    /// The same, with a mail server at a port.
    async fn with(name: &str, smtp: Option<u16>) -> Self {
        let service = Service::start().await;
        let mut folder = Folder::with(&format!("notices-{name}"), &[]);
        let notices = &mut folder.config.notices;
        notices.push_hosts.push(PushHost::Local(service.address));
        notices.mail = smtp.map(|port| MailConfig {
            road: SmtpRoad::Plain,
            host: "127.0.0.1".into(),
            port,
            login: None,
            from: "Besace <besace@example.coop>".parse().unwrap(),
        });
        let world = folder.start();
        let anne = join(&world, "Anne", Role::Entrepreneur, 11).await;
        let camille = join(&world, "Camille", Role::Coach, 12).await;
        let stage = Self {
            folder,
            world,
            anne,
            camille,
            docs: BTreeMap::new(),
            service,
            browser: Browser::new(7),
            goals: 0,
        };
        let changes = crate::coop::Changes {
            coaches: Some([stage.camille.member].into()),
            ..Default::default()
        };
        let member = stage.anne.member;
        let coached = DecisionRequest::Change { member, changes };
        stage.decide(coached).await;
        stage
    }

    /// Asks what a member may ask, as Anne.
    async fn ask(&self, method: Method, path: &str, body: Value) -> (StatusCode, Value) {
        let path = format!("/api/v1/notices{path}");
        // A token does not last for as long as these tests do.
        let token = sign_in(&self.world, &self.anne).await;
        self.world.ask(method, &path, Some(&token), body).await
    }

    /// Anne's browser is to be told at an address of the push service.
    async fn subscribe(&self, path: &str, more: Value) -> Value {
        let endpoint = self.service.url(path);
        let (status, view) = self
            .ask(Method::PUT, "/push", self.browser.wish(&endpoint, more))
            .await;
        assert_eq!(status, StatusCode::OK, "{view}");
        view
    }

    /// Camille writes in Anne's log.
    async fn camille_writes(&mut self) {
        self.goals += 1;
        self.world.clock.advance_ms(1_000);
        let goal = GoalFields {
            title: "Objectif confidentiel".into(),
            kind: GoalKind::Commercial,
            target_value: 3,
            unit: "devis".into(),
            due: String::new(),
            status: GoalStatus::Open,
            progress_bp: 0,
        };
        let (member, id) = (self.anne.member, Ulid([self.goals; 16]));
        let say = Command::CoachingLog(CoachingCommand::AddGoal { member, id, goal });
        let coop = self.world.app.coop(self.world.id()).await.unwrap().unwrap();
        let people = coop.handle.people();
        let by = &self.camille;
        let context = Context {
            author: &people.member(by.member).unwrap().grants,
            now: self.world.clock.now(),
        };
        let head = say.target(by.member);
        let doc = head.id(self.world.id());
        let kind = head.kind;
        let held = self.docs.entry(doc);
        let held = held.or_insert_with(|| Genesis::document(kind));
        let made = kinds::commit(held, &say, &context, *by.device.as_bytes()).unwrap();
        let commit = Commit {
            device: by.device,
            signature: Some(by.key.sign(&commit_bytes(doc, made.hash)).to_bytes()),
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

    /// Time passes, and it is looked who is to be told something.
    async fn later(&self, ms: i64) {
        self.world.clock.advance_ms(ms);
        notices::round(&self.world.app).await;
    }

    /// Anne's phone syncs.
    async fn anne_comes(&self) {
        let coop = self.world.app.coop(self.world.id()).await.unwrap().unwrap();
        coop.handle.seen(self.world.clock.now(), self.anne.device);
    }

    async fn decide(&self, request: DecisionRequest) {
        let coop = self.world.app.coop(self.world.id()).await.unwrap().unwrap();
        let decided = decisions::decide(&self.world.app, &coop.handle, Inviter::OPERATOR, request);
        decided.await.unwrap();
    }

    /// How Anne is told by push, as she is told.
    async fn wish(&self) -> Value {
        let (status, view) = self.ask(Method::GET, "", Value::Null).await;
        assert_eq!(status, StatusCode::OK);
        view["push"]["wish"].clone()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.folder.remove();
    }
}
