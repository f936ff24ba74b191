//! Challenges and access tokens.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use besace_model::certificate::Pass;

use super::*;

#[tokio::test]
async fn a_challenge_is_used_once_and_only_with_the_devices_key() {
    let world = World::new().await;
    let (key, device, token) = world.device(1).await;
    let (status, me) = world
        .ask(Method::GET, "/api/v1/me", Some(&token), Value::Null)
        .await;
    assert_eq!((status, &me["name"]), (StatusCode::OK, &json!("Dominique")));
    let nonce = world.challenge(device).await;
    let other = SigningKey::from_bytes(&[9; 32]);
    assert_eq!(
        world.token(&other, device, nonce).await.0,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(
        world.token(&key, device, nonce).await.0,
        StatusCode::UNAUTHORIZED,
        "used up"
    );
    let nonce = world.challenge(device).await;
    world.clock.advance_ms(61_000);
    assert_eq!(
        world.token(&key, device, nonce).await.0,
        StatusCode::UNAUTHORIZED,
        "too late"
    );
    let stranger = DeviceId::from_bytes([5; 16]);
    let nonce = world.challenge(stranger).await;
    assert_eq!(
        world.token(&key, stranger, nonce).await.0,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn a_revoked_device_is_refused_at_once_whatever_its_token_says() {
    let world = World::new().await;
    let (_, _, mine) = world.device(1).await;
    let (key, lost, token) = world.device(2).await;
    let (_, view) = world
        .ask(Method::GET, "/api/v1/devices", Some(&mine), Value::Null)
        .await;
    assert_eq!(view["devices"].as_array().unwrap().len(), 2);
    assert_eq!(view["devices"][1]["name"], "Téléphone");
    let path = format!("/api/v1/devices/{lost}");
    assert_eq!(
        world
            .ask(Method::DELETE, &path, Some(&mine), Value::Null)
            .await
            .0,
        StatusCode::NO_CONTENT
    );
    let (status, view) = world
        .ask(Method::GET, "/api/v1/me", Some(&token), Value::Null)
        .await;
    assert_eq!(
        (status, &view["code"]),
        (StatusCode::FORBIDDEN, &json!("device_revoked"))
    );
    let nonce = world.challenge(lost).await;
    let (_, view) = world.token(&key, lost, nonce).await;
    assert_eq!(view["code"], "device_revoked");
    assert_eq!(view["removedBy"], "Dominique");
    assert!(view["removedAt"].is_i64(), "{view}");
}

#[tokio::test]
async fn a_token_comes_with_what_the_device_shows_where_there_is_no_network() {
    let world = World::new().await;
    let (key, device, _) = world.device(1).await;
    let nonce = world.challenge(device).await;
    let (_, view) = world.token(&key, device, nonce).await;
    let bytes = URL_SAFE_NO_PAD.decode(view["pass"].as_str().unwrap());
    let pass = Pass::from_bytes(&bytes.unwrap()).unwrap();
    let relay = pass.relay().unwrap();
    let (said, public) = pass.certificate.verify(&relay, world.clock.now()).unwrap();
    assert_eq!(said.device, device);
    assert_eq!(public.to_bytes(), key.verifying_key().to_bytes());
}

#[tokio::test]
async fn every_bad_token_gets_the_same_answer() {
    let world = World::new().await;
    let (_, _, token) = world.device(1).await;
    let cut = &token[..token.len() - 4];
    let mut answers = Vec::new();
    for token in [
        None,
        Some(""),
        Some("a.b.c"),
        Some(cut),
        Some("eyJhbGciOiJub25lIn0.e30."),
    ] {
        answers.push(
            world
                .ask(Method::GET, "/api/v1/me", token, Value::Null)
                .await,
        );
    }
    world.clock.advance_ms(12 * 60_000);
    answers.push(
        world
            .ask(Method::GET, "/api/v1/me", Some(&token), Value::Null)
            .await,
    );
    for (status, body) in &answers {
        assert_eq!(*status, StatusCode::UNAUTHORIZED);
        assert_eq!(body, &answers[0].1);
    }
}
