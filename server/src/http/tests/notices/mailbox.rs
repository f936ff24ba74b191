//! A mail server on this machine, which speaks as much SMTP as it takes to be handed a mail.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A mail as it was handed in.
#[derive(Debug, Clone, Default)]
pub(super) struct Mail {
    pub(super) from: String,
    pub(super) to: Vec<String>,
    pub(super) lines: Vec<String>,
}

impl Mail {
    /// A header, its folded lines put together.
    pub(super) fn header(&self, name: &str) -> Option<String> {
        let mut lines = self.lines.iter().take_while(|line| !line.is_empty());
        let start = format!("{}:", name.to_lowercase());
        let first = lines.find(|line| line.to_lowercase().starts_with(&start))?;
        let more = lines.take_while(|line| line.starts_with([' ', '\t']));
        let value = &first[start.len()..];
        let value = more.fold(value.to_owned(), |value, line| value + line);
        Some(value.trim().to_owned())
    }

    /// The text, with what was written for the way undone.
    pub(super) fn text(&self) -> String {
        let body = self
            .lines
            .iter()
            .skip_while(|line| !line.is_empty())
            .skip(1);
        let body: Vec<_> = body.map(String::as_str).collect();
        let body = body.join("\n");
        match self.header("content-transfer-encoding").as_deref() {
            Some("quoted-printable") => unquoted(&body),
            Some("base64") => {
                let bytes = body.replace('\n', "");
                let bytes = base64::Engine::decode(&base64::prelude::BASE64_STANDARD, bytes);
                String::from_utf8(bytes.unwrap()).unwrap()
            }
            _ => body,
        }
    }
}

fn unquoted(text: &str) -> String {
    let text = text.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, more)) = rest.split_first() {
        rest = more;
        if *first == b'=' {
            let (hex, more) = rest.split_at(2);
            let hex = std::str::from_utf8(hex).unwrap();
            bytes.push(u8::from_str_radix(hex, 16).unwrap());
            rest = more;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// The server; it serves for as long as the test runs.
pub(super) struct Mailbox {
    pub(super) port: u16,
    mails: Arc<Mutex<Vec<Mail>>>,
    is_down: Arc<Mutex<bool>>,
}

impl Mailbox {
    pub(super) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let mails = Arc::new(Mutex::new(Vec::new()));
        let is_down = Arc::new(Mutex::new(false));
        let (all, down) = (Arc::clone(&mails), Arc::clone(&is_down));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let is_down = *down.lock().unwrap();
                if let Some(mail) = serve(stream, is_down).await {
                    all.lock().unwrap().push(mail);
                }
            }
        });
        Self {
            port,
            mails,
            is_down,
        }
    }

    /// Whether it takes nothing.
    pub(super) fn goes_down(&self, is_down: bool) {
        *self.is_down.lock().unwrap() = is_down;
    }

    /// What came since this was asked before.
    pub(super) fn mails(&self) -> Vec<Mail> {
        std::mem::take(&mut *self.mails.lock().unwrap())
    }
}

async fn serve(stream: TcpStream, is_down: bool) -> Option<Mail> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let (mut mail, mut is_data, mut is_whole) = (Mail::default(), false, false);
    write.write_all(b"220 test\r\n").await.ok()?;
    while let Ok(Some(line)) = lines.next_line().await {
        let answer = if is_data {
            if line != "." {
                let line = line.strip_prefix('.').unwrap_or(&line);
                mail.lines.push(line.to_owned());
                continue;
            }
            (is_data, is_whole) = (false, true);
            "250 taken"
        } else if let Some(from) = line.strip_prefix("MAIL FROM:") {
            mail.from = from.to_owned();
            if is_down { "451 later" } else { "250 ok" }
        } else if let Some(to) = line.strip_prefix("RCPT TO:") {
            mail.to.push(to.to_owned());
            "250 ok"
        } else if line == "DATA" {
            is_data = true;
            "354 go on"
        } else if line == "QUIT" {
            let _ = write.write_all(b"221 bye\r\n").await;
            break;
        } else {
            "250 test"
        };
        write.write_all(answer.as_bytes()).await.ok()?;
        write.write_all(b"\r\n").await.ok()?;
    }
    is_whole.then_some(mail)
}
