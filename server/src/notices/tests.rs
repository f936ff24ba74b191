//! The road to push services, towards what none of them would do.

use std::net::TcpListener;
use std::time::Duration;

use tokio::io::AsyncWriteExt;

use super::endpoint::Endpoint;
use super::road::{Answer, Road};

fn road() -> Road {
    Road::new(Duration::from_secs(5), Duration::from_secs(10))
}

#[tokio::test]
async fn a_name_that_leads_inside_is_not_connected_to_whoever_let_it_pass() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    for scheme in ["http", "https"] {
        let endpoint = Endpoint::unread(&format!("{scheme}://localhost:{port}/x"));
        let answer = road().post(&endpoint, "vapid", vec![1; 9]).await;
        assert_eq!(answer, Answer::Later(None));
    }
    let refused = listener.accept().unwrap_err();
    assert_eq!(
        refused.kind(),
        std::io::ErrorKind::WouldBlock,
        "nobody came"
    );
}

#[tokio::test]
async fn an_answer_whose_head_has_no_end_is_cut() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let _ = stream.write_all(b"HTTP/1.1 201 Created\r\n").await;
        while stream
            .write_all(b"x-more: and more and more and more\r\n")
            .await
            .is_ok()
        {}
    });
    let endpoint = Endpoint::unread(&format!("http://127.0.0.1:{port}/x"));
    let answer = road().post(&endpoint, "vapid", vec![1; 9]).await;
    assert_eq!(answer, Answer::Later(None));
}
