//! What directors see of the members, and change.

mod changes;
mod rights;

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

fn merged(mut one: Value, other: Value) -> Value {
    let more = other.as_object().unwrap().clone();
    one.as_object_mut().unwrap().extend(more);
    one
}

fn add(name: &str, role: &str, more: Value) -> Value {
    let person = json!({ "action": "add", "described": { "name": name }, "roles": [role] });
    merged(person, more)
}

#[tokio::test]
async fn a_director_sees_who_was_invited_who_came_and_with_what() {
    let world = World::new().await;
    let (_, _, director) = world.device(1).await;
    let add = json!({
        "action": "add", "described": { "name": "Maël", "stage": "cape" }, "roles": ["entrepreneur"],
    });
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
