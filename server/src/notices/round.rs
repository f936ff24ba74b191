//! The rounds in which it is looked who is to be told something, cooperative by cooperative.

use std::sync::Arc;
use std::time::Duration;

use besace_model::time::{DAY_MS, Timestamp};
use futures_util::StreamExt;
use futures_util::stream::iter;
use tokio::time::{MissedTickBehavior, interval};

use super::{letter, push};
use crate::app::App;
use crate::coop::CoopError;
use crate::home::Tenant;
use crate::limits::{COOPS_TOLD_AT_ONCE, DIGEST_HOUR, NOTICES_LOOKED_EVERY_MS, PUSHES_AT_ONCE};

/// Makes round after round until the relay ends.
pub async fn run(app: App) {
    let mut looks = interval(Duration::from_millis(NOTICES_LOOKED_EVERY_MS));
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = looks.tick() => {}
            () = app.notices().hurry.notified() => {}
            () = app.stopped() => return,
        }
        tokio::select! {
            () = round(&app) => {}
            // What was not noted as told is told again.
            () = app.stopped() => return,
        }
    }
}

/// Tells everybody in the open cooperatives what they are to be told now. What fails is told of in the log, and tried again.
pub async fn round(app: &App) {
    let coops = app.coops().into_iter();
    let coops = coops.filter(|tenant| tenant.handle.glance().may_call());
    iter(coops)
        .for_each_concurrent(COOPS_TOLD_AT_ONCE, async |tenant: Arc<Tenant>| {
            if let Err(error) = tell(app, &tenant).await {
                tracing::warn!(
                    coop = %tenant.handle.coop(),
                    error = &error as &dyn std::error::Error,
                    "people could not be told what waits for them; it is tried again"
                );
            }
        })
        .await;
}

async fn tell(app: &App, tenant: &Tenant) -> Result<(), CoopError> {
    let handle = &tenant.handle;
    while handle.work(|coop, now| coop.hear(now)).await? {}
    let live = handle.live_devices();
    let calls = handle.work(move |coop, now| coop.push_calls(now, &live));
    let now = app.clock().now();
    let calls = calls.await?.into_iter();
    let due = calls.filter(|call| push::is_time(call, now));
    let pushed: Vec<_> = iter(due)
        .map(|call| push::push(app, call))
        .buffer_unordered(PUSHES_AT_ONCE)
        .collect()
        .await;
    handle
        .work(move |coop, now| coop.note_pushed(now, &pushed))
        .await?;
    if let Some(mailer) = app.notices().mailer() {
        let due = digest_due(now);
        let (asks, digests) = handle
            .work(move |coop, now| coop.mails_due(now, due))
            .await?;
        letter::send_all(app, tenant, mailer, asks, digests).await?;
    }
    handle.work(|coop, _| coop.look_who_waits()).await
}

/// The last Monday morning in mainland France.
fn digest_due(now: Timestamp) -> Timestamp {
    let (day, _) = now.local_day_and_minute();
    // Day 0 was a Thursday.
    let monday = day - (day + 3).rem_euclid(7);
    let at = |day| Timestamp::of_local_day(day).plus_ms(DIGEST_HOUR * DAY_MS / 24);
    if at(monday) <= now {
        at(monday)
    } else {
        at(monday - 7)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_due_on_mondays_at_eight_by_clocks_in_france() {
        let at = |text| Timestamp::parse_rfc3339(text).unwrap();
        for (now, due) in [
            ("2026-11-30T06:59:59Z", "2026-11-23T07:00:00Z"),
            ("2026-11-30T07:00:00Z", "2026-11-30T07:00:00Z"),
            ("2026-12-06T22:00:00Z", "2026-11-30T07:00:00Z"),
            ("2026-07-06T06:00:00Z", "2026-07-06T06:00:00Z"),
            ("2026-10-26T06:30:00Z", "2026-10-19T06:00:00Z"),
        ] {
            assert_eq!(digest_due(at(now)), at(due), "{now}");
        }
    }
}
