//! The asks of a coaching log.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{Ask, AskTopic, CoachingLog};

use crate::kinds::coaching_log::AskRow;
use crate::view::{Page, Person, Window};
use crate::views::{ViewReader, live, page};

impl ViewReader<'_> {
    pub(crate) fn asks(&self, member: MemberId, window: Window) -> Page<AskRow> {
        let log = self.log_or_empty(member);
        let mut asks = live(&log.asks, |ask| &ask.entry);
        asks.sort_by(|(a, x), (b, y)| {
            (!x.answered_at.is_empty(), b).cmp(&(!y.answered_at.is_empty(), a))
        });
        page(&asks, window, |(id, ask)| {
            self.ask_row(member, log, *id, ask)
        })
    }

    pub(crate) fn open_asks(&self, window: Window) -> Page<AskRow> {
        let coached = self.replica.grants.coached.iter();
        let logs = coached.filter_map(|member| Some((*member, self.log(*member)?)));
        let mut asks: Vec<(MemberId, &CoachingLog, Ulid, &Ask)> = logs
            .flat_map(|(member, log)| {
                let asks = live(&log.asks, |ask| &ask.entry).into_iter();
                let open = asks.filter(|(_, ask)| ask.is_open());
                open.map(move |(id, ask)| (member, log, id, ask))
            })
            .collect();
        asks.sort_by(|(.., a, x), (.., b, y)| {
            (&x.entry.created_at, a).cmp(&(&y.entry.created_at, b))
        });
        page(&asks, window, |(member, log, id, ask)| {
            self.ask_row(*member, log, *id, ask)
        })
    }

    /// The people whom the guide names for a topic.
    fn named_for(&self, topic: Option<AskTopic>) -> Vec<Person> {
        let guide = self.the_guide().filter(|_| topic.is_some());
        let named = guide.map_or_else(Vec::new, |it| live(&it.people, |one| &one.entry));
        let named = named.iter().filter(|(_, one)| Some(one.topic) == topic);
        self.people(named.filter_map(|(_, one)| one.person.as_ref()))
    }

    pub(super) fn ask_row(
        &self,
        member: MemberId,
        log: &CoachingLog,
        id: Ulid,
        ask: &Ask,
    ) -> AskRow {
        let head = DocHead::coaching_log(member);
        AskRow {
            info: self.info(&head, ("asks", "text"), id, &ask.entry, &log.conflicts),
            member,
            member_name: self.name(member),
            text: ask.text.clone(),
            urgency: ask.urgency,
            topic: ask.topic,
            topic_people: self.named_for(ask.topic),
            sent_to: ask.sent_to,
            also_read_by: log
                .also_read_by(id)
                .filter(|reader| self.is_here(*reader))
                .map(|member| Person {
                    name: self.name(member),
                    member,
                }),
            answer: ask.answer.clone(),
            answered_at: ask.answered_at.clone(),
            may_answer: self.may_write(&head, &["asks", &id.to_string(), "answer"]),
        }
    }
}
