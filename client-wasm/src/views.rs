//! Answers to what screens ask, made from records.

pub(crate) mod access;
pub mod requests;
pub(crate) mod sync;
pub(crate) mod today;

use std::borrow::Cow;
use std::collections::BTreeSet;

use besace_model::doc::rules::Rules;
use besace_model::head::DocHead;
use besace_model::ids::{DocId, MemberId, Ulid};
use besace_model::kind::{ContentOf, Kind, Record};
use besace_model::kinds::activity::Activity;
use besace_model::kinds::coach_notes::CoachNotes;
use besace_model::kinds::coaching_log::CoachingLog;
use besace_model::kinds::directory::Directory;
use besace_model::kinds::event::Event;
use besace_model::kinds::profile::Profile;
use besace_model::kinds::roster::Roster;
use besace_model::kinds::rsvp::Rsvp;
use besace_model::record::{Conflict, Entry, FieldValue};
use besace_model::sorted::SortedMap;
use besace_model::time::{DAY_MS, Timestamp, days_from_date};
use besace_model::words;

use crate::base::Base;
use crate::kinds;
use crate::replica::Replica;
use crate::replica::settle::{conflict_id, field_name};
use crate::store::{RereadRow, VersionRow};
use crate::view::{
    ConflictChoice, ConflictView, Info, PAGE_ROWS_MAX, Page, Person, RecordState, RereadVersion,
    RereadView, View, ViewRequest, Window,
};

impl Replica {
    /// Answers a screen. Always local, and never changes anything.
    #[must_use]
    pub fn view(&self, request: &ViewRequest, now: Timestamp) -> View {
        request.answer(&ViewReader::new(self, now))
    }
}

/// What views are made with.
pub struct ViewReader<'a> {
    pub(crate) replica: &'a Replica,
    pub(crate) now: Timestamp,
    pub(crate) today: String,
    pub(crate) pending: BTreeSet<(DocId, &'a str)>,
    refused: SortedMap<(DocId, String), u32>,
}

impl<'a> ViewReader<'a> {
    pub(crate) fn new(replica: &'a Replica, now: Timestamp) -> Self {
        let pending = replica
            .outbox
            .items()
            .map(|item| (item.doc, item.entry.as_str()))
            .collect();
        let refused = replica
            .refused
            .iter()
            .map(|(number, row)| {
                let entry = crate::entry::entry_key(&row.command);
                ((row.head.id(replica.coop), entry), *number)
            })
            .collect();
        Self {
            replica,
            now,
            today: now.local_date(),
            pending,
            refused,
        }
    }

    /// The member that a request means.
    pub(crate) fn whose(&self, member: Option<MemberId>) -> MemberId {
        member.unwrap_or(self.replica.member)
    }

    pub(crate) fn me_id(&self) -> MemberId {
        self.replica.member
    }

    pub(crate) fn doc_id(&self, head: &DocHead) -> DocId {
        self.replica.docs.last(head).id(self.replica.coop)
    }

