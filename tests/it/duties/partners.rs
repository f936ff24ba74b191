//! Partners: a visit logged in a car park counts in the yearly report; everyone reads the card, and nothing else.

use besace_client::kinds::Wait;
use besace_client::kinds::ledger::{LedgerAnswer, LedgerRequest};
use besace_client::kinds::partner::{PartnerAnswer, PartnerRequest, PartnerWait, PartnerYear};
use besace_client::kinds::partner_card::{PartnerCardAnswer, PartnerCardRequest, PartnerCardRow};
use besace_client::view::today::{Pressing, WaitingItem};
use besace_client::view::{View, ViewRequest, Window};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::ledger::PathStage;
use besace_model::kinds::partner::{
    PartnerAct, PartnerAgreementFields, PartnerChanges, PartnerCommand, PartnerContactFields,
    PartnerFields, PartnerInteractionChanges, PartnerInteractionFields, PartnerKind,
};
use besace_server::coop::Decision;
use besace_tests::world::World;
use besace_tests::{empty_folder, people};

use super::cast::on;
use super::papers::reaches;

/// Words that only the team reads.
const SECRET: &str = "mot-de-l-equipe";

struct Story {
    world: World,
    partner: Ulid,
    camille: MemberId,
    anna: MemberId,
    at_camille: usize,
    at_anna: usize,
    at_director: usize,
}

fn partner(camille: MemberId) -> PartnerFields {
    PartnerFields {
        name: "Mission locale".into(),
        kind: PartnerKind::Prescriber,
        territory: "Vallée".into(),
        brings: "Des jeunes qui ont un projet.".into(),
        ask: Some(camille),
        presented: false,
    }
}

fn visit(date: &str, minutes: i64) -> PartnerInteractionFields {
    PartnerInteractionFields {
        date: date.into(),
        minutes,
        act: PartnerAct::Visit,
        note: SECRET.into(),
        next_step: "Envoyer le calendrier".into(),
        due: "2026-06-10".into(),
        done_at: String::new(),
    }
}

impl Story {
    fn new(name: &str) -> Self {
        let mut world = World::new(1, empty_folder(&format!("partners-{name}")));
        let camille = world.member("Camille", &[Role::Coach]);
        let anna = world.member("Anna", &[Role::Entrepreneur]);
        let director = world.member("Dominique", &[Role::Director]);
        let at_camille = world.phone(camille);
        let (at_anna, at_director) = (world.phone(anna), world.phone(director));
        world.pass(5_000);
        let partner_id = people::ulid(&mut world.chance, world.now);
        let mut story = Self {
            world,
            partner: partner_id,
            camille,
            anna,
            at_camille,
            at_anna,
            at_director,
        };
        let (id, partner) = (partner_id, partner(camille));
        story.does(PartnerCommand::AddPartner { id, partner });
        story.world.settle();
        story
    }

    fn does(&mut self, command: PartnerCommand) {
        self.world.act(self.at_camille, Command::Partner(command));
    }

    fn new_id(&mut self) -> Ulid {
        people::ulid(&mut self.world.chance, self.world.now)
    }

    fn visits(&mut self, date: &str, minutes: i64) -> Ulid {
        let (partner, id) = (self.partner, self.new_id());
        let interaction = visit(date, minutes);
        self.does(PartnerCommand::AddPartnerInteraction {
            partner,
            id,
            interaction,
        });
        id
    }

    fn agrees(&mut self, end: &str) {
        let (partner, id) = (self.partner, self.new_id());
        let agreement = PartnerAgreementFields {
            title: format!("Convention {SECRET}"),
            start: "2025-07-01".into(),
            end: end.into(),
            amount_cents: 400_000,
            deliverables: SECRET.into(),
        };
        self.does(PartnerCommand::AddPartnerAgreement {
            partner,
            id,
            agreement,
        });
    }

    fn shows(&mut self, presented: bool) {
        let id = self.partner;
        let changes = PartnerChanges {
            presented: Some(presented),
            ..PartnerChanges::default()
        };
        self.does(PartnerCommand::EditPartner { id, changes });
        self.world.settle();
    }

