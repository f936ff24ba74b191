//! What figures are made of: members by branch and sector, asks by topic, opportunities by source.

use serde_json::Value;

use super::super::{Documents, OWNER};
use super::people::last_day;
use super::{Figures, entries, following, is_in, median, month, steps, waits, word};

pub(super) fn count(figures: &mut Figures, all: &Documents, today: &str) {
    let of = |kind: &str| all.get(kind).into_iter().flatten();
    for ledger in of("ledger") {
        let owner = word(ledger, OWNER);
        let profile = of("profile").find(|it| word(it, OWNER) == owner);
        let profile = profile.map(|it| &it["profile"]);
        let listed = of("directory").find_map(|it| it["members"].get(owner));
        let said = |of: Option<&Value>, field| {
            let said = of.map(|it| word(it, field).trim().to_owned());
            said.filter(|said| !said.is_empty())
        };
        let branch = said(profile, "branch").or(said(listed, "branch"));
        let sector = said(profile, "sector").unwrap_or_default();
        let steps = steps(ledger);
        let Some(first) = steps.first() else { continue };
        let mut now = month(first.0);
        while *now <= today[..7] {
            let end = last_day(&now);
            let stage = steps.iter().rev().find(|step| step.0 <= end.as_str());
            if stage.is_some_and(|step| is_in(step.2)) {
                let branch = branch.clone().unwrap_or_default();
                figures.add(&now, &format!("branch:{branch}"), 1);
                figures.add(&now, &format!("sector:{sector}"), 1);
            }
            now = following(&now);
        }
    }
    for (_, ask) in of("coaching_log").flat_map(|log| entries(log, "asks")) {
        if !word(ask, "topic").is_empty() {
            let part = format!("asks:{}", word(ask, "topic"));
            figures.add(word(ask, "created_at"), &part, 1);
        }
    }
    let mut topics: Vec<&str> = of("coaching_log")
        .flat_map(|log| entries(log, "asks"))
        .map(|(_, ask)| word(ask, "topic"))
        .filter(|topic| !topic.is_empty())
        .collect();
    topics.sort_unstable();
    topics.dedup();
    for topic in topics {
        let part = format!("answer_minutes:{topic}");
        for (month, minutes) in waits(of("coaching_log"), |ask| word(ask, "topic") == topic) {
            figures.add(&month, &part, median(minutes));
        }
    }
    for (_, one) in of("opportunity").flat_map(|doc| entries(doc, "opportunities")) {
        let part = format!("opportunities:{}", word(one, "source"));
        figures.add(word(one, "created_at"), &part, 1);
    }
}