    pub(crate) fn record(&self, head: &DocHead) -> Option<&'a Record> {
        self.replica.docs.get(self.doc_id(head))?.record()
    }

    /// A document's content, if it is here.
    pub(crate) fn doc<C: ContentOf>(&self, head: &DocHead) -> Option<&'a C> {
        C::of(self.record(head)?)
    }

    pub(crate) fn directory(&self) -> Option<&'a Directory> {
        self.doc(&DocHead::directory())
    }

    pub(crate) fn profile(&self, member: MemberId) -> Option<&'a Profile> {
        self.doc(&DocHead::profile(member))
    }

    pub(crate) fn activity(&self, member: MemberId, year: u16) -> Option<&'a Activity> {
        self.doc(&DocHead::activity(member, year))
    }

    pub(crate) fn log(&self, member: MemberId) -> Option<&'a CoachingLog> {
        self.doc(&DocHead::coaching_log(member))
    }

    pub(crate) fn coach_notes(&self, member: MemberId) -> Option<&'a CoachNotes> {
        self.doc(&DocHead::coach_notes(self.me_id(), member))
    }

    pub(crate) fn event(&self, id: Ulid) -> Option<&'a Event> {
        self.doc::<Option<Box<Event>>>(&DocHead::event(id))?
            .as_deref()
    }

    pub(crate) fn roster(&self, id: Ulid) -> Option<&'a Roster> {
        self.doc(&DocHead::roster(id))
    }

    pub(crate) fn my_answers(&self) -> Option<&'a Rsvp> {
        self.doc(&DocHead::rsvp(self.me_id()))
    }

    /// The name shown for a member: the one they wish, else the directory's.
    pub(crate) fn name(&self, member: MemberId) -> String {
        if let Some(profile) = self.profile(member)
            && !profile.display_name.is_empty()
        {
            return profile.display_name.clone();
        }
        let listed = self.directory().and_then(|it| it.members.get(&member));
        match listed {
            Some(listed) => listed.name.clone(),
            // Of those who left, the team knows the name yet.
            None => self.membership(member).name,
        }
    }

    pub(crate) fn trade_name(&self, member: MemberId) -> String {
        self.profile(member)
            .map(|profile| profile.trade_name.clone())
            .unwrap_or_default()
    }

    /// People by name, in order.
    pub(crate) fn people<'m>(
        &self,
        members: impl IntoIterator<Item = &'m MemberId>,
    ) -> Vec<Person> {
        let mut people: Vec<Person> = members
            .into_iter()
            .map(|member| Person {
                name: self.name(*member),
                member: *member,
            })
            .collect();
        people.sort_by_cached_key(|person| (words::order(&person.name), person.member));
        people
    }

    pub(crate) fn may_write(&self, head: &DocHead, path: &[&str]) -> bool {
        let record = self.record(head);
        if record.is_some_and(|record| kinds::is_closed(record, head, path)) {
            return false;
        }
        let creator = record.and_then(|record| record.said().creator());
        Rules::of(head.kind).may_write(head, &self.replica.grants, creator, path)
    }

    /// How far an entry has travelled.
    pub(crate) fn state(&self, doc: DocId, entry: &str) -> RecordState {
        if self.pending.contains(&(doc, entry)) {
            return RecordState::OnPhone;
        }
        if let Some(item) = self.refused.get(&(doc, entry.to_owned()))
            && let Some(row) = self.replica.refused.get(item)
        {
            return RecordState::Refused {
                code: row.code,
                item: *item,
            };
        }
        let received = self
            .replica
            .docs
            .get(doc)
            .and_then(|doc| doc.row.received.get(entry));
        RecordState::Received {
            at: received.map(|ms| Timestamp(*ms).rfc3339()),
        }
    }

    /// What an entry carries beside its fields. `path` is its collection and a field that says who may write it.
    pub(crate) fn info(
        &self,
        head: &DocHead,
        (collection, field): (&str, &str),
        id: Ulid,
        entry: &Entry,
        conflicts: &[Conflict],
    ) -> Info {
        let key = id.to_string();
        let doc = self.doc_id(head);
        let conflicts = conflicts
            .iter()
            .filter(|conflict| {
                let mut parts = conflict.path.split('/');
                parts.next() == Some(collection) && parts.next() == Some(key.as_str())
            })
            .map(|conflict| self.conflict(doc, conflict))
            .collect();
        Info {
            id,
            state: self.state(doc, &key),
            may_edit: self.may_write(head, &[collection, &key, field]),
            conflicts,
            rereads: self.rereads(head, &format!("{collection}/{key}/")),
            base: self.base(head),
            created_by: entry.created_by,
            created_by_name: entry.created_by.map(|by| self.name(by)).unwrap_or_default(),
            created_at: entry.created_at.clone(),
            updated_at: entry.updated_at.clone(),
            removed_at: entry.removed_at.clone(),
        }
    }

    /// The state of a document that its record was read from.
    pub(crate) fn base(&self, head: &DocHead) -> String {
        let doc = self.replica.docs.get(self.doc_id(head));
        doc.map(|doc| Base::new(&doc.row.heads).to_string())
            .unwrap_or_default()
    }

    /// Texts to read again below a path.
    pub(crate) fn rereads(&self, head: &DocHead, below: &str) -> Vec<RereadView> {
        let id = self.doc_id(head);
        let doc = self.replica.docs.get(id);
        let rows = doc.map_or(&[][..], |doc| &doc.row.rereads).iter();
        let rows = rows.filter(|row| row.path.starts_with(below) && !row.is_read);
        rows.map(|row| self.reread(id, head, row)).collect()
    }

    pub(crate) fn reread(&self, doc: DocId, head: &DocHead, row: &RereadRow) -> RereadView {
        let path: Vec<&str> = row.path.split('/').collect();
        let version = |version: &VersionRow| RereadVersion {
            text: version.text.clone(),
            by: version.by,
            by_name: version.by.map(|by| self.name(by)).unwrap_or_default(),
            mine: version.by == Some(self.me_id()),
            at: Some(version.at)
                .filter(|seconds| *seconds > 0)
                .map(|seconds| Timestamp(seconds.saturating_mul(1000)).in_calendar())
                .map(Timestamp::rfc3339)
                .unwrap_or_default(),
        };
        RereadView {
            id: format!("{doc}:{}", row.path),
            field: reread_field(&path),
            was: row.was.clone(),
            versions: row.versions.iter().map(version).collect(),
            may_settle: self.may_write(head, &path),
        }
    }

    pub(crate) fn conflict(&self, doc: DocId, conflict: &Conflict) -> ConflictView {
        let choice = |value: &besace_model::record::ConflictValue| ConflictChoice {
            value: value.value.clone(),
            by: value.by,
            by_name: value.by.map(|by| self.name(by)).unwrap_or_default(),
            mine: value.by == Some(self.me_id()),
            at: value.at.clone(),
        };
        ConflictView {
            id: conflict_id(doc, conflict),
            field: field_name(&conflict.path),
            values: conflict.values.iter().map(choice).collect(),
        }
    }

    /// Whether a date or instant is past; empty ones never are.
    pub(crate) fn is_past(&self, when: &str) -> bool {
        !when.is_empty()
            && if when.len() > 10 {
                when < self.now.rfc3339().as_str()
            } else {
                when < self.today.as_str()
            }
    }

    /// Whole days from today to a day or an instant; negative when it is past.
    pub(crate) fn days_until(&self, when: &str) -> Option<i64> {
        Some(days_from_date(&local_day(when))? - days_from_date(&self.today)?)
    }

    /// The day that comes so many days after today.
    pub(crate) fn day_after(&self, days: i64) -> String {
        self.now.plus_ms(days * DAY_MS).local_date()
    }

    /// This year, as the phone's clock says.
    pub(crate) fn year(&self) -> u16 {
        self.today
            .get(..4)
            .and_then(|year| year.parse().ok())
            .unwrap_or_default()
    }
}

