//! A stolen phone and a restored backup, with the real binary and the procedure that the README gives.

use std::path::Path;

use besace_model::access::Role;
use besace_model::commit::Commit;
use besace_model::head::DocHead;
use besace_model::wire::Verdict;
use besace_server::bytes::encode;
use ed25519_dalek::SigningKey;
use serde_json::json;
use tokio::net::TcpStream;

use crate::binary;
use crate::coop::{Device, Founder, Pen, forecast, fresh_folder};
use crate::line::{self, Line};
use crate::operators::{beside, database, done};
use crate::process::{PACE_REAL, Relay};

/// What became of commits that a device pushes.
async fn push(relay: &Relay, device: &Device, pen: &Pen, commits: Vec<Commit>) -> Vec<Verdict> {
    let (mut line, _) = Line::synced(relay, device).await.expect("a link");
    line.send(line::push(vec![pen.push(commits)]))
        .await
        .expect("sent");
    let update = line.update().await.expect("verdicts");
    let verdicts = update.verdicts.into_iter();
    verdicts.map(|verdict| verdict.verdict).collect()
}

/// Enrols a device with an invitation, as the app does; the relay's answer.
async fn enrol(port: u16, code: &str, seed: u8) -> serde_json::Value {
    let key = SigningKey::from_bytes(&[seed; 32]);
    let body = json!({
        "secret": code,
        "publicKey": encode(key.verifying_key().as_bytes()),
        "deviceName": "Téléphone",
    });
    let mut stream = TcpStream::connect(("127.0.0.1", port))
        .await
        .expect("it listens");
    let answer = line::post(&mut stream, port, "/api/v1/enrolments", &body).await;
    answer.expect("an answer")
}

/// The code to type that an invitation prints.
fn invite(data: &Path, member: &str) -> String {
    let printed = done(data, &["invite", "--no-qr", member]);
    let code = printed.split("or type in the app:").nth(1);
    code.expect("a code").trim().to_owned()
}

#[tokio::test]
async fn a_restored_backup_lets_no_stolen_phone_back_in_and_loses_nothing_that_phones_have() {
    let data = fresh_folder("stolen");
    let mut founder = Founder::new(&data);
    let coop = founder.coop.id();
    let director = founder.member(&[Role::Director]);
    let stolen = founder.device(director);
    let anne = founder.member(&[Role::Entrepreneur]);
    let phone = founder.device(anne);
    let mut pen = Pen::new(coop, DocHead::activity(anne, 2026), &phone);
    let first = pen.write(&phone, &forecast(2026, 1), founder.now);
    let second = pen.write(&phone, &forecast(2026, 2), founder.now);
    founder.close();
    let file = database(&data);
    let mut relay = Relay::start(&binary::path(), &data, coop, PACE_REAL);
    let port = relay.process.port;
    let accepted = |verdicts: &[Verdict]| {
        let is_in = |it: &Verdict| matches!(it, Verdict::Accepted(_) | Verdict::Duplicate(_));
        assert!(verdicts.iter().all(is_in), "{verdicts:?}");
    };
    accepted(&push(&relay, &phone, &pen, vec![first.clone()]).await);

    // Saturday's backup: the relay is stopped, the file is copied.
    relay.process.stop();
    let copy = std::fs::read(&file).expect("the file is there");
    relay.again();

    // On Monday an invitation is used, Anne works, and a director's phone is stolen.
    accepted(&push(&relay, &phone, &pen, vec![second.clone()]).await);
    let (_, cursor) = Line::synced(&relay, &phone).await.expect("a link");
    let open = invite(&data, &director.to_string());
    let used = invite(&data, &anne.to_string());
    assert!(enrol(port, &used, 41).await["device"].is_string());
    line::sign_in(port, &stolen).await.expect("not yet revoked");
    let id = stolen.device.to_string();
    done(&data, &["revoke-device", &id]);

    // On Tuesday the disk fails: Saturday's file is put back, and the journal beside the keys is left alone.
    relay.process.kill();
    std::fs::write(&file, copy).expect("it is ours");
    for path in beside(&file) {
        let _ = std::fs::remove_file(path);
    }
    relay.again();
    let told = line::sign_in(port, &stolen).await.expect_err("revoked");
    assert!(told.to_string().contains("device_revoked"), "{told}");
    assert_eq!(enrol(port, &used, 42).await["code"], "bad_invitation");
    assert_eq!(
        enrol(port, &open, 43).await["code"],
        "bad_invitation",
        "made after the backup: the file knows nothing of it"
    );
    // Anne's phone finds another history and pushes again what it knows was accepted.
    let mut line = Line::hello(&relay, &phone, Some(cursor))
        .await
        .expect("a link");
    let update = line.update().await.expect("an update");
    assert!(update.restart, "the relay is recognised as an older one");
    accepted(&push(&relay, &phone, &pen, vec![first, second]).await);
}
