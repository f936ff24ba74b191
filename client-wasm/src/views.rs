//! Answers to what screens ask, made from records.

mod activity;
mod coaching;
mod events;
mod people;
mod portfolio;
mod signing;
mod sync;
mod today;

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
use crate::replica::Replica;
use crate::replica::settle::{conflict_id, field_name};
use crate::store::{RereadRow, VersionRow};
use crate::view::coaching::Person;
use crate::view::{
    ConflictChoice, ConflictView, Info, PAGE_ROWS_MAX, Page, RecordState, RereadVersion,
    RereadView, View, ViewRequest, Window,
};

impl Replica {
    /// Answers a screen. Always local, and never changes anything.
    #[must_use]
    pub fn view(&self, request: &ViewRequest, now: Timestamp) -> View {
        Reader::new(self, now).answer(request)
    }
}

/// What views are made with.
pub(crate) struct Reader<'a> {
    replica: &'a Replica,
    now: Timestamp,
    today: String,
    pending: BTreeSet<(DocId, &'a str)>,
    refused: SortedMap<(DocId, String), u32>,
}

impl<'a> Reader<'a> {
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

    fn answer(&self, request: &ViewRequest) -> View {
        use ViewRequest as R;
        let me = |member: &Option<MemberId>| member.unwrap_or(self.replica.member);
        match request {
            R::Me => View::Me(self.me()),
            R::Today => View::Today(self.today_view()),
            R::Activity { member, year } => View::Activity(self.activity_view(me(member), *year)),
            R::Journal {
                member,
                year,
                window,
            } => View::Journal(self.journal(me(member), *year, *window)),
            R::Expenses {
                member,
                year,
                month,
                window,
            } => View::Expenses(self.expenses(me(member), *year, month.as_deref(), *window)),
            R::Trips {
                member,
                year,
                month,
                window,
            } => View::Trips(self.trips(me(member), *year, month.as_deref(), *window)),
            R::Leads {
                member,
                year,
                stage,
                window,
            } => View::Leads(self.leads(me(member), *year, *stage, *window)),
            R::ActivityEntry { member, year, id } => {
                View::ActivityEntry(self.activity_entry(me(member), *year, *id))
            }
            R::Portfolio { window } => View::Portfolio(self.portfolio(*window)),
            R::Coaching { member } => View::Coaching(self.coaching(me(member))),
            R::Sessions { member, window } => View::Sessions(self.sessions(me(member), *window)),
            R::Session { member, id } => {
                View::Session(self.session_sheet(me(member), *id).map(Box::new))
            }
            R::Goals { member, window } => View::Goals(self.goals(me(member), *window)),
            R::Actions { member, window } => View::Actions(self.actions(me(member), *window)),
            R::Asks { member, window } => View::Asks(self.asks(me(member), *window)),
            R::Notes { member, window } => View::Notes(self.notes(*member, *window)),
            R::Events { past, window } => View::Events(self.events(*past, *window)),
            R::Event { id } => View::Event(self.event_sheet(*id)),
            R::Profile { member } => View::Profile(self.profile_view(me(member))),
            R::Members { search, window } => View::Members(self.members(search, *window)),
            R::Unsent { window } => View::Unsent(self.unsent_items(*window)),
            R::Refused { window } => View::Refused(self.refused_items(*window)),
            R::Conflicts { window } => View::Conflicts(self.conflict_items(*window)),
            R::Rereads { window } => View::Rereads(self.reread_items(*window)),
            R::Away { window } => View::Away(self.away(*window)),
            R::Sync => View::Sync(self.sync()),
        }
    }

    fn me_id(&self) -> MemberId {
        self.replica.member
    }

    fn doc_id(&self, head: &DocHead) -> DocId {
        self.replica.docs.last(head).id(self.replica.coop)
    }