/// Cuts a sorted list to a window, making only the rows shown.
pub(crate) fn page<T, R>(all: &[T], window: Window, row: impl Fn(&T) -> R) -> Page<R> {
    Page {
        offset: window.offset,
        total: all.len() as u32,
        rows: all
            .iter()
            .skip(window.offset as usize)
            .take(window.limit.min(PAGE_ROWS_MAX) as usize)
            .map(row)
            .collect(),
    }
}

/// The day of a date, or of an instant as people in the cooperative count it.
pub(crate) fn local_day(when: &str) -> Cow<'_, str> {
    match Timestamp::parse_rfc3339(when) {
        Some(instant) => Cow::Owned(instant.local_date()),
        None => Cow::Borrowed(when),
    }
}

/// What the word at a path may become, from every value that stands there: the one shown, and those written apart.
pub(crate) fn next_words<T: Copy>(
    kind: Kind,
    path: &[&str],
    conflicts: &[Conflict],
    shown: T,
    (all, word): (&[T], fn(T) -> &'static str),
) -> Vec<T> {
    let place = path.join("/");
    let apart = conflicts.iter().filter(|conflict| conflict.path == place);
    let apart = apart.flat_map(|conflict| &conflict.values);
    let mut standing: Vec<&str> = apart
        .filter_map(|value| match &value.value {
            FieldValue::Text(word) => Some(word.as_str()),
            _ => None,
        })
        .collect();
    standing.push(word(shown));
    let rules = Rules::of(kind);
    let next = all.iter().copied();
    next.filter(|next| rules.may_become(path, &standing, word(*next)))
        .collect()
}

/// The name of a text's field in commands.
pub(crate) fn reread_field(path: &[&str]) -> String {
    match path {
        [.., "eight", point] => {
            let index = point.parse::<u32>().unwrap_or(1).saturating_sub(1);
            format!("eightPoints.{index}")
        }
        // Texts of their own, named by their session.
        ["preparations", _] => "preparation".to_owned(),
        ["feedback", ..] => "feedback".to_owned(),
        path => field_name(&path.join("/")),
    }
}

/// Whether an entry stands.
pub(crate) fn stands(entry: &Entry) -> bool {
    entry.removed_at.is_empty()
}

/// The entries that stand, in order of making.
pub(crate) fn live<T>(all: &SortedMap<Ulid, T>, entry: impl Fn(&T) -> &Entry) -> Vec<(Ulid, &T)> {
    all.iter()
        .filter(|(_, one)| stands(entry(one)))
        .map(|(id, one)| (*id, one))
        .collect()
}
