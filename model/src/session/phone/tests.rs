//! The phone's end of a session, told what happens line by line.

use super::*;
use crate::ids::{CommitHash, DeviceId, DocId};
use crate::limits::{
    DEAD_AFTER_MS, PING_AFTER_MS, PUSH_COMMITS_MAX, PUSHES_IN_FLIGHT, TOKEN_LIFE_MS,
};
use crate::time::Timestamp;
use crate::wire::{self, Bye, CommitVerdict, DocName, Hello, Receipt, ToPhone, ToRelay, Verdict};

const START: Moment = Moment(1_000_000);

/// An outbox of numbered commits.
#[derive(Default)]
struct Numbers {
    ready: u16,
    taken: u16,
}

impl Backlog for Numbers {
    fn cursor(&self) -> Option<Cursor> {
        None
    }

    fn witness(&self) -> Option<Witness> {
        None
    }

    fn take(&mut self, commits: usize, _bytes: usize) -> Vec<DocPush> {
        let from = self.taken;
        self.taken = self.ready.min(from.saturating_add(commits as u16));
        let commits = (from..self.taken)
            .map(|number| crate::commit::Commit {
                device: DeviceId::from_bytes([0; 16]),
                signature: [0; 64],
                change: number.to_be_bytes().to_vec(),
            })
            .collect::<Vec<_>>();
        if commits.is_empty() {
            return Vec::new();
        }
        let doc = DocName::Known(DocId([0; 16]));
        vec![DocPush { doc, commits }]
    }

    fn rewind(&mut self) {
        self.taken = 0;
    }

    fn waits(&self) -> bool {
        self.taken < self.ready
    }
}

struct End {
    phone: Phone,
    outbox: Numbers,
    now: Moment,
}

impl End {
    fn new() -> Self {
        Self {
            phone: Phone::new(START, 7),
            outbox: Numbers::default(),
            now: START,
        }
    }

    fn tell(&mut self, event: Event<'_>) -> Vec<Effect> {
        self.phone.handle(self.now, event, &mut self.outbox)
    }

    /// Goes to the next instant asked for and ticks; stops at the first thing to do.
    fn wait(&mut self) -> Vec<Effect> {
        for _ in 0..10 {
            self.now = self.phone.next_wakeup().unwrap().max(self.now);
            let actions = self.tell(Event::Tick);
            if !actions.is_empty() {
                return actions;
            }
        }
        Vec::new()
    }

    fn live() -> Self {
        let mut link = Self::new();
        assert_eq!(link.tell(Event::Tick), [Effect::NeedToken]);
        assert_eq!(link.tell(Event::Token("t".into())), [Effect::Connect]);
        assert!(matches!(link.tell(Event::Opened)[..], [Effect::Send(_)]));
        link.hear(&ToPhone::Update(Update::default()));
        link
    }

    fn hear(&mut self, frame: &ToPhone) -> Vec<Effect> {
        self.tell(Event::Frame(&wire::encode(frame)))
    }
}

fn accepted(count: usize) -> ToPhone {
    let receipt = Receipt {
        seq: 1,
        at: Timestamp(START.0),
    };
    let verdict = CommitVerdict {
        doc: DocId([0; 16]),
        hash: CommitHash([0; 32]),
        verdict: Verdict::Accepted(receipt),
    };
    ToPhone::Update(Update {
        verdicts: vec![verdict; count],
        ..Update::default()
    })
}

#[test]
fn a_window_of_commits_is_in_flight_and_verdicts_open_it() {
    let mut link = End::live();
    let window = PUSHES_IN_FLIGHT * PUSH_COMMITS_MAX;
    link.outbox.ready = 2 * window as u16;
    assert_eq!(link.tell(Event::Work).len(), PUSHES_IN_FLIGHT);
    assert_eq!(usize::from(link.outbox.taken), window);
    assert!(link.tell(Event::Work).is_empty(), "the window is full");
    link.hear(&accepted(10));
    assert_eq!(link.tell(Event::Work).len(), 1);
    assert_eq!(usize::from(link.outbox.taken), window + 10);
}

