//! Figures about the relay, in the text format Prometheus reads. Never a name, never a document.

mod labels;

use std::sync::atomic::AtomicU64;

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};

pub use labels::{ByCoop, ByVerdict, Outcome};

/// The relay's figures.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    /// Live links.
    pub connections: Gauge,
    /// Commits by what became of them.
    pub commits: Family<ByVerdict, Counter>,
    /// From a push to its verdicts, durable commit included.
    pub admission_seconds: Histogram,
    /// Commits in one push.
    pub push_commits: Histogram,
    /// Frames received.
    pub frames_in: Counter,
    /// Frames sent.
    pub frames_out: Counter,
    /// Bytes of frames received.
    pub bytes_in: Counter,
    /// Bytes of frames sent.
    pub bytes_out: Counter,
    /// Requests and links refused because they came too fast.
    pub rate_limited: Counter,
    /// Messages that push services took.
    pub pushes_sent: Counter,
    /// Messages that they did not take, each time.
    pub pushes_failed: Counter,
    /// Mails that the mail server took.
    pub mails_sent: Counter,
    /// Mails that it did not take, each time.
    pub mails_failed: Counter,
    /// Cooperatives that are open; the others rest until somebody uses them.
    pub coops_open: Gauge,
    /// Cooperatives whose file cannot be used.
    pub coops_closed: Gauge,
    /// Where each cooperative's log stands.
    pub log_seq: Family<ByCoop, Gauge>,
    /// Documents that Automerge failed on: somebody must look.
    pub frozen: Family<ByCoop, Gauge>,
    /// Time spent on what is derived, since each cooperative was opened.
    pub derived_seconds: Family<ByCoop, Gauge<f64, AtomicU64>>,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("besace"),
            connections: Gauge::default(),
            commits: Family::default(),
            admission_seconds: Histogram::new(exponential_buckets(0.000_5, 2.0, 14)),
            push_commits: Histogram::new(exponential_buckets(1.0, 2.0, 9)),
            frames_in: Counter::default(),
            frames_out: Counter::default(),
            bytes_in: Counter::default(),
            bytes_out: Counter::default(),
            rate_limited: Counter::default(),
            pushes_sent: Counter::default(),
            pushes_failed: Counter::default(),
            mails_sent: Counter::default(),
            mails_failed: Counter::default(),
            coops_open: Gauge::default(),
            coops_closed: Gauge::default(),
            log_seq: Family::default(),
            frozen: Family::default(),
            derived_seconds: Family::default(),
        };
        metrics.register();
        metrics
    }
}

impl Metrics {
    fn register(&mut self) {
        let r = &mut self.registry;
        r.register("connections", "Live links", self.connections.clone());
        r.register("commits", "Commits by verdict", self.commits.clone());
        r.register_with_unit(
            "admission",
            "From a push to its verdicts",
            Unit::Seconds,
            self.admission_seconds.clone(),
        );
        r.register(
            "push_commits",
            "Commits in one push",
            self.push_commits.clone(),
        );
        r.register("frames_in", "Frames received", self.frames_in.clone());
        r.register("frames_out", "Frames sent", self.frames_out.clone());
        r.register(
            "received",
            "Bytes of frames received",
            self.bytes_in.clone(),
        );
        r.register("sent", "Bytes of frames sent", self.bytes_out.clone());
        r.register(
            "rate_limited",
            "Requests refused because they came too fast",
            self.rate_limited.clone(),
        );
        for (name, help, counter) in [
            (
                "pushes_sent",
                "Messages that push services took",
                &self.pushes_sent,
            ),
            (
                "pushes_failed",
                "Messages that push services did not take, each time",
                &self.pushes_failed,
            ),
            (
                "mails_sent",
                "Mails that the mail server took",
                &self.mails_sent,
            ),
            (
                "mails_failed",
                "Mails that the mail server did not take, each time",
                &self.mails_failed,
            ),
        ] {
            r.register(name, help, counter.clone());
        }
        r.register("coops_open", "Cooperatives in use", self.coops_open.clone());
        r.register(
            "coops_closed",
            "Cooperatives whose file cannot be used",
            self.coops_closed.clone(),
        );
        r.register(
            "log_seq",
            "Last entry of each cooperative's log",
            self.log_seq.clone(),
        );
        r.register(
            "frozen_documents",
            "Documents that take nothing more until somebody has looked",
            self.frozen.clone(),
        );
        r.register_with_unit(
            "derived",
            "Time spent on what is derived since the cooperative was opened",
            Unit::Seconds,
            self.derived_seconds.clone(),
        );
    }

    /// Counts verdicts.
    pub fn count(&self, verdicts: &[Outcome]) {
        for verdict in verdicts {
            let verdict = *verdict;
            self.commits.get_or_create(&ByVerdict { verdict }).inc();
        }
    }

    /// All figures as text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        prometheus_client::encoding::text::encode(&mut text, &self.registry)
            .expect("writing to memory cannot fail");
        text
    }
}
