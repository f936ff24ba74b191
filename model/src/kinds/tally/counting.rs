//! Counting: pure, of all that was given, in whatever order.

use super::Tally;
use super::record::{Asked, Heard, Part, VOICES_MIN, Voice};
use crate::ids::MemberId;
use crate::kinds::consultation::{Electorate, Method};
use crate::kinds::stance::Stance;
use crate::limits::WHOLE_BP;
use crate::sorted::{SortedMap, SortedSet};
use crate::time::Timestamp;

/// What an advice counts as.
const ADVICE: &str = "advice";
/// Characters of a reason that a tally holds.
const REASON_CHARS_MAX: usize = 2_000;

/// Counts by what the relay had until `upto`; and when to count again. What was counted once the consultation was closed
/// stays (`before`), whoever joins or leaves later.
pub(super) fn count(
    given: Vec<Part>,
    upto: Timestamp,
    before: Option<&Tally>,
) -> (Tally, Option<Timestamp>) {
    let asked = given.iter().find_map(|part| part.asked.clone());
    let closes = asked
        .as_ref()
        .and_then(|it| Timestamp::parse_rfc3339(&it.closes));
    let (Some(asked), Some(closes)) = (asked, closes) else {
        return (Tally::default(), None);
    };
    let electorate = electorate(&given, asked.electorate);
    let heard = given.iter().filter_map(|part| part.heard.as_ref());
    let heard: Vec<&Heard> = heard.filter(|it| electorate.contains(&it.member)).collect();
    let late = heard.iter().filter(|it| is_late(it, closes)).count() as i64;
    if let Some(before) = before {
        return (
            Tally {
                late,
                ..before.clone()
            },
            None,
        );
    }
    let closed = upto > closes;
    let counted = counted(&asked, &electorate, &heard, closes);
    let mut tally = Tally {
        closed,
        asked: electorate.len() as i64,
        late,
        ..Tally::default()
    };
    let again = (!closed).then_some(closes.plus_ms(1));
    let voices = counted.len() as i64;
    if asked.secret && (!closed || voices < VOICES_MIN) {
        tally.few = closed;
        return (tally, again);
    }
    tally.voices = voices;
    tally.proxies = counted
        .iter()
        .filter(|(_, voice)| voice.by.is_some())
        .count() as i64;
    tally.quorate = voices * WHOLE_BP >= asked.quorum_bp * tally.asked && voices > 0;
    for voice in counted.values() {
        for key in keys(asked.method, voice) {
            *tally.counts.get_or_insert_with(key, || 0) += 1;
        }
    }
    if !asked.secret {
        tally.said = counted;
    }
    (tally, again)
}

/// Those who may answer.
fn electorate(given: &[Part], whom: Electorate) -> SortedSet<MemberId> {
    let members: SortedSet<MemberId> = given
        .iter()
        .flat_map(|part| part.members.iter().copied())
        .collect();
    let chosen: SortedSet<MemberId> = match whom {
        Electorate::Nobody => return SortedSet::new(),
        Electorate::Everyone => return members,
        Electorate::Associates => given
            .iter()
            .flat_map(|part| part.associates.iter().copied())
            .collect(),
        Electorate::Group { group } => {
            let all = given.iter().filter_map(|part| part.groups.get(&group));
            all.flatten().copied().collect()
        }
    };
    chosen
        .iter()
        .copied()
        .filter(|member| members.contains(member))
        .collect()
}

/// What a stance was when the consultation closed, as far as the relay knew then.
fn at_close(heard: &Heard, closes: Timestamp) -> Option<&Stance> {
    let says = Timestamp::parse_rfc3339(&heard.now.closes);
    let stance = match heard.is_after {
        _ if says != Some(closes) => None,
        false => Some(&heard.now),
        true => heard.then.as_ref(),
    };
    stance.filter(|stance| stance.stands())
}

/// Whether somebody answered, or answered otherwise, after that.
fn is_late(heard: &Heard, closes: Timestamp) -> bool {
    heard.is_after
        && heard.is_known
        && heard.now.stands()
        && at_close(heard, closes) != Some(&heard.now)
}

/// What counts of what was answered: one voice for each who answered, and one for each who let somebody answer that did,
/// for no more than the consultation says.
fn counted(
    asked: &Asked,
    electorate: &SortedSet<MemberId>,
    heard: &[&Heard],
    closes: Timestamp,
) -> SortedMap<MemberId, Voice> {
    let stances: SortedMap<MemberId, &Stance> = heard
        .iter()
        .filter_map(|it| Some((it.member, at_close(it, closes)?)))
        .collect();
    let own = stances.iter().filter(|(_, stance)| answers(asked, stance));
    let own: SortedMap<MemberId, Voice> = own
        .map(|(member, stance)| (*member, voice(asked, stance)))
        .collect();
    let mut borne: SortedMap<MemberId, i64> = SortedMap::new();
    let mut all = own.clone();
    for (giver, stance) in &stances {
        let Some(holder) = stance.proxy.filter(|holder| electorate.contains(holder)) else {
            continue;
        };
        let Some(voice) = own.get(&holder) else {
            continue;
        };
        let bears = borne.get_or_insert_with(holder, || 0);
        if *bears < asked.proxies {
            *bears += 1;
            let voice = Voice {
                by: Some(holder),
                reason: String::new(),
                ..voice.clone()
            };
            all.insert(*giver, voice);
        }
    }
    all
}

/// Whether a stance answers what is asked.
fn answers(asked: &Asked, stance: &Stance) -> bool {
    if stance.proxy.is_some() {
        return false;
    }
    let offered = stance
        .option
        .is_some_and(|option| asked.options.contains(&option));
    match asked.method {
        Method::Consent => stance.position.is_some(),
        Method::Poll => offered,
        Method::Advice => offered || !stance.reason.is_empty(),
        Method::DatePoll => stance.days.iter().any(|day| asked.options.contains(day)),
    }
}

fn voice(asked: &Asked, stance: &Stance) -> Voice {
    let is_offered = |id: &crate::ids::Ulid| asked.options.contains(id);
    let consents = asked.method == Method::Consent;
    let days = stance.days.iter().copied().filter(is_offered);
    Voice {
        option: stance.option.filter(is_offered).filter(|_| !consents),
        position: stance.position.filter(|_| consents),
        days: days.filter(|_| asked.method == Method::DatePoll).collect(),
        reason: stance.reason.chars().take(REASON_CHARS_MAX).collect(),
        by: None,
    }
}

/// What a voice is counted under.
fn keys(method: Method, voice: &Voice) -> Vec<String> {
    match method {
        Method::DatePoll => voice.days.iter().map(ToString::to_string).collect(),
        Method::Consent => voice
            .position
            .iter()
            .map(|it| it.as_str().to_owned())
            .collect(),
        Method::Poll | Method::Advice => vec![
            voice
                .option
                .map_or_else(|| ADVICE.to_owned(), |option| option.to_string()),
        ],
    }
}
