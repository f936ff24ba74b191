//! Where the relay tells how it is doing.

use super::*;

#[tokio::test]
async fn figures_are_never_answered_where_a_proxy_would_publish_them() {
    let world = World::new().await;
    let request = || {
        let request = Request::builder().uri("/metrics");
        request.body(HttpBody::empty()).unwrap()
    };
    let body = async |response: Response<HttpBody>| {
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    };
    // From this machine, and with no sign of a proxy.
    let public = body(world.send(request()).await).await;
    assert!(!public.contains("besace_connections"), "{public}");
    let figures = crate::router::figures(world.app.clone());
    let own = body(figures.oneshot(request()).await.unwrap()).await;
    assert!(own.contains("besace_connections"), "{own}");
}