#[test]
fn silence_is_pinged_then_given_up() {
    let mut link = End::live();
    let ping = wire::encode(&ToRelay::Ping);
    assert_eq!(link.wait(), [Effect::Send(ping)]);
    assert_eq!(link.now, START.plus_ms(PING_AFTER_MS));
    let mut last = Vec::new();
    while last != [Effect::Disconnect] {
        last = link.wait();
    }
    assert_eq!(link.now, START.plus_ms(DEAD_AFTER_MS));
    assert_eq!(link.phone.standing(), Standing::Down);
}

#[test]
fn retries_spread_over_a_doubling_range_that_ends() {
    let mut link = End::new();
    let mut longest = 0;
    for failures in 0..20 {
        let from = link.now;
        assert_eq!(link.wait(), [Effect::NeedToken]);
        let waited = link.now.0 - from.0;
        let range = (BACKOFF_MS_MIN << failures.min(16)).min(BACKOFF_MS_MAX);
        assert!(failures == 0 || waited <= range, "{waited} of {range}");
        longest = longest.max(waited);
        link.tell(Event::TokenFailed);
    }
    assert!(longest > BACKOFF_MS_MAX / 2);
}

#[test]
fn where_sockets_die_the_same_hello_travels_by_post() {
    let mut link = End::new();
    link.tell(Event::Tick);
    link.tell(Event::Token("t".into()));
    let mut actions = Vec::new();
    for _ in 0..SOCKET_FAILURES_MAX {
        link.tell(Event::Closed);
        actions = link.wait();
    }
    let [Effect::Post(id, body)] = &actions[..] else {
        panic!("{actions:?}");
    };
    let (frames, whole) = split(body);
    assert!(whole);
    let hello: ToRelay = wire::decode(frames[0]).unwrap();
    assert!(matches!(hello, ToRelay::Hello(Hello { live: false, .. })));
    let answer = with_length(&wire::encode(&ToPhone::Update(Update::default())));
    assert_eq!(link.tell(Event::Answer(*id, &answer)).len(), 1);
    assert_eq!(link.phone.standing(), Standing::OneShot);
    assert!(link.tell(Event::Work).is_empty(), "nothing waits");
    link.outbox.ready = 1;
    assert!(matches!(link.tell(Event::Work)[..], [Effect::Post(..)]));
}

#[test]
fn a_portal_page_is_no_answer() {
    let page = b"<html>Sign in to this network</html>";
    assert!(!split(page).1);
    let mut link = End::live();
    assert_eq!(link.tell(Event::Frame(page)), [Effect::Disconnect]);
    assert_eq!(link.phone.standing(), Standing::Down);
}

#[test]
fn a_token_is_renewed_before_it_ends() {
    let mut link = End::live();
    link.now = START.plus_ms(TOKEN_LIFE_MS - TOKEN_MARGIN_MS);
    link.hear(&ToPhone::Pong);
    assert_eq!(link.tell(Event::Tick), [Effect::NeedToken]);
    let sent = wire::encode(&ToRelay::Token("u".into()));
    assert_eq!(link.tell(Event::Token("u".into())), [Effect::Send(sent)]);
}

#[test]
fn a_bye_says_when_to_come_back() {
    let mut link = End::live();
    let bye = Bye {
        code: ErrorCode::RateLimited,
        retry_ms: 30_000,
    };
    link.hear(&ToPhone::Bye(bye));
    assert!(link.phone.retry_at().unwrap() >= START.plus_ms(30_000));
}

#[test]
fn a_pause_that_ends_before_the_relay_has_spoken_wakes_the_phone_once() {
    let mut link = End::live();
    link.outbox.ready = 1;
    link.hear(&ToPhone::Update(Update {
        verdicts: vec![CommitVerdict {
            doc: DocId([0; 16]),
            hash: CommitHash([0; 32]),
            verdict: Verdict::Retry(10_000),
        }],
        ..Update::default()
    }));
    link.tell(Event::Closed);
    assert_eq!(link.wait(), [Effect::Connect]);
    link.tell(Event::Opened);
    link.now = START.plus_ms(10_000);
    assert!(
        link.tell(Event::Tick).is_empty(),
        "the relay has not spoken"
    );
    assert!(link.phone.next_wakeup().unwrap() > link.now);
    link.hear(&ToPhone::Update(Update::default()));
    assert_eq!(link.tell(Event::Work).len(), 1);
}
