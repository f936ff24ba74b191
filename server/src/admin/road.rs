//! The road between the command line and a running relay: a Unix socket in the data folder, one JSON line each way.

use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};

use super::{Answer, Order, Refused, carry_out};
use crate::app::App;

/// An order or answer, at most.
const LINE_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// Time for an order to arrive.
const ORDER_TIMEOUT: Duration = Duration::from_secs(5);

fn socket(data: &Path) -> PathBuf {
    data.join("relay.sock")
}

/// Gives an order to the relay that runs on a data folder; `None` when none does.
///
/// # Errors
/// Whatever the socket says.
pub async fn give(data: &Path, order: &Order) -> io::Result<Option<Result<Answer, Refused>>> {
    let mut stream = match UnixStream::connect(socket(data)).await {
        Ok(stream) => stream,
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused
            ) =>
        {
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    let mut line = serde_json::to_vec(order)?;
    line.push(b'\n');
    stream.write_all(&line).await?;
    let mut answer = Vec::new();
    stream.take(LINE_BYTES_MAX).read_to_end(&mut answer).await?;
    Ok(Some(serde_json::from_slice(&answer)?))
}

/// Listens for orders. The caller holds the data folder's cooperatives, so a socket left behind is nobody's.
///
/// # Errors
/// Whatever the file system says.
pub fn listen(data: &Path) -> io::Result<UnixListener> {
    let path = socket(data);
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(&path)?;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
    Ok(listener)
}

/// Carries out orders until the relay stops.
pub async fn serve(app: App, listener: UnixListener) {
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = app.stopped() => break,
        };
        let Ok((stream, _)) = accepted else {
            continue;
        };
        if let Err(error) = answer(&app, stream).await {
            tracing::warn!(%error, "an order could not be read or answered");
        }
    }
    // A socket that stays behind does no harm: the next relay removes it.
    let _ = std::fs::remove_file(socket(&app.config().data));
}

async fn answer(app: &App, mut stream: UnixStream) -> io::Result<()> {
    let (reader, mut writer) = stream.split();
    let mut line = Vec::new();
    let mut reader = BufReader::new(reader).take(LINE_BYTES_MAX);
    tokio::time::timeout(ORDER_TIMEOUT, reader.read_until(b'\n', &mut line)).await??;
    let order: Order = serde_json::from_slice(&line)?;
    let answer = carry_out(app, order).await;
    writer.write_all(&serde_json::to_vec(&answer)?).await?;
    writer.shutdown().await
}
