//! What directors see of the members, and change.

use super::*;

impl World {
    async fn people(&self, token: &str) -> (StatusCode, Value) {
        let path = "/api/v1/people";
        self.ask(Method::GET, path, Some(token), Value::Null).await
    }

    async fn act(&self, token: &str, action: Value) -> Value {
        let path = "/api/v1/people";
        let (status, view) = self.ask(Method::POST, path, Some(token), action).await;
        assert_eq!(status, StatusCode::OK, "{view}");
        view["member"].clone()
    }

    async fn invited(&self, token: &str, member: &Value) -> Value {
        let body = json!({ "member": member });
        let path = "/api/v1/invitations";
        self.ask(Method::POST, path, Some(token), body).await.1
    }
}

fn person<'a>(people: &'a Value, member: &Value) -> &'a Value {
    let all = people["people"].as_array().unwrap();
    all.iter().find(|it| it["member"] == *member).unwrap()
}

#[tokio::test]
async fn a_director_sees_who_was_invited_who_came_and_with_what() {
    let world = World::new().await;
    let (_, _, director) = world.device(1).await;
    let add = json!({ "action": "addMember", "name": "Maël", "roles": ["entrepreneur"], "stage": "cape" });
    let mael = world.act(&director, add).await;
    let (_, people) = world.people(&director).await;
    assert_eq!(person(&people, &mael)["invitedUntil"], Value::Null);

    let invitation = world.invited(&director, &mael).await;
    assert!(invitation["qr"]["path"].as_str().unwrap().starts_with('M'));
    let (_, people) = world.people(&director).await;
    assert!(person(&people, &mael)["invitedUntil"].is_string());
    assert_eq!(person(&people, &mael)["devices"], json!([]));

    let key = SigningKey::from_bytes(&[7; 32]);
    let code = invitation["code"].as_str().unwrap();
    assert_eq!(world.enrol(&key, code).await.0, StatusCode::OK);
    let (_, people) = world.people(&director).await;
    let seen = person(&people, &mael);
    assert_eq!(seen["invitedUntil"], Value::Null, "it was used");
    assert_eq!(seen["devices"][0]["name"], "Téléphone");
    assert_eq!(
        (&seen["status"], &seen["roles"], &seen["stage"]),
        (&json!("active"), &json!(["entrepreneur"]), &json!("cape"))
    );

    world
        .clock
        .advance_ms(besace_model::limits::INVITATION_LIFE_MS);
    world.invited(&director, &mael).await;
    world
        .clock
        .advance_ms(besace_model::limits::INVITATION_LIFE_MS + 1);
    let (_, _, director) = world.device(2).await;
    let (_, people) = world.people(&director).await;
    assert_eq!(
        person(&people, &mael)["invitedUntil"],
        Value::Null,
        "it ended"
    );
}

#[tokio::test]
async fn nobody_else_sees_the_list() {
    let world = World::new().await;
    let (_, _, director) = world.device(1).await;
    let add = json!({ "action": "addMember", "name": "Ana", "roles": ["coach", "finance"] });
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
async fn roles_and_coaches_change_together_and_coaches_stay_when_nothing_is_said() {
    let world = World::new().await;
    let (_, _, director) = world.device(1).await;
    let coach = |name| json!({ "action": "addMember", "name": name, "roles": ["coach"] });
    let ana = world.act(&director, coach("Ana")).await;
    let bea = world.act(&director, coach("Béa")).await;
    let add = json!({ "action": "addMember", "name": "Maël", "roles": ["entrepreneur"], "coaches": [ana] });
    let mael = world.act(&director, add).await;
    let change = |more: Value| {
        let mut change = json!({
            "action": "changeMember", "member": mael, "name": "Maël B.", "roles": ["entrepreneur"],
        });
        change
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        change
    };
    let coaches = async || {
        let (_, people) = world.people(&director).await;
        person(&people, &mael)["coaches"].clone()
    };
    assert_eq!(coaches().await, json!([ana]));
    world.act(&director, change(json!({}))).await;
    assert_eq!(coaches().await, json!([ana]));
    world
        .act(&director, change(json!({ "coaches": [bea] })))
        .await;
    assert_eq!(coaches().await, json!([bea]));
    world.act(&director, change(json!({ "coaches": [] }))).await;
    assert_eq!(coaches().await, json!([]));
    let (status, _) = world
        .ask(
            Method::POST,
            "/api/v1/people",
            Some(&director),
            change(json!({ "coaches": [mael] })),
        )
        .await;
    assert_eq!(
        status,
        StatusCode::BAD_REQUEST,
        "nobody accompanies themselves"
    );
}
