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

#[tokio::test]
async fn a_member_is_added_with_their_coaches_and_an_invitation_at_once() {
    let world = World::new().await;
    let (_, _, director) = world.device(1).await;
    let ana = world.act(&director, add("Ana", "coach", json!({}))).await;
    let request = add(
        "Maël",
        "entrepreneur",
        json!({ "coaches": [ana], "invited": true }),
    );
    let path = "/api/v1/people";
    let (status, view) = world
        .ask(Method::POST, path, Some(&director), request)
        .await;
    assert_eq!(status, StatusCode::OK, "{view}");
    let code = view["invitation"]["code"].as_str().unwrap();
    let key = SigningKey::from_bytes(&[7; 32]);
    let (status, enrolled) = world.enrol(&key, code).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(enrolled["member"], view["member"]);
    let (_, people) = world.people(&director).await;
    assert_eq!(person(&people, &view["member"])["coaches"], json!([ana]));
}

#[tokio::test]
async fn what_a_change_does_not_name_stays_and_all_of_it_is_done_or_nothing() {
    let world = World::new().await;
    let (_, _, director) = world.device(1).await;
    let ana = world.act(&director, add("Ana", "coach", json!({}))).await;
    let mael = add("Maël", "entrepreneur", json!({ "coaches": [ana] }));
    let mael = world.act(&director, mael).await;
    let change = |member: &Value, changes: Value| {
        merged(json!({ "action": "change", "member": member }), changes)
    };
    let seen = async || world.people(&director).await.1;
    let renamed = json!({ "described": { "name": "Maël B." } });
    world.act(&director, change(&mael, renamed)).await;
    let before = seen().await;
    assert_eq!(person(&before, &mael)["name"], "Maël B.");
    assert_eq!(person(&before, &mael)["coaches"], json!([ana]));

    let others = json!({ "described": { "name": "Autre" }, "roles": ["finance"] });
    let nobody = MemberId::from_bytes([9; 16]);
    let boss = json!(world.director);
    let refused = [
        (&mael, json!({ "coaches": [ana, nobody] }), "not_found"),
        (&mael, json!({ "coaches": [mael] }), "bad_message"),
        (&mael, json!({ "status": "relay" }), "bad_message"),
        (&boss, json!({ "coaches": [ana] }), "forbidden"),
    ];
    for (member, more, code) in refused {
        let request = change(member, merged(others.clone(), more));
        let path = "/api/v1/people";
        let (_, view) = world
            .ask(Method::POST, path, Some(&director), request)
            .await;
        assert_eq!(view["code"], code);
        assert_eq!(seen().await, before);
    }
    let all = json!({ "coaches": [], "status": "suspended" });
    world
        .act(&director, change(&mael, merged(others, all)))
        .await;
    let after = seen().await;
    let after = person(&after, &mael);
    assert_eq!(after["name"], "Autre");
    assert_eq!(after["roles"], json!(["finance"]));
    assert_eq!(after["coaches"], json!([]));
    assert_eq!(after["status"], "suspended");
}

#[tokio::test]
async fn an_app_of_before_is_still_understood() {
    let world = World::new().await;
    let (_, _, director) = world.device(1).await;
    let coach = |name| json!({ "action": "addMember", "name": name, "roles": ["coach"] });
    let ana = world.act(&director, coach("Ana")).await;
    let bea = world.act(&director, coach("Béa")).await;
    let add = json!({
        "action": "addMember", "name": "Maël", "roles": ["entrepreneur"], "branch": "", "stage": "cape",
        "associate": false, "coaches": [ana],
    });
    let mael = world.act(&director, add).await;
    let change = |more: Value| {
        let all = json!({
            "action": "changeMember", "member": mael, "name": "Maël B.", "roles": ["entrepreneur"],
        });
        merged(all, more)
    };
    let seen = async |what: &str| {
        let (_, people) = world.people(&director).await;
        person(&people, &mael)[what].clone()
    };
    assert_eq!(seen("coaches").await, json!([ana]));
    world.act(&director, change(json!({}))).await;
    assert_eq!(seen("coaches").await, json!([ana]));
    assert_eq!(seen("name").await, "Maël B.");
    world
        .act(&director, change(json!({ "coaches": [bea] })))
        .await;
    assert_eq!(seen("coaches").await, json!([bea]));
    let leaves = json!({ "action": "setStatus", "member": mael, "status": "left" });
    world.act(&director, leaves).await;
    assert_eq!(seen("status").await, "left");
}
