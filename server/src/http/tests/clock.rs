//! The relay's clock is set while it runs.

use super::*;

#[tokio::test]
async fn a_relay_whose_clock_is_set_a_year_off_keeps_no_pace_shut_and_no_challenge_open() {
    const YEAR_MS: i64 = 365 * 86_400_000;
    for year in [-YEAR_MS, YEAR_MS] {
        let world = World::new().await;
        let (key, device, _) = world.device(1).await;
        while world.app.may_push(device).is_ok() {}
        let (one, other) = (world.challenge(device).await, world.challenge(device).await);
        world.clock.set_forward_ms(year);
        assert!(
            world.app.may_push(device).is_err(),
            "no time passed by that"
        );
        let (status, answer) = world.token(&key, device, one).await;
        assert_eq!(status, StatusCode::OK, "the challenge still holds");
        let token = answer["token"].as_str().unwrap();
        assert!(world.app.access(token).await.is_ok());
        world.clock.advance_ms(61_000);
        assert!(world.app.may_push(device).is_ok());
        assert_eq!(
            world.token(&key, device, other).await.0,
            StatusCode::UNAUTHORIZED,
            "too late"
        );
    }
}
