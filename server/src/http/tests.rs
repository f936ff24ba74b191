//! The API, in process.

use std::path::PathBuf;

use axum::Router;
use axum::body::{Body as HttpBody, to_bytes};
use axum::http::{Method, Request, Response, StatusCode, header};
use besace_model::access::Role;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::time::Timestamp;
use besace_model::wire::{Hello, PROTOCOL, ToPhone, ToRelay, decode, encode};
use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::sync::CONTENT_TYPE;

use crate::app::App;
use crate::auth::Keys;
use crate::bytes::{Base64, encode as base64};
use crate::challenge::signing_bytes;
use crate::clock::Clock;
use crate::config::{Config, Setting, Sources};
use crate::coop::{Coop, Described, Founding};
use crate::decisions::{self, DecisionRequest, NewPerson};
use crate::home::Tenant;
use crate::home::tenants::Tenants;
use crate::router::router;
use crate::store::StorePlace;
use crate::store::invitations::Inviter;
use crate::writer;

const HOST: &str = "besace.example.coop";
const ORIGIN: &str = "https://besace.example.coop";

fn new_member(name: &str, role: Role, invited: bool) -> DecisionRequest {
    let described = Described {
        name: name.to_owned(),
        ..Described::default()
    };
    let person = NewPerson {
        described,
        roles: [role].into(),
        coaches: [].into(),
    };
    DecisionRequest::Add { person, invited }
}

struct World {
    app: App,
    clock: Clock,
    router: Router,
    director: MemberId,
}

impl World {
    async fn new() -> Self {
        let clock = Clock::manual(Timestamp(1_790_000_000_000));
        let mut sources = Sources::default();
        sources.flags.insert(Setting::PublicUrl, ORIGIN.to_owned());
        let config = Config::read(&sources).unwrap();
        let keys = Keys::new(&[[1; 32], [2; 32]], 0, ORIGIN);
        let tenants = ["Estuaire", "Val d’Or"].map(|name| tenant(&clock, name));
        let app = App::new(
            config,
            clock.clone(),
            keys,
            Tenants::new(tenants.into(), Vec::new()),
        );
        let coop = &app.coops()[0].handle.clone();
        let request = new_member("Dominique", Role::Director, false);
        let view = decisions::decide(&app, coop, Inviter::OPERATOR, request)
            .await
            .unwrap();
        Self {
            router: router(app.clone()),
            director: view.member.unwrap(),
            app,
            clock,
        }
    }

    async fn invite(&self) -> String {
        let coop = &self.app.coops()[0].handle.clone();
        decisions::invite(&self.app, coop, Inviter::OPERATOR, self.director)
            .await
            .unwrap()
            .code
    }

    async fn send(&self, request: Request<HttpBody>) -> Response<HttpBody> {
        self.router.clone().oneshot(request).await.unwrap()
    }

    async fn ask(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Value,
    ) -> (StatusCode, Value) {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, HOST);
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let request = request.header(header::CONTENT_TYPE, "application/json");
        let response = self
            .send(request.body(body.to_string().into()).unwrap())
            .await;
        let status = response.status();
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        (
            status,
            serde_json::from_slice(&bytes).unwrap_or(Value::Null),
        )
    }

    async fn post(&self, path: &str, body: Value) -> (StatusCode, Value) {
        self.ask(Method::POST, path, None, body).await
    }

    async fn enrol(&self, key: &SigningKey, code: &str) -> (StatusCode, Value) {
        let public = base64(key.verifying_key().as_bytes());
        let body = json!({ "secret": code, "publicKey": public, "deviceName": "Téléphone" });
        self.post("/api/v1/enrolments", body).await
    }

    async fn challenge(&self, device: DeviceId) -> Base64<16> {
        let (status, view) = self
            .post("/api/v1/challenges", json!({ "device": device }))
            .await;
        assert_eq!(status, StatusCode::OK);
        serde_json::from_value(view["nonce"].clone()).unwrap()
    }

    async fn token(
        &self,
        key: &SigningKey,
        device: DeviceId,
        nonce: Base64<16>,
    ) -> (StatusCode, Value) {
        let signature = base64(&key.sign(&signing_bytes(device, &nonce.0)).to_bytes());
        self.post(
            "/api/v1/tokens",
            json!({ "device": device, "nonce": nonce, "signature": signature }),
        )
        .await
    }

    /// A device of the director's with a token.
    async fn device(&self, seed: u8) -> (SigningKey, DeviceId, String) {
        let key = SigningKey::from_bytes(&[seed; 32]);
        let (status, view) = self.enrol(&key, &self.invite().await).await;
        assert_eq!(status, StatusCode::OK, "{view}");
        let device: DeviceId = view["device"].as_str().unwrap().parse().unwrap();
        let nonce = self.challenge(device).await;
        let (_, view) = self.token(&key, device, nonce).await;
        (key, device, view["token"].as_str().unwrap().to_owned())
    }
}

fn tenant(clock: &Clock, name: &str) -> Tenant {
    let founding = Founding {
        coop: CoopId(clock.ulid()),
        name: name.to_owned(),
        relay_device: DeviceId(clock.ulid()),
        relay_seed: [3; 32],
        epoch: 1,
    };
    let coop = Coop::create(StorePlace::Memory, &founding, clock.now()).unwrap();
    let turned = clock.clone();
    let (handle, _) = writer::spawn(coop, move || turned.now()).unwrap();
    Tenant {
        handle,
        name: name.into(),
        path: PathBuf::new(),
    }
}

