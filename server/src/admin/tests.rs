//! Orders, in process.

use besace_model::kinds::profile::ProfileCommand;
use std::collections::BTreeSet;
use std::path::PathBuf;

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::commit::{Commit, signing_bytes};
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DeviceId, DocId, MemberId};
use besace_model::kinds;
use besace_model::kinds::profile::ProfileSet;
use besace_model::time::Timestamp;
use besace_model::wire::{DocName, DocPush, Verdict};
use ed25519_dalek::{Signer, SigningKey};
use serde_json::Value;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc::unbounded_channel;

use super::*;
use crate::auth::Keys;
use crate::clock::Clock;
use crate::config::{Config, Sources};
use crate::coop::{Coop, Decision, Described, Founding, NewInvitation};
use crate::home::Opened;
use crate::home::tenants::Tenants;
use crate::store::StorePlace;
use crate::writer;

fn found(path: PathBuf, clock: &Clock) -> Coop {
    let founding = Founding {
        coop: CoopId(clock.ulid()),
        name: "Estuaire".to_owned(),
        relay_device: DeviceId(clock.ulid()),
        relay_seed: [3; 32],
        epoch: 1,
    };
    Coop::create(StorePlace::File(path), &founding, clock.now()).unwrap()
}

/// A director with a phone, who has said a word about themselves.
fn somebody(coop: &mut Coop, now: Timestamp) -> DocId {
    let member = MemberId::from_bytes([1; 16]);
    let device = DeviceId::from_bytes([1; 16]);
    let key = SigningKey::from_bytes(&[1; 32]);
    let commands = [
        Decision::add(
            member,
            Described {
                name: "Anne".to_owned(),
                ..Described::default()
            },
            BTreeSet::from([Role::Director]),
        ),
        Decision::Invite {
            member,
            invitation: NewInvitation {
                secret_hash: Sha256::digest([5]).into(),
                expires_at: now.plus_ms(1_000),
                device: None,
            },
        },
        Decision::Enrol {
            secret: vec![5],
            public_key: key.verifying_key().to_bytes(),
            device,
            name: String::new(),
        },
    ];
    for command in commands {
        coop.decide(now, MemberId::RELAY, &command).unwrap();
    }
    let people = coop.people();
    let context = Context {
        author: &people.member(member).unwrap().grants,
        now,
    };
    let say = Say::Profile(ProfileCommand::SetProfileTag {
        set: ProfileSet::Skills,
        tag: "couture".to_owned(),
        present: true,
    });
    let head = DocHead::profile(member);
    let doc = head.id(coop.id());
    let made = kinds::commit(&mut Genesis::document(head.kind), &say, &context, [6; 16]).unwrap();
    let commit = Commit {
        device,
        signature: Some(key.sign(&signing_bytes(doc, made.hash)).to_bytes()),
        change: made.change,
    };
    let push = DocPush {
        doc: DocName::Head(head),
        commits: vec![commit],
    };
    let outcome = coop.admit_one(now, vec![push]).unwrap();
    assert!(matches!(
        outcome.verdicts[0][0].verdict,
        Verdict::Accepted(_)
    ));
    doc
}

#[tokio::test]
async fn one_unreadable_document_does_not_stop_an_export() {
    let folder = std::env::temp_dir().join(format!("besace-export-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let clock = Clock::manual(Timestamp(1_790_000_000_000));
    let path = folder.join("coop.db");
    let mut coop = found(path.clone(), &clock);
    let profile = somebody(&mut coop, clock.now());
    let spoiled = DocHead::directory().id(coop.id());
    coop.spoil_log(spoiled);
    let turned = clock.clone();
    let handle = writer::spawn(coop, move || turned.both(), drop).unwrap();
    let tenant = Tenant {
        handle,
        name: "Estuaire".into(),
        path,
    };
    let config = Config::read(&Sources::default()).unwrap();
    let keys = Keys::new(&[[1; 32]], 0, "https://besace.example.coop");
    let app = App::new(
        config,
        clock,
        keys,
        Tenants::new(Opened::of(vec![tenant]), unbounded_channel().0),
    );
    let to = folder.join("export");
    let order = Order {
        coop: None,
        what: What::Export(to.clone()),
    };
    let Answer::Exported(count, incomplete) = carry_out(&app, order).await.unwrap() else {
        panic!("not an export")
    };
    assert_eq!((count, incomplete.len()), (3, 1));
    let named = (&incomplete[0].doc, incomplete[0].has_rest);
    assert_eq!(named, (&spoiled.to_string(), true));
    assert!(to.join(format!("{profile}.automerge")).exists());
    let index = std::fs::read(to.join("index.json")).unwrap();
    let index: Value = serde_json::from_slice(&index).unwrap();
    for line in index["documents"].as_array().unwrap() {
        let file = std::fs::read(to.join(line["file"].as_str().unwrap())).unwrap();
        automerge::Automerge::load(&file).unwrap();
        assert_eq!(line["rest"].is_string(), line["kind"] == "directory");
    }
    std::fs::remove_dir_all(folder).unwrap();
}
