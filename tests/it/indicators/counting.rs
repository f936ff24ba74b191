//! Counting by hand.

use std::collections::{BTreeMap, BTreeSet};

use besace_model::time::Timestamp;
use serde_json::Value;

use super::{Documents, KEY};

mod attendance;
mod open_asks;
mod parts;
mod people;

/// Figures by month and name; what is 0 is not there.
#[derive(Debug, Default)]
pub(crate) struct Figures(BTreeMap<(String, String), i64>);

impl Figures {
    pub(super) fn set(&mut self, month: &str, figure: &str, number: i64) {
        if number != 0 {
            self.0.insert((month.to_owned(), figure.to_owned()), number);
        }
    }

    fn add(&mut self, when: &str, figure: &str, number: i64) {
        let month = month(when);
        *self.0.entry((month, figure.to_owned())).or_default() += number;
    }

    /// Those of years, by how their months begin; what is 0 is not there.
    pub(super) fn of(&self, years: &[String]) -> BTreeMap<(String, String), i64> {
        let is_of = |month: &str| years.iter().any(|year| month.starts_with(year.as_str()));
        let all = self.0.iter();
        // The files say nothing of parts.
        all.filter(|((month, figure), number)| {
            is_of(month) && **number != 0 && !figure.contains(':')
        })
        .map(|(at, number)| (at.clone(), *number))
        .collect()
    }

    /// Where these say something else than others, with both numbers.
    pub(crate) fn differences(&self, told: &Self) -> Vec<(String, String, i64, i64)> {
        let all: BTreeSet<_> = self.0.keys().chain(told.0.keys()).collect();
        let number = |of: &Self, key| of.0.get(key).copied().unwrap_or(0);
        all.into_iter()
            .map(|key| (key, number(self, key), number(told, key)))
            .filter(|(_, counted, told)| counted != told)
            .map(|((month, figure), counted, told)| (month.clone(), figure.clone(), counted, told))
            .collect()
    }
}

/// The month of a day, of a month, or of an instant in France.
fn month(when: &str) -> String {
    let day = Timestamp::parse_rfc3339(when).map(Timestamp::local_date);
    let day = day.as_deref().unwrap_or(when);
    day[..7].to_owned()
}

fn word<'a>(of: &'a Value, field: &str) -> &'a str {
    of[field].as_str().unwrap_or("")
}

fn number(of: &Value, field: &str) -> i64 {
    of[field].as_i64().unwrap_or(0)
}

/// The entries of a map that were not removed.
fn entries<'a>(doc: &'a Value, map: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    let all = doc[map].as_object().into_iter().flatten();
    all.filter(|(_, entry)| word(entry, "removed_at").is_empty())
}

/// Counts what the documents say, up to a day: what stands at a month's end stands in each that has begun.
pub(crate) fn counted(all: &Documents, today: &str) -> Figures {
    let mut figures = Figures::default();
    let of = |kind: &str| all.get(kind).into_iter().flatten();
    of("register").for_each(|doc| sessions(&mut figures, doc));
    asks(&mut figures, of("coaching_log"));
    open_asks::count(&mut figures, of("coaching_log"), today);
    of("ledger").for_each(|doc| accounts(&mut figures, doc));
    of("ledger").for_each(|doc| path(&mut figures, doc, today));
    of("activity").for_each(|doc| receipts(&mut figures, doc));
    people::unseen(&mut figures, all, today);
    of("group").for_each(|doc| mandates(&mut figures, doc, today));
    turnout(&mut figures, all);
    parts::count(&mut figures, all, today);
    of("event").for_each(|doc| event(&mut figures, doc));
    for doc in of("roster") {
        for (_, seat) in entries(doc, "seats").filter(|(_, seat)| word(seat, "status") == "seated")
        {
            figures.add(word(seat, "at"), "seats_taken", 1);
        }
    }
    of("attendance").for_each(|doc| attendance::count(&mut figures, doc));
    of("post").for_each(|doc| board(&mut figures, doc));
    of("partner").for_each(|doc| partner(&mut figures, doc));
    of("opportunity").for_each(|doc| opportunity(&mut figures, doc));
    figures
}

fn sessions(figures: &mut Figures, register: &Value) {
    let mut seen = BTreeSet::new();
    for (_, session) in entries(register, "sessions") {
        let start = word(session, "starts_at");
        if session["counts"] == true {
            figures.add(start, "interviews_signed", 1);
        }
        let is_held = word(session, "status") == "done" && word(session, "amends").is_empty();
        if is_held && session["annulled"] != true {
            figures.add(start, "sessions", 1);
            figures.add(start, "session_minutes", number(session, "minutes"));
            seen.insert(month(start));
        }
    }
    for month in seen {
        figures.add(&month, "members_seen", 1);
    }
}

