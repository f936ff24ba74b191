//! Who gets a file: whoever reads a document that names it and has it, as long as that is so.

use super::*;
use crate::coop::{Changes, Decision};

#[tokio::test]
async fn who_reads_the_document_gets_its_files_and_nobody_else_learns_that_there_are_any() {
    let mut stage = Stage::new("readers").await;
    let picture = picture(1, 3_000);
    let hash = hash_of(&picture);
    stage.say(&expense(1, [named(&picture)])).await;
    stage.bring(&picture).await;
    let finance = join(&stage.world, "Fatou", Role::Finance, 12).await;
    let other = join(&stage.world, "Ben", Role::Entrepreneur, 13).await;
    let decided = Decision::Change {
        member: finance.member,
        changes: Changes {
            roles: Some([Role::Comms].into()),
            ..Changes::default()
        },
    };
    let got = (StatusCode::OK, picture.clone());
    assert!(stage.get(&finance.token, hash).await == got);
    assert!(stage.get(&stage.dominique, hash).await == got);

    let denied = stage.get(&other.token, hash).await;
    assert_eq!(denied.0, StatusCode::NOT_FOUND);
    let doc = stage.doc(&stage.anne);
    let never = stage.doc(&other);
    for path in [
        format!("{doc}/{hash}"),
        format!("{doc}/{}", hash_of(b"")),
        format!("{never}/{hash}"),
    ] {
        let token = &other.token;
        for (method, path) in [
            (Method::GET, path.clone()),
            (Method::GET, format!("{path}/state")),
            (Method::PUT, format!("{path}?at=0")),
        ] {
            let told = stage.told(method, token, &path, b"x".to_vec()).await;
            assert_eq!(told.0, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(told.1["code"], "not_found");
        }
    }

    let coop = stage.world.app.coops()[0].handle.clone();
    coop.decide(MemberId::RELAY, decided).await.unwrap();
    let lost = stage.get(&finance.token, hash).await;
    assert_eq!(lost.0, StatusCode::NOT_FOUND, "finance no more");
    let revoked = Decision::RevokeDevice {
        device: stage.anne.device,
    };
    coop.decide(MemberId::RELAY, revoked).await.unwrap();
    let (status, told) = stage.state(hash).await;
    assert_eq!(
        (status, &told["code"]),
        (StatusCode::FORBIDDEN, &json!("device_revoked"))
    );
    assert_eq!(stage.put(hash, 0, &picture).await.0, StatusCode::FORBIDDEN);
    let nobody = stage.get("x.y.z", hash).await;
    assert_eq!(nobody.0, StatusCode::UNAUTHORIZED);
    stage.folder.remove();
}

#[tokio::test]
async fn naming_a_file_of_somebody_elses_gives_nobody_its_bytes_until_they_are_brought_there_too() {
    let mut stage = Stage::new("proven").await;
    let picture = picture(1, 3_000);
    let hash = hash_of(&picture);
    stage.say(&expense(1, [named(&picture)])).await;
    stage.bring(&picture).await;
    let (ben, path) = stage.ben_names(&picture).await;
    let of_ben = async |method, path: &str, body: &[u8]| {
        let token = &ben.token;
        stage.told(method, token, path, body.to_vec()).await
    };
    let state = of_ben(Method::GET, &format!("{path}/state"), b"").await;
    assert_eq!(state.1, json!({ "received": 0, "whole": false }));
    assert_eq!(
        of_ben(Method::GET, &path, b"").await.0,
        StatusCode::NOT_FOUND
    );
    let brought = of_ben(Method::PUT, &format!("{path}?at=0"), &picture).await;
    assert_eq!(brought.1, json!({ "received": 3_000, "whole": true }));
    assert_eq!(of_ben(Method::GET, &path, b"").await.0, StatusCode::OK);
    assert_eq!(stage.kept(), 1, "the same bytes lie there once");
    let other = NamedFile {
        bytes: 2_999,
        ..named(&picture)
    };
    stage.say(&edit(1, [other])).await;
    let got = stage.get(&stage.anne.token, hash).await;
    assert_eq!(got.0, StatusCode::NOT_FOUND, "of that size there is none");
    stage.folder.remove();
}

#[tokio::test]
async fn who_asks_a_million_times_is_slowed_down_as_anybody_is() {
    let mut stage = Stage::with("often", &[(Setting::PeerRequestsPerSecond, "5")]).await;
    let picture = picture(1, 3_000);
    stage.say(&expense(1, [named(&picture)])).await;
    let mut told = stage.state(hash_of(&picture)).await;
    for _ in 0..200 {
        told = stage.state(hash_of(&picture)).await;
    }
    assert_eq!(told.0, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(told.1["code"], "rate_limited");
    stage.folder.remove();
}
