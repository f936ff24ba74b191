//! A partner is read by the team and by who has a mandate for it, and so it is in a file of before.

use besace_model::access::{Readers, Role};
use besace_model::command::Command as Say;
use besace_model::ids::Ulid;
use besace_model::kind::Kind;
use besace_model::kinds::partner::{PartnerCommand, PartnerFields, PartnerKind};
use besace_model::wire::Verdict;

use super::super::world::*;
use super::{audiences, everybody, reopen};
use crate::coop::Decision;
use crate::store::StorePlace;

/// The schema in which the team's audience had all partners.
const BEFORE: u32 = 18;

const COACH: u8 = 2;
const ANNE: u8 = 4;
const BELA: u8 = 5;

/// A name with every digit and letter in it that a name has.
const MAIRIE: Ulid = Ulid([
    0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0xfe, 0xdc, 0xba, 0x98, 0x76, 0x54, 0x32, 0x10,
]);
const ECOLE: Ulid = Ulid([0xff; 16]);

fn partner(id: Ulid, name: &str) -> Say {
    Say::Partner(PartnerCommand::AddPartner {
        id,
        partner: PartnerFields {
            name: name.into(),
            kind: PartnerKind::Institution,
            territory: String::new(),
            brings: String::new(),
            ask: None,
            presented: false,
        },
    })
}

fn mandate(partner: Ulid, n: u8, given: bool) -> Decision {
    Decision::SetFacilitator {
        event: partner,
        member: member(n),
        facilitates: given,
    }
}

fn holds(world: &World, n: u8) -> Vec<String> {
    let mut phone = Phone::reader(n);
    world.sync(&mut phone, 1 << 16);
    let partners = phone.heads.values();
    let partners = partners.filter(|head| head.kind == Kind::Partner);
    partners.map(|head| head.key.clone()).collect()
}

/// Brings a file back to what the program before would have written.
fn age(world: &World) {
    let conn = world.coop.store.conn();
    conn.execute_batch(
        "UPDATE doc SET audience = (SELECT id FROM audience WHERE tag = 4) WHERE kind = 30;
         UPDATE log SET audience = (SELECT id FROM audience WHERE tag = 4)
             WHERE doc IN (SELECT id FROM doc WHERE kind = 30);
         DELETE FROM reader WHERE audience IN (SELECT id FROM audience WHERE tag = 6);
         DELETE FROM audience WHERE tag = 6;",
    )
    .unwrap();
    crate::store::take_back(conn, BEFORE).unwrap();
}

#[test]
fn who_has_a_mandate_for_a_partner_writes_there_and_reads_no_other() {
    let mut world = World::new();
    everybody(&mut world);
    let mut coach = Phone::reader(COACH);
    world.sync(&mut coach, 1 << 16);
    world.say(&mut coach, &partner(MAIRIE, "Mairie"));
    world.say(&mut coach, &partner(ECOLE, "École"));
    assert!(holds(&world, ANNE).is_empty());
    world.decide(mandate(MAIRIE, ANNE, true));
    assert_eq!(holds(&world, ANNE), [MAIRIE.to_string()]);
    let mut anne = Phone::reader(ANNE);
    world.sync(&mut anne, 1 << 16);
    let changes = besace_model::kinds::partner::PartnerChanges {
        brings: Some("Une salle".into()),
        ..Default::default()
    };
    let edit = Say::Partner(PartnerCommand::EditPartner {
        id: MAIRIE,
        changes,
    });
    let verdict = world.say(&mut anne, &edit);
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    world.decide(mandate(MAIRIE, ANNE, false));
    assert!(holds(&world, ANNE).is_empty());
    assert_eq!(holds(&world, COACH).len(), 2);
}

#[test]
fn a_file_of_before_gives_each_partner_readers_of_its_own() {
    let folder = std::env::temp_dir().join(format!("besace-mandated-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = StorePlace::File(folder.join("coop.db"));
    let mut world = World::at(place.clone());
    everybody(&mut world);
    let mut coach = Phone::reader(COACH);
    world.sync(&mut coach, 1 << 16);
    world.say(&mut coach, &partner(MAIRIE, "Mairie"));
    world.say(&mut coach, &partner(ECOLE, "École"));
    age(&world);
    let mut world = reopen(world, place);
    let all = audiences(&world);
    for partner in [MAIRIE, ECOLE] {
        assert!(all.contains(&Readers::Guests.about(partner)), "{partner}");
    }
    assert_eq!(holds(&world, COACH).len(), 2);
    assert!(holds(&world, ANNE).is_empty() && holds(&world, BELA).is_empty());
    // A phone that had them goes on from where it was.
    world.sync(&mut coach, 1 << 16);
    assert_eq!(
        coach
            .heads
            .values()
            .filter(|it| it.kind == Kind::Partner)
            .count(),
        2
    );
    world.decide(mandate(ECOLE, BELA, true));
    assert_eq!(holds(&world, BELA), [ECOLE.to_string()]);
    // What it invites with was not said before.
    world.secrets = 100;
    let mut late = world.join(6, &[Role::Comms]);
    world.sync(&mut late, 1 << 16);
    assert_eq!(
        holds(&world, 6).len(),
        2,
        "who joins the team later reads them"
    );
    drop(world);
    std::fs::remove_dir_all(folder).unwrap();
}
