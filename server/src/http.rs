//! The HTTP API, one resource per file: extract, authorise, call, answer.

pub mod enrol;
pub mod files;
pub mod health;
pub mod notices;
pub mod people;
pub mod sync;
pub mod token;

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use besace_model::error::ErrorCode;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::auth::Bearer;
use crate::error::ApiError;
use crate::home::Tenant;
use crate::peer;
use crate::store::invitations::Inviter;

/// A JSON body; anything else is answered with a code and a constant sentence.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        match Json::<T>::from_request(request, app).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(JsonRejection::BytesRejection(error))
                if error.status() == StatusCode::PAYLOAD_TOO_LARGE =>
            {
                Err(ErrorCode::TooBig.into())
            }
            Err(_) => Err(ErrorCode::BadMessage.into()),
        }
    }
}

/// The address of the other end's socket, put into every request by the accept loop.
#[derive(Debug, Clone, Copy)]
pub struct Socket(pub SocketAddr);

/// The address a request comes from, proxies that we know looked through.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

impl FromRequestParts<App> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let socket = parts.extensions.get::<Socket>();
        let socket = socket.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |socket| socket.0.ip());
        Ok(Self(peer::address(
            socket,
            &parts.headers,
            &app.config().trusted_proxies,
        )))
    }
}

/// A device with a valid access token, alive now.
pub struct Caller {
    /// Who.
    pub bearer: Bearer,
    /// Their cooperative.
    pub coop: Arc<Tenant>,
}

impl Caller {
    /// Who makes the invitations that this request asks for.
    #[must_use]
    pub fn inviter(&self) -> Inviter {
        Inviter {
            member: self.bearer.member,
            device: Some(self.bearer.device),
        }
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let line = parts.headers.get(header::AUTHORIZATION);
        let token = line.and_then(|line| line.to_str().ok()?.strip_prefix("Bearer "));
        let token = token.ok_or(ErrorCode::Unauthorized)?;
        let (bearer, coop) = app.caller(token).await?;
        Ok(Self { bearer, coop })
    }
}

#[cfg(test)]
mod tests;