    fn ask(&mut self, phone: usize, day: &str, request: PartnerRequest) -> PartnerAnswer {
        match self.world.phones[phone].view(on(day), &ViewRequest::Partner(request)) {
            Some(View::Partner(answer)) => answer,
            other => panic!("not of partners: {other:?}"),
        }
    }

    fn year(&mut self, phone: usize) -> PartnerYear {
        match self.ask(
            phone,
            "2026-06-01",
            PartnerRequest::PartnerYear { year: 2026 },
        ) {
            PartnerAnswer::PartnerYear(year) => *year,
            other => panic!("not a year: {other:?}"),
        }
    }

    fn cards(&mut self, phone: usize) -> Vec<PartnerCardRow> {
        let request = PartnerCardRequest::PartnerCards {
            search: String::new(),
            kind: None,
            window: Window {
                offset: 0,
                limit: 50,
            },
        };
        let request = ViewRequest::PartnerCard(request);
        match self.world.phones[phone].view(on("2026-06-01"), &request) {
            Some(View::PartnerCard(PartnerCardAnswer::PartnerCards(page))) => page.rows,
            other => panic!("not cards: {other:?}"),
        }
    }

    /// What of partners waits on a phone.
    fn waits(&mut self, phone: usize, day: &str) -> Vec<WaitingItem> {
        let request = ViewRequest::Whole(WholeRequest::Today);
        match self.world.phones[phone].view(on(day), &request) {
            Some(View::Whole(WholeAnswer::Today(today))) => {
                let waiting = today.waiting.into_iter();
                waiting
                    .filter(|item| matches!(item.why, Wait::Partner { .. }))
                    .collect()
            }
            other => panic!("not today: {other:?}"),
        }
    }
}

pub(super) fn a_visit_logged_without_signal_counts_in_the_yearly_report_of_all() {
    let mut story = Story::new("visit");
    story.world.signal(story.at_camille, false);
    story.visits("2026-05-12", 45);
    story.visits("2026-05-20", 30);
    story.visits("2025-12-31", 60);
    assert_eq!(story.year(story.at_camille).total.acts, 2, "at once");
    assert_eq!(story.year(story.at_director).total.acts, 0);
    story.world.signal(story.at_camille, true);
    story.agrees("2026-06-30");
    story.world.settle();
    let year = story.year(story.at_director);
    let total = &year.total;
    assert_eq!((total.partners, total.acts, total.minutes), (1, 2, 75));
    assert_eq!((total.agreements, total.amount_cents), (1, 400_000));
    assert_eq!(year.territories.len(), 1);
    assert_eq!(year.territories[0].territory, "Vallée");
    assert_eq!(year.territories[0].figures, *total);
    assert_eq!(year.kinds[0].kind, PartnerKind::Prescriber);
    assert_eq!(year.months[4], 2);
    assert_eq!(year.acts[0].act, PartnerAct::Visit);
}

pub(super) fn partners_are_listed_by_territory_and_a_year_is_one_sheet() {
    let mut story = Story::new("territory");
    let camille = story.camille;
    for (name, territory) in [("Région", "Littoral"), ("Chambre", "Vallée")] {
        let id = story.new_id();
        let partner = PartnerFields {
            name: name.into(),
            territory: territory.into(),
            ..partner(camille)
        };
        story.does(PartnerCommand::AddPartner { id, partner });
    }
    story.visits("2026-05-12", 45);
    story.world.settle();
    let director = story.at_director;
    let day = "2026-06-01";
    let territories = story.ask(director, day, PartnerRequest::PartnerTerritories);
    let both = ["Littoral", "Vallée"].map(str::to_owned).to_vec();
    assert_eq!(territories, PartnerAnswer::PartnerTerritories(both));
    for (territory, names) in [
        ("", &["Chambre", "Mission locale", "Région"][..]),
        ("Vallée", &["Chambre", "Mission locale"]),
        ("Littoral", &["Région"]),
    ] {
        let request = PartnerRequest::Partners {
            search: String::new(),
            kind: None,
            territory: territory.into(),
            window: Window {
                offset: 0,
                limit: 50,
            },
        };
        let rows = match story.ask(director, day, request) {
            PartnerAnswer::Partners(page) => page.rows,
            other => panic!("not a list: {other:?}"),
        };
        let told: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(told, names, "{territory}");
    }
    let year = story.year(director);
    assert_eq!((year.listed, year.total.partners), (3, 1));
}

