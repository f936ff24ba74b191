//! What a request is answered when it fails: a status, a stable code, and a constant sentence. The cause goes to the
//! log, once, here.

mod public;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use besace_model::error::ErrorCode;
use serde::Serialize;

use crate::coop::CoopError;
use public::public;

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
