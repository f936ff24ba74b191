//! The status and the sentence of each code.

use axum::http::StatusCode;
use besace_model::error::ErrorCode;

/// The status and the sentence of a code. A code that only the wire uses is a bad request here.
pub(super) fn public(code: ErrorCode) -> (StatusCode, &'static str) {
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
        ErrorCode::FileOffset => (
            StatusCode::CONFLICT,
            "The piece does not begin where what was received ends.",
        ),
        ErrorCode::FileMismatch => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "The bytes are not those of that name.",
        ),
        ErrorCode::FileKind => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "The file is neither a picture of a size that is taken nor a PDF.",
        ),
        ErrorCode::FileSize => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "The file is not of the size that was said.",
        ),
        ErrorCode::FileQuota => (StatusCode::CONFLICT, "There is no room left for files."),
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
