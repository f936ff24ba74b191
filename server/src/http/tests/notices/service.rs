//! A push service on this machine, which answers as its paths say, and a browser that reads what it gets.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use futures_util::stream;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use p256::SecretKey;
use p256::elliptic_curve::sec1::ToEncodedPoint;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use web_push_native::{Auth, decrypt};

use crate::bytes::encode as base64;

/// What came to the push service.
#[derive(Debug, Clone)]
pub(super) struct Received {
    pub(super) path: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

type All = Arc<Mutex<Vec<Received>>>;

/// A push service; it serves for as long as the test runs.
pub(super) struct Service {
    pub(super) address: SocketAddr,
    received: All,
}

impl Service {
    pub(super) async fn start() -> Self {
        let received = All::default();
        let router = Router::new()
            .route("/{*path}", any(take))
            .with_state(Arc::clone(&received));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, received }
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.address)
    }

    /// What came since this was asked before.
    pub(super) fn received(&self) -> Vec<Received> {
        std::mem::take(&mut *self.received.lock().unwrap())
    }
}

async fn take(
    State(received): State<All>,
    Path(path): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let body = body.to_vec();
    received.lock().unwrap().push(Received {
        path: path.clone(),
        headers,
        body,
    });
    match path.split('/').next().unwrap_or_default() {
        "gone" => StatusCode::GONE.into_response(),
        "unknown" => StatusCode::NOT_FOUND.into_response(),
        "refuses" => StatusCode::BAD_REQUEST.into_response(),
        "busy" => (
            StatusCode::TOO_MANY_REQUESTS,
            [(header::RETRY_AFTER, "600")],
        )
            .into_response(),
        "fails" => StatusCode::BAD_GATEWAY.into_response(),
        "moved" => (
            StatusCode::TEMPORARY_REDIRECT,
            [(header::LOCATION, "/inside")],
        )
            .into_response(),
        "endless" => {
            let bytes =
                || async { Some((Ok::<_, std::io::Error>(Bytes::from(vec![0; 65_536])), ())) };
            Body::from_stream(stream::unfold((), move |()| bytes())).into_response()
        }
        "slow" => {
            tokio::time::sleep(Duration::from_secs(3_600)).await;
            StatusCode::CREATED.into_response()
        }
        _ => StatusCode::CREATED.into_response(),
    }
}

/// A browser with a subscription.
pub(super) struct Browser {
    secret: SecretKey,
    auth: [u8; 16],
}

impl Browser {
    pub(super) fn new(seed: u8) -> Self {
        Self {
            secret: SecretKey::from_slice(&[seed; 32]).unwrap(),
            auth: [seed; 16],
        }
    }

    /// What a page says of its subscription at an address, with more or other fields.
    pub(super) fn wish(&self, endpoint: &str, more: Value) -> Value {
        let point = self.secret.public_key().to_encoded_point(false);
        let mut wish = json!({
            "endpoint": endpoint,
            "p256dh": base64(point.as_bytes()),
            "auth": base64(&self.auth),
            "concerns": ["coaching", "votes"],
            "quiet": null,
            "lang": "fr",
        });
        let fields = more.as_object().cloned().unwrap_or_default();
        wish.as_object_mut().unwrap().extend(fields);
        wish
    }

    /// What a message says, and how it looked.
    pub(super) fn read(&self, received: &Received) -> (Value, String) {
        let auth = Auth::clone_from_slice(&self.auth);
        let plain = decrypt(received.body.clone(), &self.secret, &auth).unwrap();
        let text = String::from_utf8(plain).unwrap();
        (serde_json::from_str(&text).unwrap(), text)
    }
}

/// What a push service learns of who sends, once it has checked that it is them.
pub(super) fn sender(received: &Received, key: &str) -> Value {
    let line = received.headers[header::AUTHORIZATION].to_str().unwrap();
    let (token, shown) = line
        .strip_prefix("vapid t=")
        .and_then(|rest| rest.split_once(", k="))
        .unwrap();
    assert_eq!(shown, key, "the browser subscribed with that one");
    let mut validation = Validation::new(Algorithm::ES256);
    validation.validate_exp = false;
    validation.validate_aud = false;
    let bytes = base64::Engine::decode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, key).unwrap();
    let key = DecodingKey::from_ec_der(&bytes);
    jsonwebtoken::decode::<Value>(token, &key, &validation)
        .unwrap()
        .claims
}

#[test]
fn a_browser_reads_the_message_that_the_standard_gives() {
    // RFC 8291, section 5.
    let bytes = |text: &str| {
        base64::Engine::decode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, text).unwrap()
    };
    let browser = Browser {
        secret: SecretKey::from_slice(&bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"))
            .unwrap(),
        auth: bytes("BTBZMqHH6r4Tts7J_aSIgg").try_into().unwrap(),
    };
    let body = bytes(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_y\
         l95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
    );
    let auth = Auth::clone_from_slice(&browser.auth);
    let plain = decrypt(body, &browser.secret, &auth).unwrap();
    assert_eq!(plain, b"When I grow up, I want to be a watermelon");
}
