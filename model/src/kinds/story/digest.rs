//! What an approval and a consent bind.

use sha2::{Digest, Sha256};

use super::{Story, StoryFields};
use crate::clean;
use crate::ids::{CommitHash, MemberId};
use crate::plain::{self, ToPlain};
use crate::record::Entry;
use crate::sorted::SortedSet;

/// What those read whom a story shows.
#[derive(ToPlain)]
struct Shown<'a> {
    channels: &'a str,
    text: &'a str,
    title: &'a str,
}

/// What is approved.
#[derive(ToPlain)]
struct Approved<'a> {
    kind: &'static str,
    people: &'a [MemberId],
    publish_on: &'a str,
    shown: &'a str,
}

/// The SHA-256, in lower hexadecimal, of what those read whom a story shows: title, text, and where it is to appear.
#[must_use]
pub fn shown_sha256(title: &str, text: &str, channels: &str) -> String {
    sha256(&Shown {
        channels,
        text,
        title,
    })
}

/// Where a story is to appear, in one line.
#[must_use]
pub fn channels_line(channels: &[String]) -> String {
    channels.join(", ")
}

/// A story as it stands once it is written, as its digests are made of it.
#[must_use]
pub fn as_written(fields: &StoryFields) -> Story {
    let channels: SortedSet<String> = fields.channels.iter().map(|it| clean::line(it)).collect();
    let people: SortedSet<MemberId> = fields.people.iter().copied().collect();
    Story {
        entry: Entry::default(),
        title: clean::line(&fields.title),
        kind: fields.kind,
        body: clean::prose(&fields.body),
        channels: channels.into_iter().collect(),
        people: people.into_iter().collect(),
        status: fields.status,
        publish_on: fields.publish_on.clone(),
    }
}

impl Story {
    /// The digest of what those read whom it shows.
    #[must_use]
    pub fn shown_sha256(&self) -> String {
        shown_sha256(&self.title, &self.body, &channels_line(&self.channels))
    }

    /// The digest of what is approved: all of it, but how far its writers are.
    #[must_use]
    pub fn sha256(&self) -> String {
        sha256(&Approved {
            kind: self.kind.as_str(),
            people: &self.people,
            publish_on: &self.publish_on,
            shown: &self.shown_sha256(),
        })
    }
}

fn sha256(said: &impl ToPlain) -> String {
    CommitHash(Sha256::digest(plain::to_json(said)).into()).to_string()
}
