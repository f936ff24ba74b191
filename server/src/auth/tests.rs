//! Tokens: what is issued is accepted, and everything else is refused in the same words.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::limits::TOKEN_LIFE_MS;
use besace_model::time::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header};

use super::token::TYPE;
use super::{BadToken, Keys};

const ISSUER: &str = "https://besace.example.coop";
const NOW: Timestamp = Timestamp(1_790_000_000_000);
const SEED: [u8; 32] = [7; 32];

fn keys() -> Keys {
    Keys::new(&[SEED, [8; 32]], 0, ISSUER)
}

fn token(keys: &Keys) -> String {
    let id = |byte| [byte; 16];
    keys.issue(
        NOW,
        CoopId::from_bytes(id(1)),
        MemberId::from_bytes(id(2)),
        DeviceId::from_bytes(id(3)),
        [9; 8],
    )
    .unwrap()
}

fn header(alg: Algorithm, typ: &str) -> Header {
    Header {
        typ: Some(typ.to_owned()),
        kid: Some(keys().keys[0].kid.clone()),
        ..Header::new(alg)
    }
}

fn claims() -> serde_json::Value {
    let (_, rest) = token(&keys())
        .split_once('.')
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .unwrap();
    let body = rest.split_once('.').unwrap().0.to_owned();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(body).unwrap()).unwrap()
}

fn signed(header: &Header, claims: &serde_json::Value) -> String {
    jsonwebtoken::encode(header, claims, &keys().keys[0].signing).unwrap()
}

#[test]
fn a_token_names_its_bearer_and_is_short() {
    let text = token(&keys());
    let bearer = keys().verify(NOW, &text).unwrap();
    assert_eq!(bearer.member, MemberId::from_bytes([2; 16]));
    assert_eq!(bearer.expires, NOW.plus_ms(TOKEN_LIFE_MS));
    assert!(text.len() < 480, "{} bytes", text.len());
}

#[test]
fn a_token_has_its_time() {
    let text = token(&keys());
    let life = TOKEN_LIFE_MS;
    for (ms, good) in [
        (life + 59_000, true),
        (life + 60_000, false),
        (-60_000, true),
        (-61_000, false),
    ] {
        assert_eq!(keys().verify(NOW.plus_ms(ms), &text).is_ok(), good, "{ms}");
    }
}

#[test]
fn every_forgery_is_refused_alike() {
    let good = claims();
    assert!(
        keys()
            .verify(NOW, &signed(&header(Algorithm::EdDSA, TYPE), &good))
            .is_ok()
    );
    let with = |name: &str, value: serde_json::Value| {
        let mut claims = good.clone();
        claims[name] = value;
        signed(&header(Algorithm::EdDSA, TYPE), &claims)
    };
    let without = |name: &str| {
        let mut claims = good.clone();
        claims.as_object_mut().unwrap().remove(name);
        signed(&header(Algorithm::EdDSA, TYPE), &claims)
    };
    let part = |value: &serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let mut by_path = header(Algorithm::EdDSA, TYPE);
    by_path.kid = Some("../../keys/token".to_owned());
    let public = keys().keys[0].public;
    let forged = [
        format!(
            "{}.{}.",
            part(&serde_json::json!({"alg": "none", "typ": TYPE})),
            part(&good)
        ),
        jsonwebtoken::encode(
            &header(Algorithm::HS256, TYPE),
            &good,
            &EncodingKey::from_secret(&public),
        )
        .unwrap(),
        signed(&header(Algorithm::EdDSA, "JWT"), &good),
        signed(&by_path, &good),
        signed(
            &Header {
                kid: None,
                ..header(Algorithm::EdDSA, TYPE)
            },
            &good,
        ),
        with("exp", serde_json::json!(good["exp"].to_string())),
        with("exp", serde_json::json!(1e300)),
        with("exp", serde_json::json!(i64::MAX)),
        with("aud", serde_json::json!("other")),
        with("iss", serde_json::json!("https://other.example")),
        with("sub", serde_json::json!("nobody")),
        with("role", serde_json::json!("director")),
        without("aud"),
        without("iss"),
        without("exp"),
        without("nbf"),
        without("jti"),
        token(&Keys::new(&[[9; 32]], 0, ISSUER)),
        "a".repeat(1_000_000),
        String::new(),
    ];
    for (index, text) in forged.iter().enumerate() {
        assert_eq!(keys().verify(NOW, text), Err(BadToken), "forgery {index}");
    }
}

#[test]
fn rotation_refuses_no_token_in_flight_until_its_key_is_dropped() {
    let text = token(&keys());
    let rotated = Keys::new(&[SEED, [8; 32]], 1, ISSUER);
    assert!(rotated.verify(NOW, &text).is_ok());
    assert!(
        keys().verify(NOW, &token(&rotated)).is_ok(),
        "the next key was published before its first use"
    );
    let dropped = Keys::new(&[[8; 32]], 0, ISSUER);
    assert_eq!(dropped.verify(NOW, &text), Err(BadToken));
}

#[test]
fn the_published_keys_hold_no_private_half() {
    let text = keys().jwks().to_string();
    assert!(!text.contains("\"d\""));
    assert!(text.contains(&keys().keys[1].kid));
}
