//! Being told in time: what waits for whom goes to their devices by Web Push, and in a digest by mail, in words that name
//! nobody and nothing. Whom the log calls is the cooperative's matter (`coop/notices.rs`); here is when and how it is said.
//! What devices and push services bring is hostile until proven otherwise; whatever fails here disturbs nothing else.

mod endpoint;
mod letter;
mod message;
mod push;
mod resolver;
mod retry;
mod road;
mod round;
mod secret;
mod smtp;
mod words;

use std::time::Duration;

use tokio::sync::Notify;

use crate::config::Config;
use crate::limits::{PUSH_CONNECT_MS, PUSH_TOTAL_MS};

pub use endpoint::{Endpoint, Hosts};
pub use round::{round, run};
pub use secret::MailSecret;
pub use smtp::{MailError, Mailer};
pub use words::page;

use road::Road;

/// How people are told.
#[derive(Debug)]
pub struct Notices {
    hosts: Hosts,
    road: Road,
    mailer: Option<Mailer>,
    contact: String,
    home: String,
    /// Notified when somebody should not wait for the next look.
    hurry: Notify,
}

impl Notices {
    /// As the settings say.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        let url = config.public_url();
        let mail = config.notices.mail.as_ref();
        // Push services take a page or an address, by which their operators find whom to ask.
        let contact = match mail {
            Some(mail) => format!("mailto:{}", mail.from.email),
            None => url.as_str().to_owned(),
        };
        let hosts = Hosts::new(&config.notices.push_hosts);
        Self {
            road: Road::new(
                Duration::from_millis(PUSH_CONNECT_MS),
                Duration::from_millis(PUSH_TOTAL_MS),
            ),
            hosts,
            mailer: mail.map(|mail| Mailer::new(mail.clone(), &url)),
            contact,
            home: format!("{}/", url.as_str()),
            hurry: Notify::new(),
        }
    }

    /// The hosts of push services that devices may name.
    #[must_use]
    pub fn hosts(&self) -> &Hosts {
        &self.hosts
    }

    /// The way by which mail goes, where there is one.
    #[must_use]
    pub fn mailer(&self) -> Option<&Mailer> {
        self.mailer.as_ref()
    }

    /// Has it looked at once whether somebody is to be told something.
    pub fn hurry(&self) {
        self.hurry.notify_one();
    }
}

#[cfg(test)]
mod tests;
