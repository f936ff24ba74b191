//! Members added and changed by directors.

use super::*;

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
