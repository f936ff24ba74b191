//! Sending a frame in pieces, within a time.

use std::time::Duration;

use axum::body::Bytes;
use futures_util::SinkExt;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::{self, Message};

use super::Socket;
use super::live::Over;
use crate::app::App;

/// What is handed to the socket at once: with its header, what one packet carries. Each link keeps a buffer of so much.
pub(super) const PIECE_BYTES: usize = 1_396;
/// A phone that takes longer to take in what was sent is gone.
const SEND_TIMEOUT: Duration = Duration::from_secs(20);

/// Sends a message in pieces: the socket's buffer never grows beyond one.
async fn send_in_pieces(socket: &mut Socket, mut message: Bytes) -> Result<(), tungstenite::Error> {
    let mut kind = Data::Binary;
    loop {
        let piece = message.split_to(message.len().min(PIECE_BYTES));
        let is_last = message.is_empty();
        let frame = Frame::message(piece, OpCode::Data(kind), is_last);
        socket.send(Message::Frame(frame)).await?;
        if is_last {
            return Ok(());
        }
        kind = Data::Continue;
    }
}

pub(super) async fn send(app: &App, socket: &mut Socket, frame: Bytes) -> Result<(), Over> {
    let metrics = app.metrics();
    metrics.frames_out.inc();
    metrics.bytes_out.inc_by(frame.len() as u64);
    match timeout(SEND_TIMEOUT, send_in_pieces(socket, frame)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) | Err(_) => Err(Over::Gone),
    }
}
