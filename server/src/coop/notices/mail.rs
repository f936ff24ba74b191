//! Channels by mail: begun by their member, confirmed and stopped by whoever holds a link that was sent there.

use besace_model::ids::MemberId;
use besace_model::time::{DAY_MS, Timestamp};
use sha2::{Digest as _, Sha256};

use crate::coop::{Coop, CoopError};
use crate::limits::{
    MAIL_ASKED_AGAIN_MS, MAIL_ASKED_PER_DAY, MAIL_CONFIRMS_MS, MAILS_PER_STEP, NOTICE_TRIES_MAX,
};
use crate::store::{calls, channels};
use channels::{Digest, Lang, MailChannel, SecretDigest};

/// An address that a member wishes to be told at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMail {
    /// The address, well formed.
    pub address: String,
    /// The language of what is sent there.
    pub lang: Lang,
}

/// An address that is to be asked to confirm.
pub type MailAsk = (MemberId, MailChannel);

/// What is remembered of an address that was asked: it is the same however it is written.
fn digest_of(address: &str) -> [u8; 32] {
    Sha256::digest(address.to_lowercase()).into()
}

impl Coop {
    /// A member's channel.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn mail_of(&self, member: MemberId) -> Result<Option<MailChannel>, CoopError> {
        Ok(channels::find_mail(self.store.conn(), member)?)
    }

    /// Begins a member's channel to an address, which is asked to confirm; to the one that it has, changes the language alone.
    /// False when the address was asked before and did not confirm, or the member had too many asked.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn put_mail(
        &mut self,
        now: Timestamp,
        member: MemberId,
        mail: &NewMail,
    ) -> Result<bool, CoopError> {
        self.begin_hearing(now)?;
        let (done, _) = self.write(now, |inside| {
            let conn = inside.writing.conn;
            let before = channels::find_mail(conn, member)?;
            let address = digest_of(&mail.address);
            if before.is_none_or(|it| it.address != mail.address) {
                let since = now.plus_ms(-MAIL_ASKED_AGAIN_MS);
                let lately = now.plus_ms(-DAY_MS);
                let (asked, own) = channels::asked(conn, (&address, since), (member, lately))?;
                if asked > 0 || own >= MAIL_ASKED_PER_DAY {
                    return Ok(false);
                }
                channels::remove_mail(conn, member)?;
                channels::note_asked(conn, &address, member, now)?;
            }
            channels::put_mail(conn, member, (&mail.address, mail.lang), now)?;
            Ok(true)
        })?;
        Ok(done)
    }

    /// Ends a member's channel.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn end_mail(&mut self, now: Timestamp, member: MemberId) -> Result<(), CoopError> {
        let ended = self.write(now, |inside| {
            Ok(channels::remove_mail(inside.writing.conn, member)?)
        });
        ended.map(drop)
    }

    /// The channel that a link's secret is of, and whether the link may still confirm it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn mail_of_secret(
        &self,
        now: Timestamp,
        secret: &SecretDigest,
    ) -> Result<Option<(MemberId, MailChannel, bool)>, CoopError> {
        let conn = self.store.conn();
        let Some((member, made_at)) = channels::of_secret(conn, secret)? else {
            return Ok(None);
        };
        let channel = channels::find_mail(conn, member)?;
        let is_fresh = made_at.plus_ms(MAIL_CONFIRMS_MS) >= now;
        Ok(channel.map(|channel| (member, channel, is_fresh)))
    }

    /// Confirms the channel that a link's secret is of. False when there is none, or the link is too old.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn confirm_mail(
        &mut self,
        now: Timestamp,
        secret: &SecretDigest,
    ) -> Result<bool, CoopError> {
        let found = self.mail_of_secret(now, secret)?;
        let Some((member, channel, _)) = found.filter(|(.., is_fresh)| *is_fresh) else {
            return Ok(false);
        };
        self.begin_hearing(now)?;
        let address = digest_of(&channel.address);
        self.write(now, |inside| {
            Ok(channels::confirm(
                inside.writing.conn,
                member,
                &address,
                now,
            )?)
        })?;
        Ok(true)
    }

    /// Ends the channel that a link's secret is of, if there is one.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn stop_mail(&mut self, now: Timestamp, secret: &SecretDigest) -> Result<(), CoopError> {
        match self.mail_of_secret(now, secret)? {
            Some((member, ..)) => self.end_mail(now, member),
            None => Ok(()),
        }
    }

    /// Addresses that are to be asked to confirm, and digests that were due at a time, of members who take part.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn mails_due(
        &self,
        now: Timestamp,
        due: Timestamp,
    ) -> Result<(Vec<MailAsk>, Vec<Digest>), CoopError> {
        let (conn, people) = (self.store.conn(), self.people());
        let mut asks = channels::asks(conn, now, MAILS_PER_STEP)?;
        asks.retain(|(member, _)| people.active(*member).is_some());
        let mut digests = channels::digests(conn, due, now, MAILS_PER_STEP)?;
        digests.retain(|digest| people.active(digest.member).is_some());
        Ok((asks, digests))
    }

    /// Notes the secret of a link that is about to be sent. False when the member's channel went, or goes elsewhere now.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn note_secret(
        &mut self,
        now: Timestamp,
        (member, address): (MemberId, &str),
        secret: &SecretDigest,
    ) -> Result<bool, CoopError> {
        let (is_so, _) = self.write(now, |inside| {
            let conn = inside.writing.conn;
            let found = channels::find_mail(conn, member)?;
            let is_so = found.is_some_and(|it| it.address == address);
            if is_so {
                channels::add_secret(conn, member, secret, now)?;
            }
            Ok(is_so)
        })?;
        Ok(is_so)
    }

    /// Notes what became of a mail, and what it told: given up after it failed too often.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn note_mailed(
        &mut self,
        now: Timestamp,
        mail: &Digest,
        retry_at: Option<Timestamp>,
    ) -> Result<(), CoopError> {
        let failures = mail.channel.failures + 1;
        let failed = retry_at
            .filter(|_| failures < NOTICE_TRIES_MAX)
            .map(|at| (failures, at));
        let noted = self.write(now, |inside| {
            let conn = inside.writing.conn;
            // Another address knows nothing of what the one before was sent.
            let found = channels::find_mail(conn, mail.member)?;
            if found.is_none_or(|it| it.address != mail.channel.address) {
                return Ok(());
            }
            channels::note_mail(conn, mail.member, failed, now)?;
            for (concern, _) in mail.counts.iter().filter(|_| failed.is_none()) {
                calls::note_told(conn, mail.member, calls::MAIL, *concern, now)?;
            }
            Ok(())
        });
        noted.map(drop)
    }
}