pub(super) fn each_entry_names_who_sent_the_member() {
    let mut story = Story::new("prescriber");
    let (partner, at_director) = (story.partner, story.at_director);
    let (anna, ben) = (story.anna, story.world.member("Ben", &[Role::Entrepreneur]));
    let chloe = story.world.member("Chloé", &[Role::Entrepreneur]);
    story.world.settle();
    for (member, stage, on, prescriber) in [
        (anna, PathStage::Diagnosis, "2025-12-01", None),
        (anna, PathStage::Cape, "2026-01-05", Some(partner)),
        (anna, PathStage::Cesa, "2026-03-01", None),
        (ben, PathStage::Cape, "2026-02-02", None),
        (chloe, PathStage::Cape, "2025-02-03", Some(partner)),
    ] {
        let id = story.new_id();
        let reach = reaches(member, id, (stage, on), prescriber);
        story.world.act(at_director, reach);
    }
    story.world.settle();
    let entries = story
        .year(at_director)
        .entries
        .expect("direction reads them");
    let told: Vec<(Option<Ulid>, &str, u32)> = entries
        .iter()
        .map(|line| (line.partner, line.name.as_str(), line.entries))
        .collect();
    assert_eq!(told, [(None, "", 1), (Some(partner), "Mission locale", 1)]);
    assert_eq!(
        story.year(story.at_camille).entries,
        None,
        "a coach reads their own"
    );
    // Beside the stage, for those who may read of the partner.
    let request = || {
        let member = Some(anna);
        ViewRequest::Ledger(LedgerRequest::Ledger { member })
    };
    for (phone, name) in [(at_director, "Mission locale"), (story.at_anna, "")] {
        let path = match story.world.phones[phone].view(on("2026-06-01"), &request()) {
            Some(View::Ledger(LedgerAnswer::Ledger(frame))) => frame.path,
            other => panic!("not a frame: {other:?}"),
        };
        let cape = path.iter().find(|row| row.fields.stage == PathStage::Cape);
        assert_eq!(cape.expect("her entry").prescriber_name, name);
    }
}

pub(super) fn a_member_with_a_mandate_logs_a_visit_offline_at_that_partner_and_no_other() {
    let mut story = Story::new("mandate");
    let (anna, at_anna) = (story.anna, story.at_anna);
    let other = story.new_id();
    let partner = partner(story.camille);
    story.does(PartnerCommand::AddPartner { id: other, partner });
    let mandate = |story: &mut Story, given: bool| {
        story.world.decide(&Decision::SetFacilitator {
            event: story.partner,
            member: anna,
            facilitates: given,
        });
        story.world.settle();
    };
    let sheet = |story: &mut Story, phone: usize, id: Ulid| {
        let request = PartnerRequest::Partner { id };
        match story.ask(phone, "2026-06-01", request) {
            PartnerAnswer::Partner(sheet) => sheet,
            other => panic!("not a partner: {other:?}"),
        }
    };
    let id = story.partner;
    assert_eq!(sheet(&mut story, at_anna, id), None);
    mandate(&mut story, true);
    let hers = sheet(&mut story, at_anna, id).expect("she has a mandate");
    let named: Vec<_> = hers.mandated.iter().map(|it| it.name.as_str()).collect();
    assert_eq!((named, hers.may_be_mandated.len()), (vec!["Anna"], 0));
    let at_director = story.at_director;
    let his = sheet(&mut story, at_director, id).expect("he reads all");
    assert_eq!(his.may_be_mandated.len(), 1, "whoever is not of the team");
    assert_eq!(sheet(&mut story, at_anna, other), None, "that one alone");

    story.world.signal(at_anna, false);
    let logs = PartnerCommand::AddPartnerInteraction {
        partner: id,
        id: story.new_id(),
        interaction: PartnerInteractionFields {
            note: "Vu sur place".into(),
            ..visit("2026-05-12", 45)
        },
    };
    story.world.act(at_anna, Command::Partner(logs));
    story.world.signal(at_anna, true);
    story.world.settle();
    assert_eq!(story.year(at_director).total.acts, 1);

    mandate(&mut story, false);
    assert_eq!(sheet(&mut story, at_anna, id), None);
    let held = story.world.phones[at_anna].disk().iter();
    for ((store, _), value) in held {
        let text = String::from_utf8_lossy(value);
        assert!(!text.contains(SECRET), "{store}");
    }
    assert_eq!(story.year(at_director).total.acts, 1, "what she did stays");
}

