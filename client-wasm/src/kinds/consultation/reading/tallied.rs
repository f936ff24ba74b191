//! What became of a consultation.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::consultation::{Answer, Method};
use besace_model::kinds::stance::Position;
use besace_model::kinds::tally::{Tally, Voice};
use besace_model::words;

use super::Found;
use crate::kinds::consultation::{CountRow, TallyView, VoiceRow};
use crate::views::ViewReader;

impl ViewReader<'_> {
    pub(super) fn tally(&self, found: &Found<'_>) -> Option<TallyView> {
        let tally: &Tally = self.doc(&DocHead::tally(found.id))?;
        let mut voiced: Vec<VoiceRow> = tally
            .said
            .iter()
            .map(|(member, voice)| VoiceRow {
                member: *member,
                name: self.name(*member),
                chosen: chosen(found, voice),
                position: voice.position,
                reason: voice.reason.clone(),
                by_name: voice.by.map(|by| self.name(by)).unwrap_or_default(),
            })
            .collect();
        voiced.sort_by_cached_key(|row| (words::order(&row.name), row.member));
        Some(TallyView {
            closed: tally.closed,
            asked: tally.asked,
            voices: tally.voices,
            proxies: tally.proxies,
            late: tally.late,
            quorate: tally.quorate,
            few: tally.few,
            counts: counts(found, tally),
            voiced,
        })
    }
}

/// What was offered, with how many chose it.
fn counts(found: &Found<'_>, tally: &Tally) -> Vec<CountRow> {
    let count = |key: &str| tally.counts.get(key).copied().unwrap_or(0);
    let row = |key: String, label: &str, day: &str| CountRow {
        count: count(&key),
        label: label.to_owned(),
        day: day.to_owned(),
        key,
    };
    if tally.counts.is_empty() {
        return Vec::new();
    }
    if found.question.method == Method::Consent {
        let all = Position::WORDS.iter();
        return all.map(|word| row((*word).to_owned(), "", "")).collect();
    }
    let mut options: Vec<(Ulid, &Answer)> = found.said.standing_options().collect();
    options.sort_by(|(a, x), (b, y)| (&x.day, a).cmp(&(&y.day, b)));
    let offered = options.iter().map(|(id, it)| row(id.to_string(), &it.label, &it.day));
    let others = tally.counts.keys().filter(|key| key.parse::<Ulid>().is_err());
    offered.chain(others.map(|key| row(key.clone(), "", ""))).collect()
}

fn chosen(found: &Found<'_>, voice: &Voice) -> Vec<String> {
    let all = voice.option.iter().chain(&voice.days);
    all.filter_map(|id| Some(found.said.options.get(id)?.label.clone())).collect()
}
