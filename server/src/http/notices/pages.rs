//! What links in mails lead to: for whoever holds one, without signing in. Looking does nothing, for mail programs look too.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use besace_model::error::ErrorCode;

use crate::app::App;
use crate::error::ApiError;
use crate::home::Tenant;
use crate::http::Peer;
use crate::notices::{MailSecret, page as pages};
use crate::store::channels::Lang;
use pages::Page;

/// `GET /mail/{secret}`: a page with a button.
///
/// # Errors
/// [`ErrorCode::RateLimited`] for who asks too much; [`ErrorCode::Retry`] while the cooperative's file cannot be used.
pub async fn page(
    State(app): State<App>,
    Peer(peer): Peer,
    Path(text): Path<String>,
) -> Result<Response, ApiError> {
    let Some((secret, coop)) = find(&app, peer, &text).await? else {
        return Ok(over());
    };
    let digest = secret.digest();
    let found = coop
        .handle
        .work(move |coop, now| coop.mail_of_secret(now, &digest))
        .await?;
    let Some((_, channel, is_fresh)) = found else {
        app.guessed_wrong(peer);
        return Ok(over());
    };
    let about = match channel.confirmed_at {
        Some(_) => Page::Stop,
        None if is_fresh => Page::Confirm,
        None => return Ok(over()),
    };
    Ok(shown(about, channel.lang, &secret))
}

/// `POST /mail/{secret}/confirm`.
///
/// # Errors
/// As [`page`].
pub async fn confirm(
    State(app): State<App>,
    Peer(peer): Peer,
    Path(text): Path<String>,
) -> Result<Response, ApiError> {
    let Some((secret, coop)) = find(&app, peer, &text).await? else {
        return Ok(over());
    };
    let digest = secret.digest();
    let (is_confirmed, lang) = coop
        .handle
        .work(move |coop, now| {
            let found = coop.mail_of_secret(now, &digest)?;
            let lang = found.map_or(Lang::Fr, |(_, channel, _)| channel.lang);
            Ok((coop.confirm_mail(now, &digest)?, lang))
        })
        .await?;
    if !is_confirmed {
        app.guessed_wrong(peer);
        return Ok(over());
    }
    Ok(shown(Page::Confirmed, lang, &secret))
}

/// `POST /mail/{secret}/stop`: one click (RFC 8058), by a person or their mail program. Whoever does it again, or guesses, is
/// answered the same.
///
/// # Errors
/// As [`page`].
pub async fn stop(
    State(app): State<App>,
    Peer(peer): Peer,
    Path(text): Path<String>,
) -> Result<Response, ApiError> {
    let Some((secret, coop)) = find(&app, peer, &text).await? else {
        return Ok(over());
    };
    let digest = secret.digest();
    let found = coop
        .handle
        .work(move |coop, now| {
            let found = coop.mail_of_secret(now, &digest)?;
            coop.stop_mail(now, &digest)?;
            Ok(found)
        })
        .await?;
    let lang = found.map(|(_, channel, _)| channel.lang);
    if lang.is_none() {
        app.guessed_wrong(peer);
    }
    Ok(shown(Page::Stopped, lang.unwrap_or_default(), &secret))
}

/// What a link carries, and the cooperative that it names.
async fn find(
    app: &App,
    peer: IpAddr,
    text: &str,
) -> Result<Option<(MailSecret, Arc<Tenant>)>, ApiError> {
    if !app.may_ask(peer) || !app.may_guess(peer) {
        app.metrics().rate_limited.inc();
        return Err(ErrorCode::RateLimited.into());
    }
    let Some(secret) = MailSecret::parse(text) else {
        app.guessed_wrong(peer);
        return Ok(None);
    };
    let coop = app.coop(secret.coop()).await?;
    if coop.is_none() {
        app.guessed_wrong(peer);
    }
    Ok(coop.map(|coop| (secret, coop)))
}

fn shown(about: Page, lang: Lang, secret: &MailSecret) -> Response {
    let html = Html(pages::page(about, lang, &secret.text()));
    ([(header::CACHE_CONTROL, "no-store")], html).into_response()
}

fn over() -> Response {
    let html = Html(pages::page(Page::Over, Lang::Fr, ""));
    (
        StatusCode::NOT_FOUND,
        [(header::CACHE_CONTROL, "no-store")],
        html,
    )
        .into_response()
}
