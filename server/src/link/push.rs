//! Pushes of a link: handed in, in their order and at their device's pace.

use std::pin::Pin;
use std::time::Duration;

use besace_model::ids::DeviceId;
use besace_model::session::relay::Event;
use besace_model::wire::DocPush;
use tokio::time::sleep;

use super::Link;
use crate::limits::READY_BYTES_PER_PUSH;

/// How long a push may wait for its device's pace.
const PACE_MS_MAX: u32 = 2_000;
/// The answer to a push, on its way.
pub type Pending = Pin<Box<dyn Future<Output = Event<'static>> + Send>>;

impl<'a> Link<'a> {
    /// Hands in a push, after those before it; its answer may be waited for while more are handed in.
    pub async fn submit(&self, pushes: Vec<DocPush>) -> Option<Pending> {
        let member = self.member.as_ref()?;
        if let Err(retry_ms) = self.pace(member.device).await {
            self.app.metrics().rate_limited.inc();
            return Some(Box::pin(async move { Event::NotNow(pushes, retry_ms) }));
        }
        let app = self.app.clone();
        let commits: usize = pushes.iter().map(|push| push.commits.len()).sum();
        app.metrics().push_commits.observe(commits as f64);
        let before = app.clock().moment();
        let link = member.live.as_ref().map(|(link, _)| *link);
        let submitted = member.tenant.handle.submit(link, pushes).await;
        let pushes = submitted.work() / READY_BYTES_PER_PUSH;
        app.charge(member.device, u32::try_from(pushes).unwrap_or(u32::MAX));
        Some(Box::pin(async move {
            let admitted = submitted.admitted().await;
            let elapsed_ms = app.clock().moment().since_ms(before);
            let seconds = elapsed_ms as f64 / 1000.0;
            app.metrics().admission_seconds.observe(seconds);
            app.metrics().count(&admitted.outcomes);
            Event::Admitted(admitted.verdicts)
        }))
    }

    /// Lets a device that pushes too fast wait a little: meanwhile nothing more of it is read, and pushes keep their
    /// order. Only one that many links of the device wait for is told to come again.
    async fn pace(&self, device: DeviceId) -> Result<(), u32> {
        let mut waited_ms = 0;
        loop {
            match self.app.may_push(device) {
                Err(wait_ms) if waited_ms + wait_ms <= PACE_MS_MAX => {
                    waited_ms += wait_ms;
                    sleep(Duration::from_millis(wait_ms.into())).await;
                }
                answer => return answer,
            }
        }
    }
}
