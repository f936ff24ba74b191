//! What may happen to a live link, and the wait for whatever comes first.

use std::future::pending;
use std::time::Duration;

use axum::body::Bytes;
use besace_model::limits::PUSHES_IN_FLIGHT;
use besace_model::session::relay::Event;
use futures_util::StreamExt;
use tokio::time::sleep;
use tokio_tungstenite::tungstenite::{self, Message};

use super::Live;
use crate::socket::Socket;

/// How late the relay may notice that time passed: an earlier wake-up would find nothing due.
const WAKEUP_MIN: Duration = Duration::from_millis(20);

pub(super) enum Happened {
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
    /// Waits for whatever comes first.
    pub(super) async fn next(&mut self, socket: &mut Socket) -> Happened {
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
