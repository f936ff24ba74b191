//! Two cooperatives of one relay: what one of them says of a device means nothing in the other.

use super::*;
use crate::coop::{Decision, Done};

impl World {
    /// Adds a member to the second cooperative; an invitation for them.
    async fn invite_next_door(&self) -> String {
        let coop = &self.app.coops()[1].handle.clone();
        let request = new_member("Anne", Role::Entrepreneur, true);
        let added = decisions::decide(&self.app, coop, Inviter::OPERATOR, request).await;
        added.unwrap().invitation.unwrap().code
    }
}

#[tokio::test]
async fn a_device_is_at_home_where_its_signature_says() {
    let world = World::new().await;
    let code = world.invite_next_door().await;
    let key = SigningKey::from_bytes(&[7; 32]);
    let (status, view) = world.enrol(&key, &code).await;
    assert_eq!(status, StatusCode::OK, "{view}");
    let device: DeviceId = view["device"].as_str().unwrap().parse().unwrap();

    // The first cooperative has taken in a device of that id before anybody asked the others.
    let first = &world.app.coops()[0].handle.clone();
    let secret = crate::secret::InviteSecret::parse(&world.invite().await).unwrap();
    let squatter = SigningKey::from_bytes(&[8; 32]);
    let command = Decision::Enrol {
        secret: secret.0.to_vec(),
        public_key: squatter.verifying_key().to_bytes(),
        device,
        name: String::new(),
    };
    let done = first.decide(MemberId::RELAY, command).await.unwrap();
    assert!(matches!(done, Done::Enrolled(..)));

    for (key, name) in [(&key, "Anne"), (&squatter, "Dominique")] {
        let nonce = world.challenge(device).await;
        let (status, view) = world.token(key, device, nonce).await;
        assert_eq!(status, StatusCode::OK, "{name}: {view}");
        let token = view["token"].as_str();
        let (_, me) = world
            .ask(Method::GET, "/api/v1/me", token, Value::Null)
            .await;
        assert_eq!(me["name"], json!(name));
    }
}

#[tokio::test]
async fn an_id_that_a_device_has_anywhere_enrols_no_other() {
    let world = World::new().await;
    let (_, taken, _) = world.device(1).await;
    let code = world.invite_next_door().await;
    let key = SigningKey::from_bytes(&[7; 32]);
    let body = |device: Value| {
        let public = base64(key.verifying_key().as_bytes());
        json!({ "secret": code, "publicKey": public, "deviceId": device })
    };
    let (status, view) = world.post("/api/v1/enrolments", body(json!(taken))).await;
    assert_eq!(
        (status, &view["code"]),
        (StatusCode::BAD_REQUEST, &json!("bad_message"))
    );
    let (status, _) = world.post("/api/v1/enrolments", body(Value::Null)).await;
    assert_eq!(status, StatusCode::OK, "the invitation was not spent");
}
