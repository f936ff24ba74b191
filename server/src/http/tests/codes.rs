//! What a code is told of itself before it is spent.

use super::*;

#[tokio::test]
async fn a_code_says_what_is_wrong_with_it_and_whom_it_is_for_before_it_is_spent() {
    let world = World::new().await;
    let code = world.invite().await;
    let look = async |secret: &str| {
        let body = json!({ "secret": secret });
        world
            .ask(Method::POST, "/api/v1/enrolments/look", None, body)
            .await
    };
    for _ in 0..2 {
        let (status, found) = look(&code.to_lowercase().replace('-', "\u{2011}")).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(found["memberName"], "Dominique");
        assert_ne!(found["coopName"], "");
    }
    let key = SigningKey::from_bytes(&[1; 32]);
    assert_eq!(
        world.enrol(&key, &code).await.0,
        StatusCode::OK,
        "not spent"
    );
    assert_eq!(look(&code).await.1["code"], "invitation_used");
    let never = "7ABCDE-FGHJK-MNPQR-STVWX-YZ012";
    assert_eq!(look(never).await.1["code"], "bad_invitation");
    assert_eq!(look("bonjour").await.1["code"], "bad_invitation");
    let late = world.invite().await;
    world
        .clock
        .advance_ms(besace_model::limits::INVITATION_LIFE_MS + 1);
    assert_eq!(look(&late).await.1["code"], "invitation_expired");
    let mut refused = StatusCode::OK;
    for _ in 0..30 {
        refused = look(never).await.0;
    }
    assert_eq!(refused, StatusCode::TOO_MANY_REQUESTS);
}
