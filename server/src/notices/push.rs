//! One message to one device.

use besace_model::time::Timestamp;

use super::endpoint::Endpoint;
use super::message::sealed;
use super::retry::retry_at;
use super::road::Answer;
use crate::app::App;
use crate::coop::Pushed;
use crate::limits::NOTICE_WAITS_MS;
use crate::store::channels::PushCall;

/// Whether it is time to say it: what came at once is one message, and nobody is woken.
pub(super) fn is_time(call: &PushCall, now: Timestamp) -> bool {
    let waited = now.0.saturating_sub(call.at.0) >= NOTICE_WAITS_MS;
    waited && call.channel.quiet.is_none_or(|quiet| !quiet.holds(now))
}

/// Says it, and what becomes of that.
pub(super) async fn push(app: &App, call: PushCall) -> (PushCall, Pushed) {
    let notices = app.notices();
    let now = app.clock().now();
    // What is taken may have changed since the device said it.
    let Some(endpoint) = Endpoint::parse(&call.channel.endpoint, notices.hosts()) else {
        return (call, Pushed::Gone);
    };
    let vapid = app.keys().vapid();
    let authorization = vapid.authorization(now, &endpoint.origin(), &notices.contact);
    let sealed = sealed(&call.channel, call.concern, &notices.home);
    let answer = match authorization.zip(sealed) {
        Some((authorization, sealed)) => notices.road.post(&endpoint, &authorization, sealed).await,
        None => Answer::Refused,
    };
    let metrics = app.metrics();
    let pushed = match answer {
        Answer::Taken => Pushed::Told,
        Answer::Gone => Pushed::Gone,
        Answer::Later(asked_s) => Pushed::Later(retry_at(now, call.failed.failures, asked_s)),
        Answer::Refused => Pushed::Refused(retry_at(now, call.failed.failures, None)),
    };
    match pushed {
        Pushed::Told => metrics.pushes_sent.inc(),
        _ => metrics.pushes_failed.inc(),
    };
    (call, pushed)
}
