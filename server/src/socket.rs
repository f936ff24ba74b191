//! Live links: the only `select!` over a socket. Performs what the session machine asks and brings it what happens;
//! decides nothing itself.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::pending;
use std::time::Duration;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use besace_model::error::ErrorCode;
use besace_model::limits::{FRAME_BYTES_MAX, PUSHES_IN_FLIGHT};
use besace_model::session::relay::{CLOSE_BAD_MESSAGE, Effect, Event, RelaySession};
use futures_util::{SinkExt, StreamExt};
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use tokio::sync::{mpsc, watch};
use tokio::time::{sleep, timeout};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{self, Message};

use crate::app::App;
use crate::error::ApiError;
use crate::hub::Next;
use crate::limits::RESTART_MS;
use crate::link::{Link, Pending, Road};

/// What a browser asks for by name; others may leave it out.
pub const SUBPROTOCOL: &str = "besace.v1";
/// The close code of a link that ends because the relay does: come back soon.
const CLOSE_RESTART: u16 = 1012;
/// A phone's first frame carries a token and a cursor, later ones a few changes: more is read in several steps.
const READ_BUFFER_BYTES: usize = 4 * 1024;
/// What is handed to the socket at once.
const PIECE_BYTES: usize = 4 * 1024;
/// A phone that takes longer to take in what was sent is gone.
const SEND_TIMEOUT: Duration = Duration::from_secs(20);
/// Time for the other end to hear that the link is over.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(2);
/// How late the relay may notice that time passed: an earlier wake-up would find nothing due.
const WAKEUP_MIN: Duration = Duration::from_millis(20);

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

/// The proof that the handshake was understood, and whether the protocol was asked for by name.
fn handshake(headers: &HeaderMap) -> Option<(HeaderValue, bool)> {
    let lists = |name: HeaderName, wanted: &str| {
        let lines = headers
            .get_all(name)
            .iter()
            .filter_map(|line| line.to_str().ok());
        lines
            .flat_map(|line| line.split(','))
            .any(|word| word.trim().eq_ignore_ascii_case(wanted))
    };
    let is_handshake = lists(header::CONNECTION, "upgrade")
        && lists(header::UPGRADE, "websocket")
        && lists(header::SEC_WEBSOCKET_VERSION, "13");
    let key = headers
        .get(header::SEC_WEBSOCKET_KEY)
        .filter(|_| is_handshake)?;
    let accept = HeaderValue::from_str(&derive_accept_key(key.as_bytes())).ok()?;
    Some((accept, lists(header::SEC_WEBSOCKET_PROTOCOL, SUBPROTOCOL)))
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

/// Sends a message in pieces: the socket's buffer never grows beyond one.
async fn send_in_pieces(socket: &mut Socket, mut message: Bytes) -> Result<(), tungstenite::Error> {
    let mut kind = Data::Binary;
    loop {
        let piece = message.split_to(message.len().min(PIECE_BYTES));
        let is_last = message.is_empty();
        let frame = Frame::message(piece, OpCode::Data(kind), is_last);
        socket.send(Message::Frame(frame)).await?;
        if is_last {
            return Ok(());
        }
        kind = Data::Continue;
    }
}

/// One live link.
struct Live<'a> {
    app: &'a App,
    session: RelaySession,
    link: Link<'a>,
    /// Answers to pushes, in their order.
    pending: VecDeque<Pending>,
    stop: watch::Receiver<bool>,
}

/// How a link ended.
enum Over {
    /// To be said with a close code.
    Close(u16),
    /// Nobody is there to hear it.
    Gone,
}

enum Happened {
    Frame(Bytes),
    Answered(Event<'static>),
    Nothing,
    Garbage,
    Gone,
    Woken,
    Time,
    Stop,
}

impl Live<'_> {
    async fn until_over(&mut self, socket: &mut Socket) -> Over {
        loop {
            if let Err(over) = self.step(socket).await {
                return over;
            }
        }
    }

