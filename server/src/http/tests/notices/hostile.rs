//! Push services that fail or mean ill, and devices that name what is none.

use super::*;

#[tokio::test]
async fn an_endpoint_or_a_key_that_is_none_is_refused_and_nothing_is_stored() {
    let stage = Stage::new("refused").await;
    let good = stage.service.url("anne");
    let other_port = {
        let mut address = stage.service.address;
        address.set_port(address.port() ^ 1);
        format!("http://{address}/anne")
    };
    for endpoint in [
        "https://127.0.0.1/anne",
        "https://169.254.169.254/latest/meta-data",
        "http://fcm.googleapis.com/x",
        "https://evil.example/x",
        "https://user:pw@fcm.googleapis.com/x",
        "https://fcm.googleapis.com:22/x",
        "https://localhost/x",
        "file:///etc/passwd",
        "",
        &other_port,
    ] {
        let wish = stage.browser.wish(endpoint, json!({}));
        let (status, view) = stage.ask(Method::PUT, "/push", wish).await;
        assert_eq!(
            (status, &view["code"]),
            (StatusCode::BAD_REQUEST, &json!("bad_value")),
            "{endpoint}"
        );
    }
    let zeros = base64(&[0; 65]);
    let no_point = base64(&[4; 65]);
    for more in [
        json!({ "p256dh": zeros }),
        json!({ "p256dh": no_point }),
        json!({ "p256dh": "AAAA" }),
        json!({ "auth": "AAAA" }),
        json!({ "auth": null }),
        json!({ "concerns": ["coaching", "gossip"] }),
        json!({ "quiet": { "from": 0, "until": 1_440 } }),
        json!({ "quiet": { "from": -1, "until": 0 } }),
        json!({ "lang": "de" }),
    ] {
        let wish = stage.browser.wish(&good, more.clone());
        let (status, view) = stage.ask(Method::PUT, "/push", wish).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{more}: {view}");
    }
    assert_eq!(stage.wish().await, Value::Null);
    let strangers = stage
        .world
        .ask(Method::GET, "/api/v1/notices", None, Value::Null)
        .await;
    assert_eq!(strangers.0, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_channel_that_the_push_service_does_not_know_any_more_is_forgotten() {
    for path in ["gone/1", "unknown/1"] {
        let mut stage = Stage::new(&path.replace('/', "-")).await;
        stage.subscribe(path, json!({})).await;
        stage.camille_writes().await;
        stage.later(A_WHILE_MS).await;
        assert_eq!(stage.service.received().len(), 1);
        assert_eq!(stage.wish().await, Value::Null, "the app sees it");
        stage.later(A_WHILE_MS).await;
        assert!(stage.service.received().is_empty());
    }
}

#[tokio::test]
async fn a_busy_push_service_is_asked_again_when_it_says_and_not_before() {
    let mut stage = Stage::new("busy").await;
    stage.subscribe("busy/1", json!({})).await;
    stage.camille_writes().await;
    stage.later(A_WHILE_MS).await;
    assert_eq!(stage.service.received().len(), 1);
    stage.later(599_000).await;
    assert!(stage.service.received().is_empty());
    stage.later(2_000).await;
    assert_eq!(stage.service.received().len(), 1);
    assert_ne!(stage.wish().await, Value::Null);
}

#[tokio::test]
async fn one_that_fails_is_asked_less_and_less_often_and_the_message_arrives_once_it_works() {
    let mut stage = Stage::new("fails").await;
    stage.subscribe("fails/1", json!({})).await;
    stage.camille_writes().await;
    stage.later(A_WHILE_MS).await;
    let mut tries = Vec::new();
    for minute in 1..40 {
        stage.later(60_000).await;
        if !stage.service.received().is_empty() {
            tries.push(minute);
        }
    }
    assert_eq!(tries, [1, 3, 7, 15, 31]);
    stage.subscribe("works", json!({})).await;
    stage.later(1_000).await;
    assert_eq!(stage.service.received().len(), 1);
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_whoever_refuses_again_and_again_is_forgotten() {
    for path in ["moved/1", "refuses/1"] {
        let mut stage = Stage::new(&path.replace('/', "-")).await;
        stage.subscribe(path, json!({})).await;
        stage.camille_writes().await;
        let mut paths = Vec::new();
        for _ in 0..6 {
            stage.later(6 * 3_600_000).await;
            paths.extend(stage.service.received().into_iter().map(|it| it.path));
        }
        assert_eq!(paths, [path; 5], "and nobody was asked inside");
        assert_eq!(stage.wish().await, Value::Null);
    }
}

#[tokio::test]
async fn an_answer_without_end_is_cut_and_counts_by_its_head() {
    let mut stage = Stage::new("endless").await;
    stage.subscribe("endless/1", json!({})).await;
    stage.camille_writes().await;
    stage.later(A_WHILE_MS).await;
    assert_eq!(stage.service.received().len(), 1);
    stage.later(A_WHILE_MS).await;
    assert!(stage.service.received().is_empty(), "it was taken");
}

#[tokio::test]
async fn a_slow_push_service_is_given_up_and_delays_no_other_device() {
    let mut stage = Stage::new("slow").await;
    stage.subscribe("slow/1", json!({})).await;
    let code = {
        let coop = stage
            .world
            .app
            .coop(stage.world.id())
            .await
            .unwrap()
            .unwrap();
        let by = Inviter::OPERATOR;
        let anne = stage.anne.member;
        let made = decisions::invite(&stage.world.app, &coop.handle, by, anne).await;
        made.unwrap().code
    };
    let (_, _, token) = stage.world.phone(&code).await;
    let second = Browser::new(8);
    let wish = second.wish(&stage.service.url("quick"), json!({}));
    let path = "/api/v1/notices/push";
    let put = stage.world.ask(Method::PUT, path, Some(&token), wish).await;
    assert_eq!(put.0, StatusCode::OK, "{}", put.1);
    stage.camille_writes().await;
    stage.world.clock.advance_ms(A_WHILE_MS);
    let app = stage.world.app.clone();
    let round = tokio::spawn(async move { notices::round(&app).await });
    let mut received = Vec::new();
    while received.len() < 2 {
        received.extend(stage.service.received());
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        assert!(!round.is_finished() || received.len() == 2);
    }
    assert!(!round.is_finished(), "the slow one has it still");
    assert!(received.iter().any(|it| it.path == "quick"));
    round.await.unwrap();
    let metrics = stage.world.app.metrics();
    assert_eq!(
        (metrics.pushes_sent.get(), metrics.pushes_failed.get()),
        (1, 1)
    );
    stage.later(1_000).await;
    assert!(stage.service.received().is_empty(), "it waits");
}

#[tokio::test]
async fn a_revoked_device_and_a_member_who_left_are_told_nothing() {
    let mut stage = Stage::new("ended").await;
    stage.subscribe("anne", json!({})).await;
    stage.camille_writes().await;
    let device = stage.anne.device;
    stage.decide(DecisionRequest::RevokeDevice { device }).await;
    stage.later(A_WHILE_MS).await;
    assert!(stage.service.received().is_empty());
    let mut stage = Stage::new("left").await;
    stage.subscribe("anne", json!({})).await;
    stage.camille_writes().await;
    let changes = crate::coop::Changes {
        status: Some(crate::store::people::Status::Left),
        ..Default::default()
    };
    let member = stage.anne.member;
    stage
        .decide(DecisionRequest::Change { member, changes })
        .await;
    stage.later(A_WHILE_MS).await;
    assert!(stage.service.received().is_empty());
}