fn asks<'a>(figures: &mut Figures, logs: impl Iterator<Item = &'a Value> + Clone) {
    for (_, ask) in logs.clone().flat_map(|log| entries(log, "asks")) {
        figures.add(word(ask, "created_at"), "asks", 1);
        let answered = word(ask, "answered_at");
        if !answered.is_empty() {
            figures.add(answered, "asks_answered", 1);
        }
    }
    for (month, minutes) in waits(logs, |_| true) {
        figures.add(&month, "answer_minutes", median(minutes));
    }
}

/// How long asks waited for their answers, in minutes, by the month of the answer.
fn waits<'a>(
    logs: impl Iterator<Item = &'a Value>,
    counts: impl Fn(&Value) -> bool,
) -> BTreeMap<String, Vec<i64>> {
    let mut waits: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for (_, ask) in logs.flat_map(|log| entries(log, "asks")) {
        let (asked, answered) = (word(ask, "created_at"), word(ask, "answered_at"));
        if answered.is_empty() || !counts(ask) {
            continue;
        }
        let at = |when| Timestamp::parse_rfc3339(when).expect("an instant").0;
        let waited = (at(answered) - at(asked)) / 60_000;
        waits.entry(month(answered)).or_default().push(waited);
    }
    waits
}

fn median(mut minutes: Vec<i64>) -> i64 {
    minutes.sort_unstable();
    let (low, high) = ((minutes.len() - 1) / 2, minutes.len() / 2);
    i64::midpoint(minutes[low], minutes[high])
}

fn accounts(figures: &mut Figures, ledger: &Value) {
    for (month, said) in entries(ledger, "statements") {
        let cents = |field: &str| number(said, &format!("{field}_cents"));
        let margin = cents("turnover") - cents("purchases") - cents("expenses");
        let treasury = cents("cash") - cents("charges") - cents("suppliers") - cents("salaries");
        figures.add(month, "statements", 1);
        figures.add(month, "turnover_cents", cents("turnover"));
        figures.add(month, "margin_cents", margin);
        figures.add(month, "contribution_cents", cents("contribution"));
        figures.add(
            month,
            "result_cents",
            margin - cents("contribution") - cents("payroll"),
        );
        figures.add(month, "treasury_cents", treasury);
        figures.add(month, "treasuries_below_zero", i64::from(treasury < 0));
    }
    for (_, decision) in entries(ledger, "decisions") {
        let at = word(decision, "at");
        match word(decision, "status") {
            "valid" | "paid" => figures.add(at, "lines_accepted", 1),
            "invalid" => figures.add(at, "lines_refused", 1),
            _ => {}
        }
    }
}

/// Expenses handed in whose member says that the cooperative does not have the receipt.
fn receipts(figures: &mut Figures, activity: &Value) {
    for (_, expense) in entries(activity, "expenses") {
        let is_out = ["missing", "kept"].contains(&word(expense, "receipt"));
        if is_out && !word(expense, "submitted_at").is_empty() {
            figures.add(word(expense, "date"), "receipts_missing", 1);
        }
    }
}

/// Whether somebody at that stage is a member.
fn is_in(stage: &str) -> bool {
    ["cape", "cesa", "cdi_es", "associate"].contains(&stage)
}

/// The steps of a path in their order: day, identifier, stage.
fn steps(ledger: &Value) -> Vec<(&str, &str, &str)> {
    let mut steps: Vec<(&str, &str, &str)> = entries(ledger, "path")
        .map(|(id, step)| (word(step, "on"), id.as_str(), word(step, "stage")))
        .collect();
    steps.sort_unstable();
    steps
}

/// Who came, went on and left, and who was there at the end of each month.
fn path(figures: &mut Figures, ledger: &Value, today: &str) {
    let steps = steps(ledger);
    let Some(came) = steps.iter().find(|(.., stage)| is_in(stage)) else {
        return;
    };
    figures.add(came.0, "entries", 1);
    for (before, after) in steps.iter().zip(&steps[1..]) {
        if after.2 == "exited" && is_in(before.2) {
            figures.add(after.0, "exits", 1);
        }
        if before.2 == "cape" && ["cesa", "cdi_es"].contains(&after.2) {
            figures.add(after.0, "cape_to_employed", 1);
        }
    }
    let mut now = month(came.0);
    let mut age = 0;
    while *now <= today[..7] {
        // Every day of the month is at most its 31st.
        let end = format!("{now}-31");
        let stage = steps.iter().rev().find(|step| step.0 <= end.as_str());
        let stage = stage.map_or("", |step| step.2);
        match stage {
            "cape" => figures.add(&now, "members_cape", 1),
            "cesa" | "cdi_es" => figures.add(&now, "members_employed", 1),
            "associate" => figures.add(&now, "members_associate", 1),
            _ => {}
        }
        // Two a year to each who is employed.
        if is_in(stage) && stage != "cape" {
            figures.add(&now, "interviews_due", 2);
        }
        if age == 36 {
            figures.add(&now, "cohort_36", 1);
            figures.add(&now, "retained_36", i64::from(is_in(stage)));
            figures.add(&now, "associates_36", i64::from(stage == "associate"));
        }
        age += 1;
        now = following(&now);
    }
}