    async fn step(&mut self, socket: &mut Socket) -> Result<(), Over> {
        let happened = self.next(socket).await;
        let now = self.app.clock().both();
        let effects = match happened {
            Happened::Frame(bytes) => {
                let metrics = self.app.metrics();
                metrics.frames_in.inc();
                metrics.bytes_in.inc_by(bytes.len() as u64);
                self.session.handle(now, Event::Frame(&bytes))
            }
            Happened::Answered(event) => {
                self.pending.pop_front();
                let is_queued = matches!(event, Event::Admitted(None));
                let mut effects = self.session.handle(now, event);
                if is_queued {
                    effects.extend(self.deliver(socket).await?);
                }
                effects
            }
            Happened::Time => self.session.handle(now, Event::Wakeup),
            Happened::Woken => self.deliver(socket).await?,
            Happened::Nothing => Vec::new(),
            Happened::Garbage => return Err(Over::Close(CLOSE_BAD_MESSAGE)),
            Happened::Gone => return Err(Over::Gone),
            Happened::Stop => {
                let effects = self.session.handle(now, Event::Unavailable(RESTART_MS));
                let over = self.perform(socket, effects).await;
                return Err(if matches!(over, Err(Over::Gone)) {
                    Over::Gone
                } else {
                    Over::Close(CLOSE_RESTART)
                });
            }
        };
        self.perform(socket, effects).await
    }

    /// Waits for whatever comes first.
    async fn next(&mut self, socket: &mut Socket) -> Happened {
        let now = self.app.clock().moment();
        let due = self.session.next_wakeup();
        if due.is_some_and(|at| at <= now) {
            // Whoever keeps the link busy does not put it off.
            return Happened::Time;
        }
        let wait = due.map(|at| {
            let ms = u64::try_from(at.since_ms(now)).unwrap_or(0);
            Duration::from_millis(ms).max(WAKEUP_MIN)
        });
        let time = async {
            match wait {
                Some(wait) => sleep(wait).await,
                None => pending().await,
            }
        };
        // The next push is read and verified while the last one is stored, but no more than a phone sends ahead.
        let may_hear = self.pending.len() < PUSHES_IN_FLIGHT;
        let first = self.pending.front_mut();
        let answered = async {
            match first {
                Some(first) => first.await,
                None => pending().await,
            }
        };
        tokio::select! {
            event = answered => Happened::Answered(event),
            message = socket.next(), if may_hear => heard(message),
            () = self.link.woken() => Happened::Woken,
            () = time => Happened::Time,
            _ = self.stop.wait_for(|stop| *stop) => Happened::Stop,
        }
    }

    /// Sends what waits for this link.
    async fn deliver(&mut self, socket: &mut Socket) -> Result<Vec<Effect>, Over> {
        let (frames, next) = self.link.take();
        for frame in frames {
            send(self.app, socket, Bytes::from_owner(frame)).await?;
        }
        let now = self.app.clock().both();
        Ok(match next {
            Next::Wait => Vec::new(),
            Next::Read(cursor, own) => self.session.handle(now, Event::Behind(cursor, own)),
            Next::Dismiss(code) => self.session.handle(now, Event::Dismissed(code)),
        })
    }

    async fn perform(&mut self, socket: &mut Socket, effects: Vec<Effect>) -> Result<(), Over> {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Send(frame) => send(self.app, socket, frame.into()).await?,
                Effect::Close(code) => return Err(Over::Close(code)),
                Effect::Admit(pushes) => self.pending.extend(self.link.submit(pushes).await),
                question => {
                    if let Some(event) = self.link.ask(question).await {
                        effects.extend(self.session.handle(self.app.clock().both(), event));
                    }
                }
            }
        }
        Ok(())
    }
}

async fn send(app: &App, socket: &mut Socket, frame: Bytes) -> Result<(), Over> {
    let metrics = app.metrics();
    metrics.frames_out.inc();
    metrics.bytes_out.inc_by(frame.len() as u64);
    match timeout(SEND_TIMEOUT, send_in_pieces(socket, frame)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) | Err(_) => Err(Over::Gone),
    }
}

/// Frames of the protocol are binary. The library answers pings by itself; whether anybody is there is asked by the
/// protocol's own ping, which proxies do not answer in a phone's stead.
fn heard(message: Option<Result<Message, tungstenite::Error>>) -> Happened {
    match message {
        Some(Ok(Message::Binary(bytes))) => Happened::Frame(bytes),
        Some(Ok(Message::Text(_))) => Happened::Garbage,
        Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => Happened::Nothing,
        Some(Ok(Message::Close(_)) | Err(_)) | None => Happened::Gone,
    }
}
