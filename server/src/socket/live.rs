//! One live link: waits for whatever comes first, and performs what the session machine asks.

use std::collections::VecDeque;
use std::future::pending;
use std::time::Duration;

use axum::body::Bytes;
use besace_model::limits::PUSHES_IN_FLIGHT;
use besace_model::session::relay::{CLOSE_BAD_MESSAGE, Effect, Event, RelaySession};
use futures_util::StreamExt;
use tokio::sync::watch;
use tokio::time::sleep;
use tokio_tungstenite::tungstenite::{self, Message};

use super::send::send;
use super::{CLOSE_RESTART, Socket};
use crate::app::App;
use crate::hub::Next;
use crate::limits::RESTART_MS;
use crate::link::{Link, Pending};

/// How late the relay may notice that time passed: an earlier wake-up would find nothing due.
const WAKEUP_MIN: Duration = Duration::from_millis(20);

/// One live link.
pub(super) struct Live<'a> {
    pub(super) app: &'a App,
    pub(super) session: RelaySession,
    pub(super) link: Link<'a>,
    /// Answers to pushes, in their order.
    pub(super) pending: VecDeque<Pending>,
    pub(super) stop: watch::Receiver<bool>,
}

/// How a link ended.
pub(super) enum Over {
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
    pub(super) async fn until_over(&mut self, socket: &mut Socket) -> Over {
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