fn following(month: &str) -> String {
    let (year, of_year) = month.split_once('-').expect("a month");
    let (year, of_year): (u16, u8) = (year.parse().expect("a year"), of_year.parse().expect("one"));
    match of_year {
        12 => format!("{:04}-01", year + 1),
        _ => format!("{year:04}-{:02}", of_year + 1),
    }
}

fn mandates(figures: &mut Figures, group: &Value, today: &str) {
    for (_, mandate) in entries(group, "mandates") {
        let made = day(word(mandate, "created_at"));
        let starts = Some(word(mandate, "starts")).filter(|day| !day.is_empty());
        let mut now = month(starts.unwrap_or(&made));
        while *now <= today[..7] {
            let end = people::last_day(&now);
            let is_over = |until: &str| !until.is_empty() && until < end.as_str();
            if is_over(word(mandate, "ends")) {
                break;
            }
            figures.add(&now, "mandates", 1);
            let candidates = mandate["candidates"].as_object().into_iter().flatten();
            let holds = candidates.map(|(_, it)| it).any(|it| {
                let (from, until) = (word(it, "given_at"), word(it, "withdrawn_at"));
                !from.is_empty() && day(from) <= end && (until.is_empty() || day(until) > end)
            });
            figures.add(&now, "mandates_held", i64::from(holds));
            now = following(&now);
        }
    }
}

/// Of each consultation that was counted, in the month in which it closed.
fn turnout(figures: &mut Figures, all: &Documents) {
    for tally in all.get("tally").into_iter().flatten() {
        let (id, said) = (word(tally, KEY), &tally["tally"]);
        if said["closed"] != true || said["few"] == true {
            continue;
        }
        let consultations = all.get("consultation").into_iter().flatten();
        let asked = consultations.filter(|it| it["consultations"].get(id).is_some());
        for consultation in asked.filter(|it| word(&it["course"], "status") != "called_off") {
            let closes = word(&consultation["consultations"][id], "closes");
            figures.add(closes, "voices_asked", number(said, "asked"));
            figures.add(closes, "voices", number(said, "voices"));
        }
    }
}

/// The day of an instant in France, or of a day.
fn day(when: &str) -> String {
    let day = Timestamp::parse_rfc3339(when).map(Timestamp::local_date);
    day.unwrap_or_else(|| when.to_owned())
}

fn event(figures: &mut Figures, doc: &Value) {
    let event = &doc["event"];
    if word(event, "status") != "confirmed" || !word(event, "removed_at").is_empty() {
        return;
    }
    if let Some(start) = entries(doc, "slots")
        .map(|(_, slot)| word(slot, "start"))
        .min()
    {
        figures.add(start, "events", 1);
        figures.add(start, "event_seats", number(event, "capacity"));
    }
}

fn board(figures: &mut Figures, doc: &Value) {
    for (_, post) in entries(doc, "posts") {
        let at = word(post, "created_at");
        figures.add(at, "posts", 1);
        if word(post, "topic") == "need" {
            figures.add(at, "needs", 1);
            figures.add(
                at,
                "needs_met",
                i64::from(word(post, "status") == "matched"),
            );
        }
    }
    for (_, reply) in entries(doc, "replies") {
        figures.add(word(reply, "at"), "replies", 1);
    }
}

fn partner(figures: &mut Figures, doc: &Value) {
    for (_, act) in entries(doc, "interactions") {
        figures.add(word(act, "date"), "partner_acts", 1);
        figures.add(word(act, "date"), "partner_minutes", number(act, "minutes"));
    }
    for (_, agreement) in entries(doc, "agreements") {
        figures.add(word(agreement, "start"), "agreements", 1);
        let cents = number(agreement, "amount_cents");
        figures.add(word(agreement, "start"), "agreement_cents", cents);
    }
}

fn opportunity(figures: &mut Figures, doc: &Value) {
    for (_, one) in entries(doc, "opportunities") {
        figures.add(word(one, "created_at"), "opportunities", 1);
        let decision = &doc["decision"];
        match word(decision, "status") {
            "go" => figures.add(word(decision, "at"), "opportunities_go", 1),
            "no_go" => figures.add(word(decision, "at"), "opportunities_no_go", 1),
            _ => {}
        }
        let experiment = &doc["experiment"];
        if word(experiment, "status") == "adopted" && !word(experiment, "end").is_empty() {
            figures.add(word(experiment, "end"), "experiments_adopted", 1);
        }
    }
}
