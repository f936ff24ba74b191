//! The frames that a line sends, and signing in.

use std::io;
use std::net::Ipv4Addr;

use besace_model::kind::KindSet;
use besace_model::wire::{Cursor, DocPush, Hello, PROTOCOL, ToRelay, encode};
use besace_server::bytes::Base64;
use besace_server::challenge::signing_bytes;
use tokio::net::TcpStream;

use super::post;
use crate::coop::Device;

/// The first frame.
pub(crate) fn hello(token: String, cursor: Option<Cursor>) -> Vec<u8> {
    encode(&ToRelay::Hello(Hello {
        protocol: PROTOCOL,
        token,
        cursor,
        live: true,
        pushes: Vec::new(),
        witness: None,
        kinds: Some(KindSet::known()),
        reads_short: None,
    }))
}

/// A frame of commits.
pub(crate) fn push(pushes: Vec<DocPush>) -> Vec<u8> {
    encode(&ToRelay::Push(pushes))
}

/// Signs in as a phone does: challenge, signature, token, over one connection.
pub(crate) async fn sign_in(port: u16, device: &Device) -> io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
    stream.set_nodelay(true)?;
    let asked = serde_json::json!({ "device": device.device });
    let challenge = post(&mut stream, port, "/api/v1/challenges", &asked).await?;
    let nonce: Base64<16> = serde_json::from_value(challenge["nonce"].clone())?;
    let signature = Base64(device.sign(&signing_bytes(device.device, &nonce.0)));
    let signed =
        serde_json::json!({ "device": device.device, "nonce": nonce, "signature": signature });
    let answer = post(&mut stream, port, "/api/v1/tokens", &signed).await?;
    let token = answer["token"]
        .as_str()
        .ok_or_else(|| io::Error::other(format!("no token: {answer}")))?;
    Ok(token.to_owned())
}
