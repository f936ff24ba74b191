//! One live link: waits for whatever comes first, and performs what the session machine asks.

mod happened;

use std::collections::VecDeque;

use axum::body::Bytes;
use besace_model::session::relay::{CLOSE_BAD_MESSAGE, Effect, Event, RelaySession};
use tokio::sync::watch;

use super::send::send;
use super::{CLOSE_RESTART, Socket};
use crate::app::App;
use crate::hub::Next;
use crate::limits::RESTART_MS;
use crate::link::{Link, Pending};
use happened::Happened;

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
