//! Both roads by which a phone syncs.

use super::*;

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
        reads_short: None,
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
