//! Every limit that both ends must agree on, named once. Lengths are bytes unless the name says otherwise.

/// One raw change.
pub const CHANGE_BYTES_MAX: usize = 64 * 1024;
/// Operations in one change. Every character typed is one: a full interview report of 10,000 characters must fit.
pub const CHANGE_OPS_MAX: usize = 16_384;
/// Operations of one change at one key. One writes a value; the second is for settling concurrent ones.
pub const SLOT_OPS_MAX: usize = 2;
/// Values that stand at one key at once, written apart: whoever overwrites them names each (see [`OP_PREDS_MAX`]).
pub const SLOT_VALUES_MAX: usize = 16;
/// How far the clock that a change carries may be from 1970, either way, in seconds: 34,000 years. Automerge keeps such
/// times as differences, and the difference of two extreme ones does not fit a number.
pub const CHANGE_TIME_SECONDS_MAX: u64 = 1 << 40;
/// Dependencies of one change.
pub const CHANGE_DEPS_MAX: usize = 64;
/// Other actors one change may mention.
pub const CHANGE_ACTORS_MAX: usize = 256;
/// Predecessors of one operation.
pub const OP_PREDS_MAX: usize = 64;
/// Predecessors of all operations of one change.
pub const CHANGE_PREDS_MAX: usize = 16_384;
/// An actor id, exactly.
pub const ACTOR_BYTES: usize = 16;
/// Commits in one push.
pub const PUSH_COMMITS_MAX: usize = 100;
/// Operations in one push, as its commits declare them: each takes memory before it is judged.
pub const PUSH_OPS_MAX: usize = 2 * CHANGE_OPS_MAX;
/// One frame, either way, either road.
pub const FRAME_BYTES_MAX: usize = 256 * 1024;
/// Payload the relay aims at when it fills a frame with documents and commits.
pub const FRAME_FILL_BYTES: usize = 192 * 1024;
/// One piece of a document's snapshot.
pub const PIECE_BYTES_MAX: usize = 128 * 1024;
/// Commits of one stored segment.
pub const SEGMENT_COMMITS_MAX: usize = 256;
/// Their changes and signatures, with some bytes for each.
pub const SEGMENT_BYTES_MAX: usize = 256 * 1024;
/// All accepted changes of one document, summed.
pub const DOC_BYTES_MAX: u64 = 8 * 1024 * 1024;
/// Accepted changes of one document.
pub const DOC_CHANGES_MAX: u64 = 200_000;
/// Newest changes of one document that do not know each other: the next change names them all as dependencies.
pub const HEADS_MAX: usize = 32;
/// Changes looked at to tell what a change cannot see of its document.
pub const HORIZON_CHANGES_MAX: usize = 4_096;
/// Dependencies followed on that way back: what phones write has one or two a change, and a forged one up to
/// [`CHANGE_DEPS_MAX`].
pub const HORIZON_DEPS_MAX: usize = 4 * HORIZON_CHANGES_MAX;
/// Changes of one document times its writing sessions. What Automerge keeps to find its way in the history takes four
/// bytes for each session at every sixteenth change, so that few changes by many sessions would cost a phone gigabytes.
/// The worst document costs it some 40 MiB to load; one of 76,000 changes may still have 440 sessions.
pub const DOC_CHANGES_BY_SESSIONS_MAX: u64 = 1 << 25;
/// Writing sessions of one device in one document. A phone goes on in the session it has, and begins another only
/// when it cannot tell what became of what it wrote: after it was restored from a copy, or lost its data.
pub const DEVICE_SESSIONS_MAX: usize = 256;
/// Operations of one document, summed: what a phone needs to load it grows with them, and few bytes can hold many.
pub const DOC_OPS_MAX: u64 = 500_000;
/// Days that somebody may be away at once, while another reads and writes in their place: half a year. Who stays away for
/// longer hands over what they accompany.
pub const COVER_DAYS_MAX: i64 = 184;
/// Answers of one member, to all events: the relay reads them all at each.
pub const RSVP_ANSWERS_MAX: u32 = 2_000;
/// Marks and visitors of one event: 60 half-days of 300 people.
pub const ATTENDANCE_OBJECTS_MAX: u32 = 20_000;
/// The sequence of an event. It goes up by one at a time, so no document is long enough to reach this.
pub const SEQUENCE_MAX: i64 = 1_000_000;
/// By how much an answer may be ahead of its event as the relay knows it: moves that its author made without signal.
/// Ahead of that, it counts as if it answered this far.
pub const ANSWER_AHEAD_MAX: i64 = 16;
/// One file that a document names.
pub const FILE_BYTES_MAX: u32 = 4 * 1024 * 1024;
/// Files that somebody may name in one entry.
pub const FILES_PER_ENTRY_MAX: usize = 6;
/// One piece of a file on its way to the relay.
pub const FILE_PIECE_BYTES_MAX: usize = 128 * 1024;
/// A single line: a title, a label, a place.
pub const LINE_BYTES_MAX: usize = 400;
/// One text value, or the content of one text object.
pub const TEXT_BYTES_MAX: usize = 64 * 1024;
/// The years that a date may be of, where somebody types one. What is further away is a slip of the finger.
pub const YEARS: std::ops::RangeInclusive<i64> = 2000..=2999;
/// Lines of a drawn signature, between putting the finger down and lifting it.
pub const STROKES_MAX: usize = 64;
/// Points of a drawn signature, in all its lines.
pub const STROKES_POINTS_MAX: usize = 1_000;
/// A drawn signature as text: a point takes at most eight characters.
pub const STROKES_BYTES_MAX: usize = 8 * STROKES_POINTS_MAX;
/// The box that a signature is drawn in: width.
pub const STROKES_WIDTH: u32 = 1_000;
/// The box that a signature is drawn in: height.
pub const STROKES_HEIGHT: u32 = 400;
/// A key inside a document.
pub const KEY_BYTES_MAX: usize = 128;
/// Nesting of maps and texts below the root.
pub const DEPTH_MAX: usize = 8;
/// Pushes a phone sends ahead of their verdicts, full ones: the relay reads the next while it stores the last.
pub const PUSHES_IN_FLIGHT: usize = 4;
/// Pushes a device may send in a burst, whatever roads they come by.
pub const PUSH_BURST: u32 = 500;
/// Pushes a device may send per second over time.
pub const PUSH_PER_SECOND: u32 = 20;
/// Sockets of one device at once.
pub const SOCKETS_PER_DEVICE: usize = 5;
/// A socket that has not said a valid hello by then is closed.
pub const HELLO_TIMEOUT_MS: u64 = 5_000;
/// Bytes queued to one socket before the relay stops queueing and reads from the cursor instead.
pub const SEND_QUEUE_BYTES: usize = 256 * 1024;
/// Silence after which an end sends a ping.
pub const PING_AFTER_MS: i64 = 20_000;
/// Silence after which an end gives the link up.
pub const DEAD_AFTER_MS: i64 = 45_000;
/// First retry delay of a phone, before jitter.
pub const BACKOFF_MS_MIN: i64 = 1_000;
/// Longest retry delay of a phone, before jitter.
pub const BACKOFF_MS_MAX: i64 = 60_000;
/// An access token's life.
pub const TOKEN_LIFE_MS: i64 = 10 * 60 * 1000;
/// How long the relay's word on whose device a key is lasts, for phones that meet without network: renewed with each
/// access token. A phone that was revoked is believed by others for no longer than this; somebody who works in the field
/// sees a network more often.
pub const CERTIFICATE_LIFE_MS: i64 = 60 * 24 * 60 * 60 * 1000;
/// What such a certificate says.
pub const CERTIFICATE_BYTES_MAX: usize = 256;
/// One parcel, as phones hand it to each other.
pub const PARCEL_BYTES_MAX: usize = 256 * 1024;
/// The same, expanded.
pub const PARCEL_RAW_BYTES_MAX: usize = 1024 * 1024;
/// Documents in a parcel.
pub const PARCEL_DOCS_MAX: usize = 8;
/// Commits in a parcel.
pub const PARCEL_COMMITS_MAX: usize = 200;
/// Runs of commits by one device for one document, in a parcel.
pub const PARCEL_PUSHES_MAX: usize = PARCEL_COMMITS_MAX;
/// Devices that signed what is in a parcel.
pub const PARCEL_CERTIFICATES_MAX: usize = 16;
/// Operations in a parcel, as its commits declare them.
pub const PARCEL_OPS_MAX: usize = 4 * CHANGE_OPS_MAX;
/// An invitation's life.
pub const INVITATION_LIFE_MS: i64 = 72 * 60 * 60 * 1000;
/// Minutes of a day.
pub const DAY_MINUTES: i64 = 24 * 60;
/// A whole, in basis points.
pub const WHOLE_BP: i64 = 10_000;
/// Metres of one trip.
pub const TRIP_METRES_MAX: i64 = 10_000_000;
/// The figure that a goal aims at, in either direction.
pub const TARGET_MAX: i64 = 1_000_000_000_000;
/// Cents in either direction: ten million euros.
pub const CENTS_MAX: i64 = 1_000_000_000;
/// The place of a page or line of the guide among others: room to put some between two.
pub const RANK_MAX: i64 = 9_999;
