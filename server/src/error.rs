//! What a request is answered when it fails: a status, a stable code, and a constant sentence. The cause goes to the
//! log, once, here.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use besace_model::error::ErrorCode;
use serde::Serialize;

use crate::coop::CoopError;

/// Seconds after which a caller who asked too much may come back.
const RETRY_AFTER_S: u16 = 5;

/// A failure of a request.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// The caller's to mend.
    #[error("refused: {0:?}")]
    Refused(ErrorCode),
    /// Ours; the text is for the log alone.
    #[error("the relay failed")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl ApiError {
    /// A failure that is ours.
    pub fn internal(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Internal(Box::new(cause))
    }
}

impl From<ErrorCode> for ApiError {
    fn from(code: ErrorCode) -> Self {
        Self::Refused(code)
    }
}

impl From<CoopError> for ApiError {
    fn from(error: CoopError) -> Self {
        match error {
            CoopError::NotFound => ErrorCode::NotFound.into(),
            CoopError::BadInvitation => ErrorCode::BadInvitation.into(),
            CoopError::InvitationUsed => ErrorCode::InvitationUsed.into(),
            CoopError::InvitationExpired => ErrorCode::InvitationExpired.into(),
            CoopError::Invalid => ErrorCode::BadMessage.into(),
            CoopError::Quota => ErrorCode::Quota.into(),
            CoopError::LastDirector => ErrorCode::Forbidden.into(),
            CoopError::Store(_) | CoopError::Poisoned | CoopError::RelayDocument => {
                Self::internal(error)
            }
        }
    }
}

#[derive(Serialize)]
struct Body<D = ()> {
    code: ErrorCode,
    message: &'static str,
    #[serde(flatten)]
    detail: D,
}

/// What a refused request is answered, with what else the caller may know.
pub fn refusal(code: ErrorCode, detail: impl Serialize) -> Response {
    let (status, message) = public(code);
    let body = Body {
        code,
        message,
        detail,
    };
    (status, Json(body)).into_response()
}

/// The status and the sentence of a code. A code that only the wire uses is a bad request here.
fn public(code: ErrorCode) -> (StatusCode, &'static str) {
    match code {
        ErrorCode::Unauthorized => (StatusCode::UNAUTHORIZED, "The access token is not valid."),
        ErrorCode::DeviceRevoked => (StatusCode::FORBIDDEN, "This device was revoked."),
        ErrorCode::Forbidden => (StatusCode::FORBIDDEN, "You may not do that."),
        ErrorCode::BadOrigin => (
            StatusCode::FORBIDDEN,
            "This page is not one the relay answers.",
        ),
        ErrorCode::NotFound => (
            StatusCode::NOT_FOUND,
            "There is no such thing, or none that you may see.",
        ),
        ErrorCode::BadInvitation => (StatusCode::NOT_FOUND, "There is no such invitation."),
        ErrorCode::InvitationUsed => (StatusCode::GONE, "The invitation was used, or taken back."),
        ErrorCode::InvitationExpired => (StatusCode::GONE, "The invitation's time is over."),
        ErrorCode::Quota => (StatusCode::CONFLICT, "There are too many of these already."),
        ErrorCode::TooBig => (StatusCode::PAYLOAD_TOO_LARGE, "The request is too long."),
        ErrorCode::RateLimited => (
            StatusCode::TOO_MANY_REQUESTS,
            "Too many requests; come back later.",
        ),
        ErrorCode::Retry => (
            StatusCode::SERVICE_UNAVAILABLE,
            "The relay cannot do this now; try again.",
        ),
        ErrorCode::Upgrade => (
            StatusCode::UPGRADE_REQUIRED,
            "The app is too old, or too new, for this relay.",
        ),
        ErrorCode::BadSignature => (
            StatusCode::UNAUTHORIZED,
            "The signature is not the device's.",
        ),
        _ => (
            StatusCode::BAD_REQUEST,
            "The request does not have the expected form.",
        ),
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let code = match self {
            Self::Refused(code) => code,
            Self::Internal(cause) => {
                tracing::error!(error = &*cause, "a request failed");
                let message = "The relay failed; try again.";
                let body = Body {
                    code: ErrorCode::Retry,
                    message,
                    detail: (),
                };
                return (StatusCode::INTERNAL_SERVER_ERROR, Json(body)).into_response();
            }
        };
        let mut response = refusal(code, ());
        if matches!(code, ErrorCode::RateLimited | ErrorCode::Retry) {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(RETRY_AFTER_S));
        }
        response
    }
}
