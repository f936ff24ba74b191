//! Invitations, spent and guessed at.

use super::*;

#[tokio::test]
async fn an_invitation_has_one_winner_and_guessing_is_slow() {
    let world = World::new().await;
    let code = world.invite().await;
    let (first, second) = (
        SigningKey::from_bytes(&[1; 32]),
        SigningKey::from_bytes(&[2; 32]),
    );
    let (a, b) = tokio::join!(world.enrol(&first, &code), world.enrol(&second, &code));
    let mut statuses = [a.0, b.0];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::OK, StatusCode::GONE]);
    let expired = world.invite().await;
    world
        .clock
        .advance_ms(besace_model::limits::INVITATION_LIFE_MS + 1);
    assert_eq!(
        world.enrol(&second, &expired).await.1["code"],
        "invitation_expired"
    );
    let mut refused = StatusCode::OK;
    for _ in 0..30 {
        refused = world.enrol(&second, "00000-00000").await.0;
    }
    assert_eq!(refused, StatusCode::TOO_MANY_REQUESTS);
}