    fn record(&self, head: &DocHead) -> Option<&'a Record> {
        self.replica.docs.get(self.doc_id(head))?.record()
    }

    /// A document's content, if it is here.
    fn doc<C: ContentOf>(&self, head: &DocHead) -> Option<&'a C> {
        C::of(self.record(head)?)
    }

    fn directory(&self) -> Option<&'a Directory> {
        self.doc(&DocHead::directory())
    }

    fn profile(&self, member: MemberId) -> Option<&'a Profile> {
        self.doc(&DocHead::profile(member))
    }

    fn activity(&self, member: MemberId, year: u16) -> Option<&'a Activity> {
        self.doc(&DocHead::activity(member, year))
    }

    fn log(&self, member: MemberId) -> Option<&'a CoachingLog> {
        self.doc(&DocHead::coaching_log(member))
    }

    fn coach_notes(&self, member: MemberId) -> Option<&'a CoachNotes> {
        self.doc(&DocHead::coach_notes(self.me_id(), member))
    }

    fn event(&self, id: Ulid) -> Option<&'a Event> {
        self.doc::<Option<Box<Event>>>(&DocHead::event(id))?
            .as_deref()
    }

    fn roster(&self, id: Ulid) -> Option<&'a Roster> {
        self.doc(&DocHead::roster(id))
    }

    fn my_answers(&self) -> Option<&'a Rsvp> {
        self.doc(&DocHead::rsvp(self.me_id()))
    }

    /// The name shown for a member: the one they wish, else the directory's.
    fn name(&self, member: MemberId) -> String {
        if let Some(profile) = self.profile(member)
            && !profile.display_name.is_empty()
        {
            return profile.display_name.clone();
        }
        self.directory()
            .and_then(|directory| Some(directory.members.get(&member)?.name.clone()))
            .unwrap_or_default()
    }

    fn trade_name(&self, member: MemberId) -> String {
        self.profile(member)
            .map(|profile| profile.trade_name.clone())
            .unwrap_or_default()
    }

    /// People by name, in order.
    fn people<'m>(&self, members: impl IntoIterator<Item = &'m MemberId>) -> Vec<Person> {
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

    fn may_write(&self, head: &DocHead, path: &[&str]) -> bool {
        // What both sides signed, nobody writes any more.
        if let ["sessions", id, ..] = path
            && let Some(Record::CoachingLog(log)) = self.record(head)
            && let Ok(id) = id.parse::<Ulid>()
            && log
                .sessions
                .get(&id)
                .is_some_and(|session| session.is_closed(head.owner))
        {
            return false;
        }
        let creator = self.record(head).and_then(|record| record.said().creator());
        Rules::of(head.kind).may_write(head, &self.replica.grants, creator, path)
    }

    /// How far an entry has travelled.
    fn state(&self, doc: DocId, entry: &str) -> RecordState {
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
    fn info(
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
    fn base(&self, head: &DocHead) -> String {
        let doc = self.replica.docs.get(self.doc_id(head));
        doc.map(|doc| Base::new(&doc.row.heads).to_string())
            .unwrap_or_default()
    }

    /// Texts to read again below a path.
    fn rereads(&self, head: &DocHead, below: &str) -> Vec<RereadView> {
        let id = self.doc_id(head);
        let doc = self.replica.docs.get(id);
        let rows = doc.map_or(&[][..], |doc| &doc.row.rereads).iter();
        let rows = rows.filter(|row| row.path.starts_with(below) && !row.is_read);
        rows.map(|row| self.reread(id, head, row)).collect()
    }

    fn reread(&self, doc: DocId, head: &DocHead, row: &RereadRow) -> RereadView {
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

    fn conflict(&self, doc: DocId, conflict: &Conflict) -> ConflictView {
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
    fn is_past(&self, when: &str) -> bool {
        !when.is_empty()
            && if when.len() > 10 {
                when < self.now.rfc3339().as_str()
            } else {
                when < self.today.as_str()
            }
    }

    /// Whole days from today to a day or an instant; negative when it is past.
    fn days_until(&self, when: &str) -> Option<i64> {
        Some(days_from_date(&local_day(when))? - days_from_date(&self.today)?)
    }

    /// The day that comes so many days after today.
    fn day_after(&self, days: i64) -> String {
        self.now.plus_ms(days * DAY_MS).local_date()
    }

    /// This year, as the phone's clock says.
    fn year(&self) -> u16 {
        self.today
            .get(..4)
            .and_then(|year| year.parse().ok())
            .unwrap_or_default()
    }
}

/// Cuts a sorted list to a window, making only the rows shown.
fn page<T, R>(all: &[T], window: Window, row: impl Fn(&T) -> R) -> Page<R> {
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
fn local_day(when: &str) -> Cow<'_, str> {
    match Timestamp::parse_rfc3339(when) {
        Some(instant) => Cow::Owned(instant.local_date()),
        None => Cow::Borrowed(when),
    }
}

/// What the word at a path may become, from every value that stands there: the one shown, and those written apart.
fn next_words<T: Copy>(
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
fn reread_field(path: &[&str]) -> String {
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
fn stands(entry: &Entry) -> bool {
    entry.removed_at.is_empty()
}
