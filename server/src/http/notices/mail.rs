//! The caller's channel by mail.

use axum::Json;
use axum::extract::State;
use besace_model::error::ErrorCode;
use serde::{Deserialize, Serialize};

use super::{NoticesView, view};
use crate::app::App;
use crate::coop::NewMail;
use crate::error::ApiError;
use crate::http::{Body, Caller};
use crate::notices::Mailer;
use crate::store::channels::{Lang, MailChannel};

/// Where somebody wishes to be told by mail.
#[derive(Debug, Deserialize)]
pub struct MailRequest {
    address: String,
    lang: Lang,
}

/// Where a member is told by mail, once they confirmed it there.
#[derive(Debug, Serialize)]
pub struct MailWish {
    address: String,
    confirmed: bool,
    lang: Lang,
}

impl From<MailChannel> for MailWish {
    fn from(channel: MailChannel) -> Self {
        Self {
            address: channel.address,
            confirmed: channel.confirmed_at.is_some(),
            lang: channel.lang,
        }
    }
}

/// `PUT /api/v1/notices/mail`: begins the caller's channel, which asks the address to confirm, or changes its language.
///
/// # Errors
/// [`ErrorCode::NotFound`] where the relay has no mail; [`ErrorCode::BadValue`] when the address is none;
/// [`ErrorCode::RateLimited`] when the address was asked before and did not confirm, or the caller had too many asked.
pub async fn put_mail(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<MailRequest>,
) -> Result<Json<NoticesView>, ApiError> {
    app.notices().mailer().ok_or(ErrorCode::NotFound)?;
    let address = Mailer::address(&request.address).ok_or(ErrorCode::BadValue)?;
    let (member, lang) = (caller.bearer.member, request.lang);
    let mail = NewMail { address, lang };
    let handle = &caller.coop.handle;
    let is_begun = handle
        .work(move |coop, now| coop.put_mail(now, member, &mail))
        .await?;
    if !is_begun {
        return Err(ErrorCode::RateLimited.into());
    }
    app.notices().hurry();
    view(&app, &caller).await
}

/// `DELETE /api/v1/notices/mail`: ends it.
///
/// # Errors
/// What the cooperative says.
pub async fn end_mail(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<NoticesView>, ApiError> {
    let member = caller.bearer.member;
    let handle = &caller.coop.handle;
    handle
        .work(move |coop, now| coop.end_mail(now, member))
        .await?;
    view(&app, &caller).await
}
