//! What one's sector has to see to: saying another swaps the checklist, its insurance and its rates.

use besace_client::kinds::guide::{GuideAnswer, GuideRequest, GuideView};
use besace_client::kinds::profile::{ProfileAnswer, ProfileRequest};
use besace_model::command::Command;
use besace_model::kinds::guide::{GuideCommand, SectorLineFields, SectorPart};
use besace_model::kinds::profile::{ProfileChanges, ProfileCommand, Sector};
use besace_model::kinds::progress::ProgressCommand;

use super::cast::{Coop, Someone, asked};

const SHEETS: [(Sector, SectorPart, &str, Option<i64>); 6] = [
    (
        Sector::Building,
        SectorPart::Obligation,
        "Vérifier l’échafaudage",
        None,
    ),
    (Sector::Building, SectorPart::Insurance, "Décennale", None),
    (Sector::Building, SectorPart::Vat, "Rénovation", Some(1_000)),
    (
        Sector::Digital,
        SectorPart::Obligation,
        "Tenir le registre des données",
        None,
    ),
    (
        Sector::Digital,
        SectorPart::Insurance,
        "Cyber-risques",
        None,
    ),
    (Sector::Digital, SectorPart::Vat, "Prestations", Some(2_000)),
];

/// A cooperative whose guide has the sheets of two sectors.
pub(super) fn with_sheets(name: &str) -> Coop {
    let mut coop = Coop::new(name);
    for (rank, (sector, part, title, rate_bp)) in (1..).zip(SHEETS) {
        let line = SectorLineFields {
            sector,
            part,
            title: title.into(),
            body: String::new(),
            link: String::new(),
            rate_bp,
            rank,
        };
        let id = coop.id();
        let add = GuideCommand::AddSectorLine { id, line };
        coop.does(coop.gael, Command::Guide(add));
    }
    coop.settle();
    coop
}

/// Somebody says which sector they work in.
pub(super) fn works_in(coop: &mut Coop, who: Someone, sector: Sector) {
    let changes = ProfileChanges {
        sector: Some(Some(sector)),
        ..ProfileChanges::default()
    };
    let edit = ProfileCommand::EditProfile { changes };
    coop.does(who, Command::Profile(edit));
}

pub(super) fn guide(coop: &mut Coop, who: Someone) -> GuideView {
    let search = String::new();
    asked!(coop, who, Guide: GuideRequest::Guide { search }, GuideAnswer::Guide(guide) => guide)
}

/// The lines of a sector's sheet in the guide, and whether each is ticked.
pub(super) fn sheet(guide: &GuideView, sector: Sector) -> Vec<(SectorPart, &str, bool)> {
    let lines = guide.lines.iter();
    let own = lines.filter(|line| line.fields.sector == sector);
    own.map(|line| {
        let fields = &line.fields;
        (
            fields.part,
            fields.title.as_str(),
            !line.ticked_at.is_empty(),
        )
    })
    .collect()
}

/// What stands in one's own sheet.
fn mine(coop: &mut Coop, who: Someone) -> Vec<(SectorPart, String, bool)> {
    let guide = guide(coop, who);
    let sector = guide.sector.expect("she said it");
    let lines = sheet(&guide, sector).into_iter();
    lines
        .map(|(part, title, ticked)| (part, title.to_owned(), ticked))
        .collect()
}

fn rates(coop: &mut Coop, who: Someone) -> Vec<i64> {
    let guide = guide(coop, who);
    let lines = guide
        .lines
        .iter()
        .filter(|line| Some(line.fields.sector) == guide.sector);
    lines.filter_map(|line| line.fields.rate_bp).collect()
}

pub(super) fn changing_ones_sector_swaps_the_checklist_its_insurance_and_vat_notes() {
    let mut coop = with_sheets("sector");
    let (anna, camille) = (coop.anna, coop.camille);
    works_in(&mut coop, anna, Sector::Building);
    use SectorPart::{Insurance, Obligation, Vat};
    let line = |part, title: &str, ticked| (part, title.to_owned(), ticked);
    let building = [
        line(Obligation, "Vérifier l’échafaudage", false),
        line(Insurance, "Décennale", false),
        line(Vat, "Rénovation", false),
    ];
    assert_eq!(mine(&mut coop, anna), building);
    assert_eq!(rates(&mut coop, anna), [1_000]);
    coop.settle();

    coop.offline(anna);
    let all = guide(&mut coop, anna).lines;
    let scaffold = all
        .iter()
        .find(|it| it.fields.title == "Vérifier l’échafaudage");
    let id = scaffold.expect("it is in the guide").info.id;
    let tick = ProgressCommand::TickGuide { id, done: true };
    coop.does(anna, Command::Progress(tick));
    works_in(&mut coop, anna, Sector::Digital);
    let digital = [
        line(Obligation, "Tenir le registre des données", false),
        line(Insurance, "Cyber-risques", false),
        line(Vat, "Prestations", false),
    ];
    assert_eq!(mine(&mut coop, anna), digital);
    assert_eq!(rates(&mut coop, anna), [2_000]);
    coop.online(anna);
    coop.settle();
    let member = Some(anna.id);
    let told = asked!(coop, camille, Profile: ProfileRequest::Profile { member },
        ProfileAnswer::Profile(profile) => profile.expect("hers").sector);
    assert_eq!(told, Some(Sector::Digital), "her coach is told");
    // Back again, what was ticked is.
    works_in(&mut coop, anna, Sector::Building);
    assert!(mine(&mut coop, anna)[0].2);
}
