//! The channel by Web Push of the device that asks.

use axum::Json;
use axum::extract::State;
use besace_model::error::ErrorCode;
use besace_model::kind::Concern;
use serde::{Deserialize, Serialize};

use super::{NoticesView, view};
use crate::app::App;
use crate::bytes::Base64;
use crate::error::ApiError;
use crate::http::{Body, Caller};
use crate::notices::Endpoint;
use crate::store::channels::{Concerns, DAY_MINUTES, Lang, PushChannel, Quiet};

/// A browser's subscription, and what its owner wishes to be told.
#[derive(Debug, Deserialize)]
pub struct PushRequest {
    endpoint: String,
    p256dh: Base64<65>,
    auth: Base64<16>,
    concerns: Vec<String>,
    quiet: Option<QuietView>,
    lang: Lang,
}

/// What the owner of a device wishes to be told.
#[derive(Debug, Serialize)]
pub struct PushWish {
    concerns: Vec<&'static str>,
    quiet: Option<QuietView>,
    lang: Lang,
}

/// Minutes of the day in mainland France.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct QuietView {
    from: u16,
    until: u16,
}

impl From<PushChannel> for PushWish {
    fn from(channel: PushChannel) -> Self {
        Self {
            concerns: channel.concerns.iter().map(Concern::as_str).collect(),
            quiet: channel
                .quiet
                .map(|Quiet { from, until }| QuietView { from, until }),
            lang: channel.lang,
        }
    }
}

impl PushRequest {
    /// The channel; nothing when it does not have the form, or leads where the relay does not send.
    fn channel(self, app: &App) -> Option<PushChannel> {
        let endpoint = Endpoint::parse(&self.endpoint, app.notices().hosts())?;
        p256::PublicKey::from_sec1_bytes(&self.p256dh.0).ok()?;
        let concerns = self.concerns.iter().map(|word| Concern::parse(word));
        let quiet = match self.quiet {
            Some(QuietView { from, until }) if from < DAY_MINUTES && until < DAY_MINUTES => {
                Some(Quiet { from, until })
            }
            Some(_) => return None,
            None => None,
        };
        Some(PushChannel {
            endpoint: endpoint.url().to_string(),
            p256dh: self.p256dh.0,
            auth: self.auth.0,
            concerns: Concerns::of(concerns.collect::<Option<Vec<_>>>()?),
            quiet,
            lang: self.lang,
        })
    }
}

/// `PUT /api/v1/notices/push`: begins the device's channel, or changes it.
///
/// # Errors
/// [`ErrorCode::BadValue`] when the endpoint is none of a push service that the relay sends to, or a key is none.
pub async fn put_push(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<PushRequest>,
) -> Result<Json<NoticesView>, ApiError> {
    let channel = request.channel(&app).ok_or(ErrorCode::BadValue)?;
    let device = caller.bearer.device;
    let handle = &caller.coop.handle;
    handle
        .work(move |coop, now| coop.put_push(now, device, &channel))
        .await?;
    view(&app, &caller).await
}

/// `DELETE /api/v1/notices/push`: ends it.
///
/// # Errors
/// What the cooperative says.
pub async fn end_push(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<NoticesView>, ApiError> {
    let device = caller.bearer.device;
    let handle = &caller.coop.handle;
    handle
        .work(move |coop, now| coop.end_push(now, device))
        .await?;
    view(&app, &caller).await
}
