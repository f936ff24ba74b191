//! The road of mail to the server that takes it. Addresses and headers are typed: nothing that somebody typed ends a line.

use std::time::{Duration, UNIX_EPOCH};

use besace_model::time::Timestamp;
use lettre::address::Address;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::secret::MailSecret;
use super::words::Letter;
use crate::config::{MailConfig, Origin, SmtpRoad};
use crate::limits::{ADDRESS_BYTES_MAX, MAIL_TOTAL_MS};

/// A mail was not taken.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// It cannot be written.
    #[error("the mail cannot be written")]
    Unwritten(#[from] lettre::error::Error),
    /// The address is none.
    #[error("the address is none")]
    Address(#[from] lettre::address::AddressError),
    /// The server did not take it.
    #[error("the mail server did not take the mail")]
    Smtp(#[from] lettre::transport::smtp::Error),
    /// The server took too long.
    #[error("the mail server took too long")]
    Slow(#[from] tokio::time::error::Elapsed),
}

/// Hands mails in.
#[derive(Debug)]
pub struct Mailer {
    config: MailConfig,
    origin: String,
    host: String,
}

impl Mailer {
    /// As the settings say; `origin` is where links lead.
    #[must_use]
    pub fn new(config: MailConfig, origin: &Origin) -> Self {
        Self {
            host: config.from.email.domain().to_owned(),
            config,
            origin: origin.as_str().to_owned(),
        }
    }

    /// An address as it is kept; nothing when it is none.
    #[must_use]
    pub fn address(text: &str) -> Option<String> {
        let text = text.trim();
        let fits = text.len() <= ADDRESS_BYTES_MAX && text.bytes().all(|b| b.is_ascii_graphic());
        let address: Address = text.parse().ok().filter(|_| fits)?;
        // A mail that leaves has somewhere to go.
        address.domain().contains('.').then(|| address.to_string())
    }

    /// Where a link leads.
    pub(super) fn link(&self, secret: &MailSecret) -> String {
        format!("{}/mail/{}", self.origin, secret.text())
    }

    /// The address of the app.
    pub(super) fn origin(&self) -> &str {
        &self.origin
    }

    /// Hands a mail in.
    ///
    /// # Errors
    /// [`MailError`] says why it was not taken.
    pub(super) async fn send(
        &self,
        to: &str,
        letter: Letter,
        secret: &MailSecret,
        (now, id): (Timestamp, [u8; 16]),
    ) -> Result<(), MailError> {
        let ms = u64::try_from(now.0).unwrap_or_default();
        let stop = format!("<{}/stop>", self.link(secret));
        let raw =
            |name, value: String| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
        let mut message = Message::builder()
            .from(self.config.from.clone())
            .to(Mailbox::new(None, to.parse()?))
            .date(UNIX_EPOCH + Duration::from_millis(ms))
            .message_id(Some(format!(
                "<{}@{}>",
                crate::bytes::encode(&id),
                self.host
            )))
            .subject(letter.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body)?;
        let headers = message.headers_mut();
        headers.insert_raw(raw("List-Unsubscribe", stop));
        headers.insert_raw(raw(
            "List-Unsubscribe-Post",
            "List-Unsubscribe=One-Click".to_owned(),
        ));
        headers.insert_raw(raw("Auto-Submitted", "auto-generated".to_owned()));
        let total = Duration::from_millis(MAIL_TOTAL_MS);
        tokio::time::timeout(total, self.transport()?.send(message)).await??;
        Ok(())
    }

    fn transport(&self) -> Result<AsyncSmtpTransport<Tokio1Executor>, MailError> {
        type Road = AsyncSmtpTransport<Tokio1Executor>;
        let MailConfig {
            road, host, port, ..
        } = &self.config;
        let builder = match road {
            SmtpRoad::Tls => Road::relay(host)?,
            SmtpRoad::StartTls => Road::starttls_relay(host)?,
            SmtpRoad::Plain => Road::builder_dangerous(host),
        };
        let builder = builder
            .port(*port)
            .timeout(Some(Duration::from_millis(MAIL_TOTAL_MS / 3)));
        let builder = match &self.config.login {
            Some((user, password)) => {
                let password = password.reveal().to_owned();
                builder.credentials(Credentials::new(user.clone(), password))
            }
            None => builder,
        };
        Ok(builder.build())
    }
}
