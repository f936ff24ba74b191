//! The accept loop: HTTP/1.1 with a limit on how long a peer may take to say what it wants, and an orderly end.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::mpsc;
use tower::ServiceExt;

use crate::app::App;
use crate::http::Socket;
use crate::socket::Alive;

/// Time for the head of a request; also how long an unused connection is kept.
const HEAD_TIMEOUT: Duration = Duration::from_secs(5);
/// Buffer of one HTTP connection.
const BUFFER_BYTES: usize = 16 * 1024;
/// Pause after the system had no connection or descriptor to give.
const ACCEPT_PAUSE: Duration = Duration::from_millis(500);
/// Connections that wait to be accepted; the system may allow fewer.
const WAITING_MAX: u32 = 4_096;
/// Time the open links get to end in order.
const DRAIN_TIMEOUT: Duration = Duration::from_secs(8);

/// Listens, with room for a whole cooperative that comes back at once: whom a full queue turns away tries again a second
/// later.
///
/// # Errors
/// Whatever the system says.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(WAITING_MAX)
}

/// Serves until [`App::stop`], then lets every link end in order.
pub async fn serve(app: App, listener: TcpListener, router: Router) {
    // Every connection holds a sender; when all are gone, so are the connections.
    let (alive, mut all_gone) = mpsc::channel::<Infallible>(1);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = app.stopped() => break,
        };
        match accepted {
            Ok((stream, address)) => {
                let (app, router, alive) = (app.clone(), router.clone(), Alive(alive.clone()));
                tokio::spawn(async move {
                    connection(&app, router, stream, Socket(address), alive).await
                });
            }
            Err(error) if is_of_the_peer(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "no connection could be accepted");
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop(listener);
    drop(alive);
    if tokio::time::timeout(DRAIN_TIMEOUT, all_gone.recv())
        .await
        .is_err()
    {
        tracing::warn!("some links did not end in time");
    }
}

async fn connection(app: &App, router: Router, stream: TcpStream, socket: Socket, alive: Alive) {
    // Small frames must not wait for more: an acknowledgement is worth a packet.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(socket);
        request.extensions_mut().insert(alive.clone());
        router.clone().oneshot(request.map(Body::new))
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .max_buf_size(BUFFER_BYTES)
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    let mut connection = Box::pin(connection);
    tokio::select! {
        // What went wrong on the way is the peer's business.
        _ = connection.as_mut() => {}
        () = app.stopped() => {
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        }
    }
}

/// Errors of one connection that say nothing about the next.
fn is_of_the_peer(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
    )
}
