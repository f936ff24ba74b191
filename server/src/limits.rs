//! Limits of the relay alone. What both ends must agree on stands in the model's `limits`.

/// Time after which a cooperative whose file failed is tried again; twice as long after each try that fails.
pub const REOPEN_FIRST_MS: i64 = 1_000;
/// At most so long: what the operator put in place of a damaged file is in use by then.
pub const REOPEN_MS_MAX: i64 = 60_000;
/// Cooperatives that are all opened at the start; of more, each when somebody comes.
pub const OPENED_AT_START_MAX: usize = 4;
/// Cooperatives that are put to rest, where there is no room for all, when another one is opened.
pub const MAKE_ROOM_MAX: usize = 2;
/// Descriptors of a cooperative in use: the writer's connection and the log's, a few readers, the lock, the journal.
pub const DESCRIPTORS_PER_COOP: u64 = 12;
/// Descriptors that the relay needs for itself: listeners, the runtime, exports.
pub const DESCRIPTORS_SPARE: u64 = 32;
/// Commits that one group commit takes at most; what queued meanwhile waits for the next.
pub const GROUP_COMMITS_MAX: usize = 256;
/// Operations of pushes that may be in memory between being read and being judged: some 60 MB at most. Whoever pushes
/// more waits for room.
pub const OPS_READ_MAX: usize = 1_000_000;
/// Submissions and people commands waiting for the writer before callers are told to retry.
pub const WRITER_QUEUE: usize = 1_024;
/// Delay asked of phones whose push was not taken because the relay cannot store.
pub const RETRY_MS: u32 = 5_000;
/// Delay asked when what judging a push takes was forgotten while it waited for the writer.
pub const RETRY_COLD_MS: u32 = 500;
/// Delay asked of phones when the relay ends; they spread themselves over more than that.
pub const RESTART_MS: u32 = 1_000;
/// Delay asked while the disk is full.
pub const RETRY_DISK_FULL_MS: u32 = 30_000;
/// Delay asked while a document waits for a person to look at it.
pub const RETRY_FROZEN_MS: u32 = 3_600_000;
/// Delay asked of phones that are newer than the relay: it may know by then what it does not know yet.
pub const RETRY_NEWER_MS: u32 = 3_600_000;
/// Bytes of all changes that one member writes in a cooperative, over all documents. 5,000 expenses a year take 2 MB, and a
/// text of 10,000 characters some 20 KB: this is for decades.
pub const MEMBER_BYTES_MAX: u64 = 256 * 1024 * 1024;
/// Operations of all changes that one member writes in a cooperative, over all documents: what everybody's phone loads
/// grows with them. A heavy year has some 75,000 for 5,000 expenses and 400,000 for the texts of a coach; this is for
/// twenty, and twenty full documents.
pub const MEMBER_OPS_MAX: u64 = 10_000_000;
/// Entries of the log after which it is written down what members wrote; at most about so many are counted again after a
/// crash, besides those of the last checkpoint.
pub const SPENT_SAVED_EVERY: u64 = 1_024;
/// Documents of one owner.
pub const DOCS_PER_OWNER_MAX: u64 = 2_048;
/// Shared documents (events, and what the relay writes of them) of one cooperative.
pub const SHARED_DOCS_MAX: u64 = 100_000;
/// Refusals remembered per device; the oldest go first.
pub const VERDICTS_PER_DEVICE_MAX: i64 = 2_000;
/// Devices of one member that are not revoked.
pub const DEVICES_PER_MEMBER_MAX: usize = 8;
/// Open invitations of one cooperative.
pub const INVITATIONS_MAX: u64 = 2_000;
/// Open invitations that one member made for others, as directors do: the cooperative's are not theirs to use up.
pub const INVITATIONS_FOR_OTHERS_MAX: u64 = 500;
/// Open invitations that one member made for other devices of their own.
pub const INVITATIONS_FOR_ONESELF_MAX: u64 = 8;
/// Members of one cooperative.
pub const MEMBERS_MAX: usize = 10_000;
/// Bytes of a member's or cooperative's name.
pub const NAME_BYTES_MAX: usize = 200;
/// Weight of the document indexes kept in memory, as the admission estimates it.
pub const INDEX_CACHE_BYTES: usize = 64 * 1024 * 1024;
/// Indexes made beside the writer that wait to be taken in, at one time; who needs another one waits for room.
pub const READY_MAX: usize = 2;
/// Weight of the indexes made for one push beside the writer: past it the phone is asked to come again for the rest. One
/// of a full document is made in any case.
pub const READY_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Weight of the indexes made for a device that counts as one push of its pace: some 5 ms of work. A full document's
/// (some 30 MB, over a second) then keeps its device waiting for as long as 250 pushes.
pub const READY_BYTES_PER_PUSH: usize = 128 * 1024;
/// Operations that one group commit judges at most, besides its last submission: what queued meanwhile waits for the
/// next.
pub const GROUP_OPS_MAX: usize = 65_536;
/// Changes of mind about one event that count at once; each comes back after [`ANSWER_CHANGE_EVERY_MS`].
pub const ANSWER_CHANGES_QUICK: i64 = 6;
/// Who changed their mind about an event more often is heard once in so long: their last word counts then. People
/// change it a few times; each time costs everybody's phone a change of the roster.
pub const ANSWER_CHANGE_EVERY_MS: i64 = 10 * 60 * 1000;
/// Events whose seats are decided in one step.
pub const SEATS_PER_STEP: usize = 4;
/// Answers after which a step decides about no further event.
pub const ANSWERS_PER_STEP: usize = 500;
/// Answers to one event that a step lets count.
pub const WORDS_PER_STEP: usize = 256;
/// How long the relay waits before it derives anew from a document that changed, and as many milliseconds more as the
/// document has changes: what takes longer to read is read less often.
pub const DERIVE_AFTER_MS: i64 = 1_000;
/// The longest it waits.
pub const DERIVE_AFTER_MS_MAX: i64 = 60_000;
/// Documents read for it in one step, beside the writer.
pub const SOURCES_PER_STEP: usize = 16;
/// Derived documents written in one step.
pub const DERIVED_PER_STEP: usize = 4;
/// Parts after which a step writes no further derived document.
pub const PARTS_PER_STEP: usize = 500;
/// While people write, what is derived waits until the writer worked for them this many times as long as it took last.
pub const DERIVED_SHARE: i64 = 20;
/// How long nobody wants anything until it waits no more.
pub const DERIVE_QUIET_MS: i64 = 250;
/// The longest it waits for that.
pub const DERIVE_HELD_MS_MAX: i64 = 60_000;
/// When a phone comes again with what it wrote to a document that another has taken the place of.
pub const RETRY_SUPERSEDED_MS: u32 = 1_000;
/// Commits that are remembered to have been asked again for that.
pub const ASKED_AGAIN_MAX: usize = 10_000;
/// Documents whose row stays in memory while they are written to.
pub const DOCS_MET_MAX: usize = 16_384;
/// Log entries whose mark stays in memory, so that a cursor is checked without reading the file.
pub const MARKS_KEPT: usize = 65_536;
/// Document ids told lost in one frame.
pub const LOST_PER_FRAME: usize = 4_096;
/// Log entries looked up per audience for one frame.
pub const ENTRIES_PER_AUDIENCE: usize = 256;
/// Changes of one of the relay's own documents, beyond what it began with, after which it is rebuilt without its history.
pub const REBUILD_AFTER_CHANGES: u64 = 1_024;
/// Bytes of them.
pub const REBUILD_AFTER_BYTES: u64 = 512 * 1024;
/// And so many times what it began with, changes or bytes: rebuilding costs what the document says.
pub const REBUILD_AFTER_SHARE: u64 = 4;
/// Log entries of a superseded document that lose their content at a time.
pub const CLEARED_PER_STEP: usize = 256;
/// Changes since the last snapshot that make a new one worth building.
pub const SNAPSHOT_AFTER_CHANGES: u32 = 32;
/// The part of a long document's changes (one in so many) that makes a new one worth building: building costs what the
/// document is long.
pub const SNAPSHOT_AFTER_SHARE: u32 = 4;
/// The part of a long document's changes that may wait for their trial while more keep coming.
pub const SNAPSHOT_OVERDUE_SHARE: u32 = 2;
/// Commits of a document that a snapshot covers and that are worth a segment; fewer wait for more.
pub const SEGMENT_COMMITS_MIN: usize = 8;
/// Commits that are moved into segments at a time; a segment more at most.
pub const MOVED_PER_STEP: usize = 256;
/// Documents looked at for that, at a time.
pub const DOCS_PACKED_PER_STEP: usize = 64;
/// Segments that stay unpacked while a page is read; each takes 256 KiB at most, and a few bytes for each commit.
pub const UNPACKED_KEPT: usize = 8;
/// Free pages (of 4 KiB) that a file keeps for what comes next.
pub const FREE_PAGES_KEPT: u32 = 64;
/// Free pages that are given back to the disk at a time.
pub const PAGES_PER_STEP: u32 = 256;
/// A file that cannot give pages back one by one is written anew when one in so many of them is free.
pub const REWRITE_SHARE: u32 = 4;
/// What the write-ahead log keeps of the disk while nothing is to do.
pub const WAL_KEPT_BYTES: u64 = 4 * 1024 * 1024;
/// Pages of the write-ahead log after which the writer checkpoints when it is idle.
pub const CHECKPOINT_AFTER_COMMITS: u32 = 1_000;
/// Reading connections of one cooperative, at most: each is opened when somebody asks for it.
pub const READERS: usize = 4;
/// How often those that nobody used meanwhile are closed.
pub const READERS_KEPT_MS: u64 = 10_000;
/// Threads of each sort that try documents, at most; otherwise one for each core.
pub const LANE_THREADS_MAX: usize = 8;
/// Operations of a document that a page is kept waiting to try, and of one that changes of other documents wait behind: some
/// ten milliseconds. Longer ones are tried beside.
pub const TRIAL_OPS_INLINE: usize = 4_096;
/// Operations of a document that the writer tries a change of by itself while nobody waits for it: a fifth of a millisecond,
/// where handing it to a thread that has to be woken would cost as much again.
pub const TRIAL_OPS_AT_ONCE: usize = 512;
/// Operations of the documents kept in memory for their next trial.
pub const TRIAL_OPS_KEPT: usize = 600_000;
/// Documents kept in memory for their next trial.
pub const TRIAL_DOCS_KEPT: usize = 512;
/// Documents that nobody asked for, tried at a time by a relay with nothing to do.
pub const TRIALS_PER_STEP: usize = 16;
/// Milliseconds that a page with nothing in it waits for a trial before it says so.
pub const TRIAL_WAIT_MS: u64 = 500;
/// Snapshots built at a time.
pub const SNAPSHOTS_PER_STEP: usize = 4;
/// Pictures that say they are larger are not taken: pixels of one side.
pub const PICTURE_SIDE_MAX: usize = 8_192;
/// And pixels in all: what shows one needs four bytes for each.
pub const PICTURE_PIXELS_MAX: usize = 24_000_000;
/// Files that a member may have under way at once.
pub const FILES_UNDER_WAY_MAX: usize = 64;
/// What was received of a file that nobody goes on with is thrown away after so long.
pub const FILE_PARTS_KEPT_MS: i64 = 7 * 24 * 60 * 60 * 1000;
/// Documents whose named files stay in memory.
pub const NAMING_DOCS_KEPT: usize = 64;
/// Documents looked at, and files let go, at a time.
pub const FILES_PER_STEP: usize = 16;
/// How often it is looked which files no document names any more.
pub const FILES_LOOKED_EVERY_MS: i64 = 10 * 60 * 1000;
/// Entries of the log that are looked at at a time for whom they call.
pub const HEARD_PER_STEP: u64 = 512;
/// How often it is looked whether somebody is to be told something.
pub const NOTICES_LOOKED_EVERY_MS: u64 = 10_000;
/// How long a call waits for more of its kind, which it then is one message with.
pub const NOTICE_WAITS_MS: i64 = 60_000;
/// Bytes of the address of a channel by Web Push.
pub const ENDPOINT_BYTES_MAX: usize = 2_048;
/// Bytes that every message by Web Push is filled up to, so that its length says nothing.
pub const PUSH_PLAIN_BYTES: usize = 1_024;
/// Messages to push services that are under way at once for one cooperative: more than a member has devices.
pub const PUSHES_AT_ONCE: usize = 16;
/// Cooperatives whose people are told at once.
pub const COOPS_TOLD_AT_ONCE: usize = 4;
/// Time that a push service may take to be reached, and to answer.
pub const PUSH_CONNECT_MS: u64 = 5_000;
/// All of it.
pub const PUSH_TOTAL_MS: u64 = 10_000;
/// How long a push service keeps a message for a device that is away.
pub const PUSH_KEPT_S: u32 = 24 * 60 * 60;
/// When a message that failed is tried again; twice as long after each time that it fails.
pub const NOTICE_RETRY_FIRST_MS: i64 = 60_000;
/// At most so long, also where a push service asks for longer.
pub const NOTICE_RETRY_MS_MAX: i64 = 6 * 60 * 60 * 1000;
/// Times a message is tried; the channel waits for the next one then.
pub const NOTICE_TRIES_MAX: u32 = 12;
/// Refusals in a row after which a channel is forgotten.
pub const PUSH_REFUSALS_MAX: u32 = 5;
/// Bytes of a mail address (RFC 5321).
pub const ADDRESS_BYTES_MAX: usize = 254;
/// For how long an address that was asked to confirm, and did not, is asked by nobody again.
pub const MAIL_ASKED_AGAIN_MS: i64 = 30 * 24 * 60 * 60 * 1000;
/// Addresses that one member may have asked in a day.
pub const MAIL_ASKED_PER_DAY: u32 = 3;
/// How long the link of a mail confirms; it stops for ever.
pub const MAIL_CONFIRMS_MS: i64 = 7 * 24 * 60 * 60 * 1000;
/// Mails of one cooperative at a time.
pub const MAILS_PER_STEP: usize = 50;
/// Time that a mail may take.
pub const MAIL_TOTAL_MS: u64 = 30_000;
/// The hour at which the digest of a week is due, on Mondays.
pub const DIGEST_HOUR: i64 = 8;
