//! A light client: one WebSocket that speaks the protocol and counts its bytes.

use std::io;
use std::net::Ipv4Addr;

use axum::body::Bytes;
use besace_model::ids::CommitHash;
use besace_model::wire::{Cursor, ToPhone, Update, decode};
use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::{Message, WebSocketConfig};

use crate::coop::Device;
use crate::process::{Relay, origin};

mod counted;
mod requests;
pub(crate) mod short;

use counted::Counted;
pub(crate) use requests::{hello, push, sign_in};

/// The road of live links.
pub(crate) const SYNC: &str = "/api/v1/sync/socket";

/// A socket.
#[derive(Debug)]
pub(crate) struct Line(WebSocketStream<Counted>);

impl Line {
    /// Opens a socket on a path.
    pub(crate) async fn open(port: u16, path: &str) -> io::Result<Self> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
        stream.set_nodelay(true)?;
        let counted = Counted {
            stream,
            read: 0,
            written: 0,
        };
        let mut request = format!("ws://127.0.0.1:{port}{path}")
            .into_client_request()
            .expect("the address is one");
        let from = HeaderValue::from_str(&origin(port)).expect("an origin is a header");
        request.headers_mut().insert("origin", from);
        let config = WebSocketConfig::default()
            .read_buffer_size(4096)
            .write_buffer_size(0);
        let opened =
            tokio_tungstenite::client_async_with_config(request, counted, Some(config)).await;
        let (socket, _) = opened.map_err(io::Error::other)?;
        Ok(Self(socket))
    }

    /// Opens a live link and says hello.
    pub(crate) async fn hello(
        relay: &Relay,
        device: &Device,
        cursor: Option<Cursor>,
    ) -> io::Result<Self> {
        let token = relay.token(device);
        let mut line = Self::open(relay.process.port, SYNC).await?;
        line.send(hello(token, cursor)).await?;
        Ok(line)
    }

    /// Opens a live link and reads all there is. The cursor afterwards.
    pub(crate) async fn synced(relay: &Relay, device: &Device) -> io::Result<(Self, Cursor)> {
        let mut line = Self::hello(relay, device, None).await?;
        let mut cursor = Cursor(Vec::new());
        loop {
            let update = line.update().await?;
            if let Some(next) = update.cursor {
                cursor = next;
            }
            if update.remaining == 0 {
                return Ok((line, cursor));
            }
        }
    }

    /// Sends a frame.
    pub(crate) async fn send(&mut self, frame: impl Into<Bytes>) -> io::Result<()> {
        let sent = self.0.send(Message::Binary(frame.into())).await;
        sent.map_err(io::Error::other)
    }

    /// The next frame.
    pub(crate) async fn next(&mut self) -> io::Result<Bytes> {
        loop {
            match self.0.next().await {
                Some(Ok(Message::Binary(bytes))) => return Ok(bytes),
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                Some(Err(error)) => return Err(io::Error::other(error)),
                other => return Err(io::Error::other(format!("the link is over: {other:?}"))),
            }
        }
    }

    /// The next update.
    pub(crate) async fn update(&mut self) -> io::Result<Update> {
        self.update_on(std::iter::empty()).await
    }

    /// The next update, with verdicts on what was pushed.
    pub(crate) async fn update_on(
        &mut self,
        pushed: impl Iterator<Item = CommitHash>,
    ) -> io::Result<Update> {
        let frame = self.next().await?;
        match decode(&frame) {
            Ok(ToPhone::Update(update)) => update.whole(pushed).map_err(io::Error::other),
            other => Err(io::Error::other(format!("not an update: {other:?}"))),
        }
    }

    /// Bytes received and sent on the connection, handshake included.
    pub(crate) fn bytes(&self) -> (usize, usize) {
        let counted = self.0.get_ref();
        (counted.read, counted.written)
    }
}

/// Posts JSON; the answer, whatever its status.
pub(crate) async fn post(
    stream: &mut TcpStream,
    port: u16,
    path: &str,
    body: &serde_json::Value,
) -> io::Result<serde_json::Value> {
    let body = body.to_string();
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    loop {
        if let Some(head) = answer.windows(4).position(|four| four == b"\r\n\r\n") {
            let text = String::from_utf8_lossy(&answer[..head]).to_ascii_lowercase();
            let length = text
                .lines()
                .find_map(|line| {
                    line.strip_prefix("content-length:")?
                        .trim()
                        .parse::<usize>()
                        .ok()
                })
                .ok_or_else(|| io::Error::other(format!("no length: {text}")))?;
            if answer.len() >= head + 4 + length {
                return Ok(serde_json::from_slice(
                    &answer[head + 4..head + 4 + length],
                )?);
            }
        }
        if stream.read_buf(&mut answer).await? == 0 {
            return Err(io::Error::other("the connection ended"));
        }
    }
}
