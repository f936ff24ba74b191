//! What holds for every request and answer.

use super::*;

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
