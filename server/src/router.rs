//! The whole route table, and the layers around it.

mod guard;
mod headers;

use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post, put};
use axum::{Router, middleware};
use besace_model::error::ErrorCode;
use besace_model::limits::FILE_PIECE_BYTES_MAX;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::app::App;
use crate::error::ApiError;
use crate::http::{enrol, files, health, notices, people, sync, token};
use crate::{assets, socket};
use guard::guard;
use headers::{Headers, secure};

/// A request's body, at most.
const BODY_BYTES_MAX: usize = 1024 * 1024;
/// A request's time, at most; a WebSocket counts as answered once it is open.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The relay as a service.
///
/// Outermost first: the request gets an id, a log line and the security headers; a panic becomes a 500; its time is
/// limited; text is compressed. The API alone is limited by address, and answers only pages of its own origins.
pub fn router(app: App) -> Router {
    let api = Router::new()
        .route("/enrolments", post(enrol::enrol))
        .route("/enrolments/look", post(enrol::look))
        .route("/challenges", post(token::challenge))
        .route("/tokens", post(token::token))
        .route("/me", get(people::me))
        .route("/devices", get(people::devices))
        .route("/devices/invitations", post(people::invite_device))
        .route("/devices/{device}", delete(people::revoke_device))
        .route("/invitations", post(people::invite))
        .route("/people", get(people::list).post(people::people))
        .route("/notices", get(notices::notices))
        .route(
            "/notices/push",
            put(notices::put_push).delete(notices::end_push),
        )
        .route(
            "/notices/mail",
            put(notices::put_mail).delete(notices::end_mail),
        )
        .route("/files/{doc}/{hash}/state", get(files::state))
        .route(
            "/files/{doc}/{hash}",
            get(files::get)
                .put(files::put)
                .layer(DefaultBodyLimit::max(FILE_PIECE_BYTES_MAX)),
        )
        .route("/sync", post(sync::sync))
        .route("/sync/socket", get(socket::upgrade))
        .fallback(not_found);
    let guard = middleware::from_fn_with_state(app.clone(), guard);
    // The same two roads by their short names, for programs that are not the app.
    let roads = Router::new()
        .route("/ws", get(socket::upgrade))
        .route("/sync", post(sync::sync));
    let guarded = Router::new().nest("/api/v1", api).merge(roads).layer(guard);
    Router::new()
        .merge(guarded)
        .route("/health", get(health::health))
        .route("/.well-known/jwks.json", get(health::jwks))
        // Links in mails: whoever holds one comes from no page of ours.
        .route("/mail/{secret}", get(notices::page))
        .route("/mail/{secret}/confirm", post(notices::confirm))
        .route("/mail/{secret}/stop", post(notices::stop))
        .fallback(assets::serve)
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(
            ServiceBuilder::new()
                .layer(SetRequestIdLayer::new(REQUEST_ID, MakeRequestUuid))
                .layer(TraceLayer::new_for_http().make_span_with(span))
                .layer(middleware::from_fn_with_state(
                    Headers::new(&app.config().public_url()),
                    secure,
                ))
                .layer(PropagateRequestIdLayer::new(REQUEST_ID))
                .layer(CatchPanicLayer::custom(panicked))
                .layer(TimeoutLayer::with_status_code(
                    StatusCode::SERVICE_UNAVAILABLE,
                    REQUEST_TIMEOUT,
                ))
                .layer(CompressionLayer::new().compress_when(text_only())),
        )
        .with_state(app)
}

/// What is answered on the listener of figures.
pub fn figures(app: App) -> Router {
    Router::new()
        .route("/metrics", get(health::metrics))
        .fallback(not_found)
        .with_state(app)
}

/// A request in the log: never a query, a header or a body, nor the secret of a link in a mail.
fn span(request: &Request) -> tracing::Span {
    let id = request
        .headers()
        .get(REQUEST_ID)
        .and_then(|id| id.to_str().ok());
    let path = request.uri().path();
    let path = if path.starts_with("/mail/") {
        "/mail/"
    } else {
        path
    };
    tracing::info_span!("request", method = %request.method(), path, id)
}

/// Frames and files are left alone: compressing them would cost more than the bytes they save.
fn text_only() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::new(sync::CONTENT_TYPE))
        .and(NotForContentType::const_new("application/pdf"))
}

async fn not_found() -> ApiError {
    ErrorCode::NotFound.into()
}

/// A panic is a bug; whoever asked learns only that the relay failed.
fn panicked(panic: Box<dyn std::any::Any + Send + 'static>) -> Response {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    tracing::error!(panic = text.unwrap_or("no text"), "a request panicked");
    let mut response = ApiError::from(ErrorCode::Retry).into_response();
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}
