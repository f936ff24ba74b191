//! Web Push from a coach's change to what the member's browser reads.

use super::service::sender;
use super::*;

#[tokio::test]
async fn a_device_reads_that_something_waits_and_nothing_of_what_it_is() {
    let mut stage = Stage::new("push").await;
    let view = stage.subscribe("anne", json!({})).await;
    assert_eq!(
        view["push"]["wish"],
        json!({ "concerns": ["coaching", "votes"], "quiet": null, "lang": "fr" })
    );
    assert_eq!(view["mail"], Value::Null, "this relay has none");
    for _ in 0..10 {
        stage.camille_writes().await;
    }
    stage.later(1_000).await;
    assert!(stage.service.received().is_empty(), "more may come");
    stage.later(A_WHILE_MS).await;
    let received = stage.service.received();
    assert_eq!(received.len(), 1, "ten changes are one message");
    let (message, text) = stage.browser.read(&received[0]);
    assert_eq!(
        message,
        json!({
            "web_push": 8030,
            "notification": {
                "title": "Besace",
                "lang": "fr",
                "dir": "ltr",
                "tag": "coaching",
                "navigate": "https://besace.example.coop/",
                "body": "Du nouveau dans l’accompagnement vous attend.",
            },
        })
    );
    for word in ["Anne", "Camille", "Estuaire", "Objectif", "devis"] {
        assert!(!text.contains(word), "{word}");
    }
    let headers = &received[0].headers;
    assert_eq!(headers["content-encoding"], "aes128gcm");
    assert_eq!(headers["ttl"], "86400");
    let key = view["push"]["key"].as_str().unwrap();
    let claims = sender(&received[0], key);
    assert_eq!(claims["aud"], format!("http://{}", stage.service.address));
    assert_eq!(claims["sub"], "https://besace.example.coop");
    let now_s = stage.world.clock.now().0 / 1_000;
    let life = claims["exp"].as_i64().unwrap() - now_s;
    assert!((1..=86_400).contains(&life), "{life}");
    let metrics = stage.world.app.metrics();
    assert_eq!(
        (metrics.pushes_sent.get(), metrics.pushes_failed.get()),
        (1, 0)
    );
}

#[tokio::test]
async fn it_is_said_once_until_its_member_was_there_again() {
    let mut stage = Stage::new("once").await;
    stage.subscribe("anne", json!({})).await;
    stage.camille_writes().await;
    stage.later(A_WHILE_MS).await;
    assert_eq!(stage.service.received().len(), 1);
    stage.camille_writes().await;
    stage.later(10 * A_WHILE_MS).await;
    assert!(stage.service.received().is_empty(), "they know");
    stage.world.clock.advance_ms(1_000);
    stage.anne_comes().await;
    stage.later(A_WHILE_MS).await;
    assert!(stage.service.received().is_empty(), "they have read it");
    stage.camille_writes().await;
    stage.later(A_WHILE_MS).await;
    assert_eq!(stage.service.received().len(), 1);
}

#[tokio::test]
async fn every_message_is_as_long_as_any_other_and_speaks_its_devices_language() {
    let mut stage = Stage::new("length").await;
    let mut lengths = std::collections::BTreeSet::new();
    for (lang, body) in [
        ("fr", "Du nouveau dans l’accompagnement vous attend."),
        ("en", "Something new in coaching is waiting for you."),
    ] {
        stage.subscribe("anne", json!({ "lang": lang })).await;
        stage.anne_comes().await;
        stage.world.clock.advance_ms(1_000);
        stage.camille_writes().await;
        stage.later(A_WHILE_MS).await;
        let received = stage.service.received();
        let (message, _) = stage.browser.read(&received[0]);
        assert_eq!(message["notification"]["body"], body);
        assert_eq!(message["notification"]["lang"], lang);
        lengths.insert(received[0].body.len());
    }
    assert_eq!(lengths.len(), 1);
}

#[tokio::test]
async fn at_night_nobody_is_woken_and_in_the_morning_they_are_told() {
    let mut stage = Stage::new("quiet").await;
    let (_, minute) = stage.world.clock.now().local_day_and_minute();
    let until = (minute + 120) % 1_440;
    let quiet = json!({ "quiet": { "from": minute, "until": until } });
    stage.subscribe("anne", quiet.clone()).await;
    assert_eq!(stage.wish().await["quiet"], quiet["quiet"]);
    stage.camille_writes().await;
    for _ in 0..11 {
        stage.later(600_000).await;
        assert!(stage.service.received().is_empty());
    }
    stage.later(600_000).await;
    assert_eq!(stage.service.received().len(), 1);
}

#[tokio::test]
async fn only_what_its_owner_wished_reaches_a_device_and_one_tap_ends_it() {
    let mut stage = Stage::new("wish").await;
    stage
        .subscribe("anne", json!({ "concerns": ["accounts", "events"] }))
        .await;
    stage.camille_writes().await;
    stage.later(A_WHILE_MS).await;
    assert!(stage.service.received().is_empty());
    stage
        .subscribe("anne", json!({ "concerns": ["coaching"] }))
        .await;
    stage.later(A_WHILE_MS).await;
    assert_eq!(stage.service.received().len(), 1, "what waits is told then");
    stage.anne_comes().await;
    let (status, view) = stage.ask(Method::DELETE, "/push", Value::Null).await;
    assert_eq!(
        (status, &view["push"]["wish"]),
        (StatusCode::OK, &Value::Null)
    );
    stage.camille_writes().await;
    stage.later(A_WHILE_MS).await;
    assert!(stage.service.received().is_empty());
}

#[tokio::test]
async fn a_device_that_is_connected_is_not_told_what_it_hears_anyway() {
    let mut stage = Stage::new("live").await;
    stage.subscribe("anne", json!({})).await;
    let coop = stage
        .world
        .app
        .coop(stage.world.id())
        .await
        .unwrap()
        .unwrap();
    let handle = coop.handle.clone();
    let (link, _) = handle.join(stage.anne.member, stage.anne.device);
    let reads = besace_model::wire::Reads::SPINE;
    stage.camille_writes().await;
    let head = handle.glance().with_board(crate::coop::Board::head);
    handle.listen(link, head, reads).unwrap();
    stage.later(A_WHILE_MS).await;
    assert!(stage.service.received().is_empty());
    handle.leave(link);
    stage.later(A_WHILE_MS).await;
    assert!(stage.service.received().is_empty(), "it had it then");
    stage.camille_writes().await;
    stage.later(A_WHILE_MS).await;
    assert_eq!(stage.service.received().len(), 1);
}

#[tokio::test]
async fn a_cooperative_with_somebody_to_tell_does_not_rest_before_it_did() {
    let mut stage = Stage::new("rest").await;
    let quiet = {
        let (_, minute) = stage.world.clock.now().local_day_and_minute();
        json!({ "quiet": { "from": minute, "until": (minute + 60) % 1_440 } })
    };
    stage.subscribe("anne", quiet).await;
    stage.camille_writes().await;
    stage.later(A_WHILE_MS).await;
    let path = stage.world.app.coops()[0].path.clone();
    let leisure = crate::writer::Haste::AtLeisure;
    for _ in 0..20 {
        assert!(!stage.world.app.rest(&path, leisure).await);
    }
    stage.later(3_600_000).await;
    assert_eq!(stage.service.received().len(), 1);
    for _ in 0..100 {
        // Its writer finishes what nobody waits for while it is left alone.
        stage.world.clock.advance_ms(60_000);
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        if stage.world.app.rest(&path, leisure).await {
            return;
        }
    }
    panic!("it never rests");
}
