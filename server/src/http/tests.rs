//! The API, in process.

mod answers;
mod clock;
mod codes;
mod directing;
mod figures;
mod files;
mod invitations;
mod neighbours;
mod notices;
mod resting;
mod sync;
mod tokens;

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
use tokio::sync::mpsc::unbounded_channel;
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
use crate::home::tenants::Tenants;
use crate::home::{Opened, Tenant};
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
            Tenants::new(Opened::of(tenants.into()), unbounded_channel().0),
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
    let handle = writer::spawn(coop, move || turned.both(), drop).unwrap();
    Tenant {
        handle,
        name: name.into(),
        path: PathBuf::new(),
    }
}