#[tokio::test]
async fn an_invitation_has_one_winner_and_guessing_is_slow() {
    let world = World::new().await;
    let code = world.invite().await;
    let (first, second) = (
        SigningKey::from_bytes(&[1; 32]),
        SigningKey::from_bytes(&[2; 32]),
    );
    let (a, b) = tokio::join!(world.enrol(&first, &code), world.enrol(&second, &code));
    let mut statuses = [a.0, b.0];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::OK, StatusCode::GONE]);
    let expired = world.invite().await;
    world
        .clock
        .advance_ms(besace_model::limits::INVITATION_LIFE_MS + 1);
    assert_eq!(
        world.enrol(&second, &expired).await.1["code"],
        "invitation_expired"
    );
    let mut refused = StatusCode::OK;
    for _ in 0..30 {
        refused = world.enrol(&second, "00000-00000").await.0;
    }
    assert_eq!(refused, StatusCode::TOO_MANY_REQUESTS);
}

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

#[tokio::test]
async fn only_our_own_pages_open_a_socket() {
    let world = World::new().await;
    let check = async |host: &str, origin: Option<&str>| {
        let mut request = Request::builder()
            .uri("/api/v1/sync/socket")
            .header(header::HOST, host)
            .header(header::CONNECTION, "upgrade")
            .header(header::UPGRADE, "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        world
            .send(request.body(HttpBody::empty()).unwrap())
            .await
            .status()
    };
    for origin in [
        None,
        Some("null"),
        Some("http://besace.example.coop"),
        Some("https://besace.example.coop.evil.example"),
        Some("https://evil.example/https://besace.example.coop"),
        Some("https://besace.example.coop:444"),
    ] {
        assert_eq!(
            check(HOST, origin).await,
            StatusCode::FORBIDDEN,
            "{origin:?}"
        );
    }
    assert_eq!(
        check("evil.example", Some(ORIGIN)).await,
        StatusCode::FORBIDDEN
    );
    // In-process requests cannot change protocols; what matters is that this one was let through.
    assert_eq!(
        check(HOST, Some(ORIGIN)).await,
        StatusCode::UPGRADE_REQUIRED
    );
}

#[tokio::test]
async fn one_exchange_over_https_answers_with_the_frames_of_a_live_link() {
    let world = World::new().await;
    let (_, _, token) = world.device(1).await;
    let hello = Hello {
        protocol: PROTOCOL,
        token,
        cursor: None,
        live: false,
        pushes: Vec::new(),
        witness: None,
        kinds: None,
    };
    let frame = encode(&ToRelay::Hello(hello));
    let send = async |body: Vec<u8>| {
        let request = Request::builder()
            .method(Method::POST)
            .uri("/api/v1/sync")
            .header(header::HOST, HOST);
        let response = world.send(request.body(body.into()).unwrap()).await;
        let kind = response.headers().get(header::CONTENT_TYPE).cloned();
        (
            response.status(),
            kind,
            to_bytes(response.into_body(), 1 << 22).await.unwrap(),
        )
    };
    let length = u32::try_from(frame.len()).unwrap().to_be_bytes();
    let (status, kind, answer) = send([&length[..], &frame].concat()).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(kind.unwrap(), CONTENT_TYPE);
    let (length, rest) = answer.split_first_chunk::<4>().unwrap();
    let first: ToPhone = decode(&rest[..u32::from_be_bytes(*length) as usize]).unwrap();
    let ToPhone::Update(update) = first else {
        panic!("{first:?}");
    };
    assert!(!update.docs.is_empty(), "a fresh phone gets the directory");
    assert_eq!(send(frame).await.0, StatusCode::BAD_REQUEST, "no length");
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let world = World::new().await;
    let request = Request::builder()
        .uri("/")
        .header(header::HOST, HOST)
        .header(header::ACCEPT, "text/html");
    let response = world.send(request.body(HttpBody::empty()).unwrap()).await;
    let policy = response.headers()[header::CONTENT_SECURITY_POLICY]
        .to_str()
        .unwrap();
    assert!(
        policy.contains("default-src 'none'") && policy.contains("wss://besace.example.coop;"),
        "{policy}"
    );
    for name in [
        "strict-transport-security",
        "x-content-type-options",
        "referrer-policy",
        "x-request-id",
    ] {
        assert!(response.headers().contains_key(name), "{name}");
    }
    let (status, body) = world
        .ask(Method::GET, "/api/v1/nothing", None, Value::Null)
        .await;
    assert_eq!(
        (status, &body["code"]),
        (StatusCode::NOT_FOUND, &json!("not_found"))
    );
}

#[tokio::test]
async fn bodies_are_limited() {
    let world = World::new().await;
    let body = json!({ "device": "0".repeat(2 << 20) });
    assert_eq!(
        world.post("/api/v1/challenges", body).await.0,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    assert_eq!(
        world
            .post("/api/v1/challenges", json!({ "device": 5 }))
            .await
            .1["code"],
        "bad_message"
    );
    let jwks = world
        .ask(Method::GET, "/.well-known/jwks.json", None, Value::Null)
        .await
        .1;
    assert_eq!(jwks["keys"].as_array().unwrap().len(), 2);
}

mod clock;
mod codes;
mod directing;
mod figures;
mod neighbours;
