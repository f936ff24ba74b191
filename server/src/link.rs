//! What both roads share: asking the cooperative what the session machine wants to know.

mod push;

use std::sync::Arc;

use besace_model::error::ErrorCode;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::session::relay::{Access, Effect, Event};
use tokio::sync::Notify;

use crate::app::App;
use crate::home::Tenant;
use crate::hub::{Frame, LinkId, Next};
use crate::limits::{RESTART_MS, RETRY_MS};

pub use push::Pending;

/// Whether a link stays open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Road {
    /// A socket: hears of what comes.
    Live,
    /// One exchange.
    OneShot,
}

/// The relay's side of one link, below the session machine.
pub struct Link<'a> {
    app: &'a App,
    road: Road,
    member: Option<Member>,
}

struct Member {
    tenant: Arc<Tenant>,
    member: MemberId,
    device: DeviceId,
    live: Option<(LinkId, Arc<Notify>)>,
}

impl<'a> Link<'a> {
    /// A link that nobody is known on yet.
    #[must_use]
    pub fn new(app: &'a App, road: Road) -> Self {
        Self {
            app,
            road,
            member: None,
        }
    }

    /// Performs an effect that is neither to send nor to close. `None`: nothing to bring back.
    pub async fn ask(&mut self, effect: Effect) -> Option<Event<'static>> {
        match effect {
            Effect::CheckToken(token) => Some(Event::Token(self.check(&token).await)),
            Effect::Admit(pushes) => Some(self.submit(pushes).await?.await),
            Effect::Read(cursor, witness, own, kinds) => {
                let member = self.member.as_ref()?;
                // A download is many pages long: who may no longer read gets none of the rest.
                let people = member.tenant.handle.people();
                if let Err(code) = people.admit(member.member, member.device) {
                    return Some(Event::Dismissed(code));
                }
                if self.app.is_stopping() {
                    return Some(Event::Unavailable(RESTART_MS));
                }
                let now = self.app.clock().now();
                let page = member
                    .tenant
                    .handle
                    .read_after(member.member, cursor, witness, own, kinds, now)
                    .await;
                Some(match page {
                    Ok(page) => {
                        let at = page.at;
                        Event::Page(Box::new(page.into_update(now)), at)
                    }
                    Err(error) => {
                        tracing::error!(%error, "a page could not be read");
                        Event::Unavailable(RETRY_MS)
                    }
                })
            }
            Effect::Listen(at, reads) => {
                let member = self.member.as_ref()?;
                let (link, _) = member.live.as_ref()?;
                let late = member.tenant.handle.listen(*link, at, reads).err();
                late.map(|cursor| Event::Behind(cursor, Vec::new()))
            }
            Effect::Send(_) | Effect::Close(_) => None,
        }
    }

    async fn check(&mut self, token: &str) -> Result<Access, ErrorCode> {
        let (access, tenant) = self.app.access(token).await?;
        if self.member.is_none() {
            tenant.handle.seen(self.app.clock().now(), access.device);
            let live =
                (self.road == Road::Live).then(|| tenant.handle.join(access.member, access.device));
            self.member = Some(Member {
                tenant,
                member: access.member,
                device: access.device,
                live,
            });
        }
        Ok(access)
    }

    /// Ends when something waits for this link; never before it is known whose it is.
    pub async fn woken(&self) {
        match self.member.as_ref().and_then(|member| member.live.as_ref()) {
            Some((_, waker)) => waker.notified().await,
            None => std::future::pending().await,
        }
    }

    /// What waits for this link, and what to do then.
    #[must_use]
    pub fn take(&self) -> (Vec<Frame>, Next) {
        match &self.member {
            Some(Member {
                tenant,
                live: Some((link, _)),
                ..
            }) => tenant.handle.take(*link, self.app.clock().now()),
            _ => (Vec::new(), Next::Wait),
        }
    }
}

impl Drop for Link<'_> {
    fn drop(&mut self) {
        if let Some(Member {
            tenant,
            live: Some((link, _)),
            ..
        }) = &self.member
        {
            tenant.handle.leave(*link);
        }
    }
}
