//! Who may decide about others.

use super::*;

#[tokio::test]
async fn nobody_else_sees_the_list() {
    let world = World::new().await;
    let (_, _, director) = world.device(1).await;
    let add = json!({
        "action": "add", "described": { "name": "Ana" }, "roles": ["coach", "finance"],
    });
    let ana = world.act(&director, add).await;
    let invitation = world.invited(&director, &ana).await;
    let key = SigningKey::from_bytes(&[7; 32]);
    let (_, view) = world
        .enrol(&key, invitation["code"].as_str().unwrap())
        .await;
    let device: DeviceId = view["device"].as_str().unwrap().parse().unwrap();
    let nonce = world.challenge(device).await;
    let (_, view) = world.token(&key, device, nonce).await;
    let (status, view) = world.people(view["token"].as_str().unwrap()).await;
    assert_eq!(
        (status, &view["code"]),
        (StatusCode::NOT_FOUND, &json!("not_found"))
    );
}

#[tokio::test]
async fn only_directors_decide_about_others() {
    let world = World::new().await;
    let (_, _, director) = world.device(1).await;
    let add = json!({
        "action": "add", "described": { "name": "Maël", "stage": "cape" }, "roles": ["entrepreneur"],
    });
    let (status, view) = world
        .ask(Method::POST, "/api/v1/people", Some(&director), add.clone())
        .await;
    assert_eq!(status, StatusCode::OK, "{view}");
    let body = json!({ "member": view["member"] });
    let (_, invitation) = world
        .ask(Method::POST, "/api/v1/invitations", Some(&director), body)
        .await;
    assert!(
        invitation["link"]
            .as_str()
            .unwrap()
            .starts_with("https://besace.example.coop/#join=")
    );
    let key = SigningKey::from_bytes(&[7; 32]);
    let (_, view) = world
        .enrol(&key, invitation["code"].as_str().unwrap())
        .await;
    let device: DeviceId = view["device"].as_str().unwrap().parse().unwrap();
    let nonce = world.challenge(device).await;
    let (_, view) = world.token(&key, device, nonce).await;
    let token = view["token"].as_str();
    assert_eq!(
        world
            .ask(Method::POST, "/api/v1/people", token, add)
            .await
            .0,
        StatusCode::NOT_FOUND
    );
    let body = json!({ "member": world.director });
    assert_eq!(
        world
            .ask(Method::POST, "/api/v1/invitations", token, body)
            .await
            .0,
        StatusCode::NOT_FOUND
    );
    let own = world
        .ask(
            Method::POST,
            "/api/v1/devices/invitations",
            token,
            json!({}),
        )
        .await;
    assert_eq!(own.0, StatusCode::OK);
}
