//! One exchange over HTTPS: the same frames as on a live link, each behind its length. For service workers, poor links,
//! and proxies that kill sockets.

use std::collections::VecDeque;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use besace_model::error::ErrorCode;
use besace_model::limits::FRAME_BYTES_MAX;
use besace_model::session::relay::{Effect, Event, RelaySession};

use crate::app::App;
use crate::error::ApiError;
use crate::link::{Link, Road};

/// The type of both bodies.
pub const CONTENT_TYPE: &str = "application/x-besace-frames";
/// Bytes of a frame's length.
const LENGTH_BYTES: usize = 4;

/// `POST /api/v1/sync`: a hello, answered by at most eight updates; the phone asks again while more remain.
///
/// # Errors
/// [`ErrorCode::BadMessage`] when the body is not one frame behind its length; what is wrong inside the frame is said
/// by a frame.
pub async fn sync(State(app): State<App>, body: Bytes) -> Result<impl IntoResponse, ApiError> {
    let frame = only_frame(&body).ok_or(ErrorCode::BadMessage)?;
    let metrics = app.metrics();
    metrics.frames_in.inc();
    metrics.bytes_in.inc_by(frame.len() as u64);
    let mut session = RelaySession::new(app.clock().moment());
    let mut link = Link::new(&app, Road::OneShot);
    let mut effects = VecDeque::from(session.handle(app.clock().both(), Event::Frame(frame)));
    let mut answer = Vec::new();
    while let Some(effect) = effects.pop_front() {
        match effect {
            Effect::Send(frame) => {
                metrics.frames_out.inc();
                metrics.bytes_out.inc_by(frame.len() as u64);
                let length = u32::try_from(frame.len()).map_err(ApiError::internal)?;
                answer.extend(length.to_be_bytes());
                answer.extend(frame);
            }
            Effect::Close(_) => break,
            question => {
                if let Some(event) = link.ask(question).await {
                    effects.extend(session.handle(app.clock().both(), event));
                }
            }
        }
    }
    Ok(([(header::CONTENT_TYPE, CONTENT_TYPE)], answer))
}

fn only_frame(body: &[u8]) -> Option<&[u8]> {
    let (length, frame) = body.split_at_checked(LENGTH_BYTES)?;
    let length = u32::from_be_bytes(length.try_into().ok()?) as usize;
    (length == frame.len() && length <= FRAME_BYTES_MAX).then_some(frame)
}
