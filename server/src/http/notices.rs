//! How a member is told in time: by Web Push on the device that asks, by mail wherever they are.

mod mail;
mod pages;
mod push;

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use super::Caller;
use crate::app::App;
use crate::error::ApiError;

pub use mail::{MailRequest, MailWish, end_mail, put_mail};
pub use pages::{confirm, page, stop};
pub use push::{PushRequest, PushWish, QuietView, end_push, put_push};

/// How the caller is told.
#[derive(Debug, Serialize)]
pub struct NoticesView {
    push: PushView,
    /// Nothing where the relay has no mail.
    mail: Option<MailView>,
}

/// By Web Push, on the device that asks.
#[derive(Debug, Serialize)]
pub struct PushView {
    /// By which push services know the relay, base64url: what a browser subscribes with.
    key: String,
    wish: Option<PushWish>,
}

/// By mail.
#[derive(Debug, Serialize)]
pub struct MailView {
    wish: Option<MailWish>,
}

/// `GET /api/v1/notices`.
///
/// # Errors
/// What the cooperative says.
pub async fn notices(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<NoticesView>, ApiError> {
    view(&app, &caller).await
}

async fn view(app: &App, caller: &Caller) -> Result<Json<NoticesView>, ApiError> {
    let (member, device) = (caller.bearer.member, caller.bearer.device);
    let handle = &caller.coop.handle;
    let (push, mail) = handle
        .work(move |coop, _| Ok((coop.push_of(device)?, coop.mail_of(member)?)))
        .await?;
    Ok(Json(NoticesView {
        push: PushView {
            key: app.keys().vapid().public().to_owned(),
            wish: push.map(PushWish::from),
        },
        mail: app.notices().mailer().map(|_| MailView {
            wish: mail.map(MailWish::from),
        }),
    }))
}