#[test]
fn an_entrepreneur_holds_no_partner_and_of_a_card_what_is_shown_while_it_is() {
    let mut story = Story::new("card");
    let (partner, id) = (story.partner, story.new_id());
    let contact = PartnerContactFields {
        name: format!("Soazig {SECRET}"),
        role: String::new(),
        phone: SECRET.into(),
        email: String::new(),
    };
    story.does(PartnerCommand::AddPartnerContact {
        partner,
        id,
        contact,
    });
    story.visits("2026-05-12", 45);
    story.agrees("2026-06-30");
    story.world.settle();
    assert_eq!(story.cards(story.at_anna), []);
    for presented in [true, false, true] {
        story.shows(presented);
        let cards = story.cards(story.at_anna);
        assert_eq!(cards.len(), usize::from(presented));
        if let Some(card) = cards.first() {
            assert_eq!(card.name, "Mission locale");
            assert_eq!(
                (card.ask, card.ask_name.as_str()),
                (Some(story.camille), "Camille")
            );
        }
        let held = story.world.phones[story.at_anna].disk().iter();
        for ((store, _), value) in held {
            let text = String::from_utf8_lossy(value);
            assert!(!text.contains(SECRET), "{store}");
        }
    }
    let request = PartnerRequest::Partner { id: story.partner };
    let sheet = story.ask(story.at_anna, "2026-06-01", request);
    assert_eq!(sheet, PartnerAnswer::Partner(None));
}

pub(super) fn a_next_step_waits_for_who_said_it_until_it_is_done() {
    let mut story = Story::new("step");
    let id = story.visits("2026-05-12", 45);
    story.world.settle();
    assert_eq!(
        story.waits(story.at_camille, "2026-05-20"),
        [],
        "in three weeks"
    );
    for (day, pressing) in [
        ("2026-06-05", Pressing::Soon),
        ("2026-06-11", Pressing::Late),
    ] {
        let waits = story.waits(story.at_camille, day);
        assert_eq!(waits.len(), 1, "{day}");
        let word = PartnerWait::NextStep;
        assert_eq!(waits[0].why, Wait::Partner { word });
        assert_eq!(
            (waits[0].pressing, waits[0].label.as_str()),
            (pressing, "Envoyer le calendrier")
        );
        assert_eq!(story.waits(story.at_director, day), [], "it is Camille’s");
    }
    let partner = story.partner;
    let changes = PartnerInteractionChanges {
        done_at: Some("2026-06-04".into()),
        ..PartnerInteractionChanges::default()
    };
    story.does(PartnerCommand::EditPartnerInteraction {
        partner,
        id,
        changes,
    });
    assert_eq!(story.waits(story.at_camille, "2026-06-11"), []);
}

pub(super) fn an_agreement_that_ends_within_sixty_days_is_listed_and_waits_for_who_is_to_be_asked()
{
    let mut story = Story::new("agreement");
    story.agrees("2026-06-30");
    story.agrees("");
    story.world.settle();
    for (day, days) in [
        ("2026-04-30", None),
        ("2026-05-01", Some(60)),
        ("2026-06-30", Some(0)),
        ("2026-07-01", None),
    ] {
        let listed = match story.ask(story.at_director, day, PartnerRequest::PartnerAgreements) {
            PartnerAnswer::PartnerAgreements(listed) => listed,
            other => panic!("not agreements: {other:?}"),
        };
        let found: Vec<u32> = listed.iter().map(|one| one.days).collect();
        assert_eq!(found, Vec::from_iter(days), "{day}");
        let waits = story.waits(story.at_camille, day);
        assert_eq!(waits.len(), found.len(), "{day}");
        assert_eq!(story.waits(story.at_director, day), [], "{day}");
    }
}
