//! Live links: the only `select!` over a socket. Performs what the session machine asks and brings it what happens;
//! decides nothing itself.

mod handshake;
mod live;
mod send;

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use axum::Extension;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use besace_model::error::ErrorCode;
use besace_model::limits::FRAME_BYTES_MAX;
use besace_model::session::relay::RelaySession;
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use tokio::sync::mpsc;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role, WebSocketConfig};

use crate::app::App;
use crate::error::ApiError;
use crate::link::{Link, Road};
use handshake::handshake;
use live::{Live, Over};
use send::PIECE_BYTES;

/// What a browser asks for by name; others may leave it out.
pub const SUBPROTOCOL: &str = "besace.v1";
/// The close code of a link that ends because the relay does: come back soon.
const CLOSE_RESTART: u16 = 1012;
/// A phone's first frame carries a token and a cursor, later ones a few changes: more is read in several steps.
const READ_BUFFER_BYTES: usize = 2 * 1024;
/// Time for the other end to hear that the link is over.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(2);

/// Held by every live link, so that the end of all is noticed.
#[derive(Debug, Clone)]
pub struct Alive(pub mpsc::Sender<Infallible>);

/// `GET /api/v1/sync/socket`. The first frame authenticates, within five seconds.
///
/// The handshake is made here (RFC 6455, 4.2) and not by the framework, whose socket cannot send a message in pieces:
/// its buffer keeps the size of the largest frame ever sent, and a first download would cost each link 200 kB for ever.
///
/// # Errors
/// [`ErrorCode::BadMessage`] when it is no handshake, [`ErrorCode::Upgrade`] when the connection cannot change protocols.
pub async fn upgrade(
    State(app): State<App>,
    alive: Option<Extension<Alive>>,
    mut request: Request,
) -> Result<Response, ApiError> {
    let (accept, names_us) = handshake(request.headers()).ok_or(ErrorCode::BadMessage)?;
    let upgrade = request
        .extensions_mut()
        .remove::<OnUpgrade>()
        .ok_or(ErrorCode::Upgrade)?;
    tokio::spawn(async move {
        if let Ok(upgraded) = upgrade.await {
            app.metrics().connections.inc();
            // Boxed: the task that carries it must stay small while nothing happens.
            Box::pin(run(&app, TokioIo::new(upgraded))).await;
            app.metrics().connections.dec();
        }
        drop(alive);
    });
    let mut response = StatusCode::SWITCHING_PROTOCOLS.into_response();
    let out = response.headers_mut();
    out.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    out.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    out.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    if names_us {
        out.insert(
            header::SEC_WEBSOCKET_PROTOCOL,
            HeaderValue::from_static(SUBPROTOCOL),
        );
    }
    Ok(response)
}

type Socket = WebSocketStream<TokioIo<Upgraded>>;

async fn run(app: &App, stream: TokioIo<Upgraded>) {
    let limits = WebSocketConfig::default()
        .read_buffer_size(READ_BUFFER_BYTES)
        .write_buffer_size(0)
        .max_write_buffer_size(2 * PIECE_BYTES)
        .max_message_size(Some(FRAME_BYTES_MAX))
        .max_frame_size(Some(FRAME_BYTES_MAX));
    let mut socket = WebSocketStream::from_raw_socket(stream, Role::Server, Some(limits)).await;
    let mut live = Live {
        session: RelaySession::new(app.clock().moment()),
        link: Link::new(app, Road::Live),
        pending: VecDeque::new(),
        stop: app.stop_signal(),
        app,
    };
    if let Over::Close(code) = live.until_over(&mut socket).await {
        let frame = CloseFrame {
            code: code.into(),
            reason: "".into(),
        };
        // Whether the other end still hears it does not matter any more.
        let _ = timeout(CLOSE_TIMEOUT, socket.close(Some(frame))).await;
    }
}
