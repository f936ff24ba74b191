//! The mails of one cooperative, one after the other: what asks to confirm an address, and the digest of a week.

use super::retry::retry_at;
use super::secret::MailSecret;
use super::smtp::Mailer;
use super::words;
use crate::app::App;
use crate::coop::{CoopError, MailAsk};
use crate::home::Tenant;
use crate::store::channels::Digest;

/// Sends what is due.
pub(super) async fn send_all(
    app: &App,
    tenant: &Tenant,
    mailer: &Mailer,
    asks: Vec<MailAsk>,
    digests: Vec<Digest>,
) -> Result<(), CoopError> {
    let asks = asks.into_iter().map(|(member, channel)| Digest {
        member,
        channel,
        counts: Vec::new(),
    });
    for mail in asks.chain(digests) {
        send(app, tenant, mailer, mail).await?;
    }
    Ok(())
}

async fn send(app: &App, tenant: &Tenant, mailer: &Mailer, mail: Digest) -> Result<(), CoopError> {
    let handle = &tenant.handle;
    let secret = MailSecret::new(handle.coop(), app.clock().random());
    let (member, digest) = (mail.member, secret.digest());
    let to = mail.channel.address.clone();
    let is_so = handle
        .work(move |coop, now| coop.note_secret(now, (member, &to), &digest))
        .await?;
    if !is_so {
        return Ok(());
    }
    let lang = mail.channel.lang;
    let link = mailer.link(&secret);
    let letter = if mail.channel.confirmed_at.is_none() {
        words::asking(lang, &tenant.name, &link)
    } else {
        words::digest(lang, &tenant.name, &mail.counts, (mailer.origin(), &link))
    };
    let now = app.clock().now();
    let id = app.clock().random();
    let sent = mailer
        .send(&mail.channel.address, letter, &secret, (now, id))
        .await;
    let retry_at = match sent {
        Ok(()) => {
            app.metrics().mails_sent.inc();
            None
        }
        Err(error) => {
            app.metrics().mails_failed.inc();
            tracing::warn!(
                coop = %handle.coop(),
                error = &error as &dyn std::error::Error,
                "a mail could not be handed in; it is tried again"
            );
            Some(retry_at(now, mail.channel.failures, None))
        }
    };
    handle
        .work(move |coop, now| coop.note_mailed(now, &mail, retry_at))
        .await
}
