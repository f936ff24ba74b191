//! What operators and other programs ask: is it ready, how is it doing, which keys sign its tokens.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use besace_model::error::ErrorCode;

use crate::app::App;
use crate::error::ApiError;

/// `GET /health`: 200 while the relay serves, 503 from the moment it is told to stop. A cooperative whose file cannot be
/// used is named after the first line, and is no reason to end the relay: the others are served.
pub async fn health(State(app): State<App>) -> (StatusCode, String) {
    if app.is_stopping() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n".to_owned());
    }
    let closed = app.closed();
    if closed.is_empty() {
        return (StatusCode::OK, "ok\n".to_owned());
    }
    let lines = closed.iter().map(|closed| {
        format!(
            "{} is closed: its file cannot be used, see the log\n",
            closed.id()
        )
    });
    let status = if app.named().is_empty() {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::OK
    };
    (status, format!("degraded\n{}", lines.collect::<String>()))
}

/// `GET /metrics`, on a listener of its own; where there is a metrics token, for whoever shows it.
///
/// # Errors
/// [`ErrorCode::NotFound`] for all others.
pub async fn metrics(State(app): State<App>, headers: HeaderMap) -> Result<Response, ApiError> {
    let line = headers
        .get(header::AUTHORIZATION)
        .and_then(|line| line.to_str().ok());
    let shown = line.and_then(|line| line.strip_prefix("Bearer "));
    if let Some(token) = &app.config().metrics_token
        && !shown.is_some_and(|shown| token.matches(shown))
    {
        return Err(ErrorCode::NotFound.into());
    }
    app.measure_logs();
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    Ok(([(header::CONTENT_TYPE, kind)], app.metrics().text()).into_response())
}

/// `GET /.well-known/jwks.json`: the public halves of the token keys.
pub async fn jwks(State(app): State<App>) -> impl IntoResponse {
    (
        [(header::CACHE_CONTROL, "public, max-age=300")],
        Json(app.keys().jwks()),
    )
}
