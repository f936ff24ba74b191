//! The road to push services: no redirect, no proxy, no name that leads inside, a bounded time, and nothing that is read but the
//! head of an answer. A connection serves one message.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};

use super::endpoint::Endpoint;
use super::resolver::PublicOnly;
use crate::limits::PUSH_KEPT_S;

/// What a push service answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// It has the message.
    Taken,
    /// There is no such channel any more.
    Gone,
    /// Not now; the seconds after which it may be asked again, where it says so.
    Later(Option<u32>),
    /// It does not take it.
    Refused,
}

/// The road; built when it is first taken, which reads the system's certificates.
#[derive(Debug)]
pub(super) struct Road {
    connect: Duration,
    total: Duration,
    client: OnceLock<Option<Client>>,
}

impl Road {
    pub(super) fn new(connect: Duration, total: Duration) -> Self {
        Self {
            connect,
            total,
            client: OnceLock::new(),
        }
    }

    /// Sends a message that only the device can read.
    pub(super) async fn post(
        &self,
        endpoint: &Endpoint,
        authorization: &str,
        sealed: Vec<u8>,
    ) -> Answer {
        let Some(client) = self.client.get_or_init(|| self.client()) else {
            return Answer::Later(None);
        };
        let request = client
            .post(endpoint.url().clone())
            .header("TTL", PUSH_KEPT_S)
            .header("Urgency", "normal")
            .header(CONTENT_ENCODING, "aes128gcm")
            .header(CONTENT_TYPE, "application/octet-stream")
            .header(AUTHORIZATION, authorization)
            .body(sealed);
        match request.send().await {
            // What else there is of the answer is never read.
            Ok(response) => answer(response.status(), response.headers()),
            Err(error) => {
                // An address is a secret of its device; its host is none.
                let host = endpoint.url().host_str();
                let error = error.without_url();
                tracing::debug!(
                    host,
                    error = &error as &dyn std::error::Error,
                    "a push service was not reached"
                );
                Answer::Later(None)
            }
        }
    }

    fn client(&self) -> Option<Client> {
        let built = Client::builder()
            .redirect(Policy::none())
            .referer(false)
            .no_proxy()
            .dns_resolver(Arc::new(PublicOnly))
            .connect_timeout(self.connect)
            .timeout(self.total)
            .pool_max_idle_per_host(0)
            .build();
        built
            .inspect_err(|error| {
                tracing::error!(
                    error = error as &dyn std::error::Error,
                    "nothing can be sent to push services"
                );
            })
            .ok()
    }
}

fn answer(status: StatusCode, headers: &HeaderMap) -> Answer {
    match status {
        _ if status.is_success() => Answer::Taken,
        StatusCode::NOT_FOUND | StatusCode::GONE => Answer::Gone,
        StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT => later(headers),
        _ if status.is_server_error() => later(headers),
        _ => Answer::Refused,
    }
}

fn later(headers: &HeaderMap) -> Answer {
    let text = headers.get(RETRY_AFTER).and_then(|it| it.to_str().ok());
    Answer::Later(text.and_then(|text| text.trim().parse().ok()))
}
