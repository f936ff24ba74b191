//! A phone comes new to a cooperative of a thousand members, each with a profile that everybody reads.

use std::time::Instant;

use besace_model::command::Command as Say;
use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::kinds::profile::{ProfileChanges, ProfileCommand, ProfileSet};

use crate::Setting;
use crate::coop::{Device, Founder, Pen, expense, fresh_folder};
use crate::handset::Handset;
use crate::process::{PACE_REAL, Relay};
use crate::report::{Budget, Report, Samples};

/// Phones that come new, one after the other.
const PHONES: usize = 3;
const YEAR: u16 = 2026;

pub(crate) async fn measure(setting: &Setting, report: &mut Report) {
    let people = setting.pick(1_000, 50);
    report.part(&format!(
        "a phone comes new to a cooperative of {people} members (the real replica)"
    ));
    let data = fresh_folder("newcomer");
    let (mut founder, crowd) = Founder::crowd(&data, people);
    for (number, device) in crowd.iter().enumerate() {
        let mut pen = Pen::new(founder.coop.id(), DocHead::profile(device.member), device);
        let commits = pen.write_all(device, profile(number), founder.now);
        founder.admit(&pen.head, &commits);
    }
    let own = crowd.iter().take(PHONES).map(|device| {
        let head = DocHead::activity(device.member, YEAR);
        let mut pen = Pen::new(founder.coop.id(), head, device);
        let year = (0..100).map(|number| expense(YEAR, number));
        let commits = pen.write_all(device, year, founder.now);
        founder.admit(&pen.head, &commits);
        (device, pen.id)
    });
    let own: Vec<(&Device, DocId)> = own.collect();
    let coop = founder.close();
    let relay = Relay::start(&setting.relay, &data, coop, PACE_REAL);
    let (mut usable, mut whole, mut wall, mut cpu) =
        <(Samples, Samples, Samples, Samples)>::default();
    for (device, activity) in own {
        let mut phone = Handset::new(coop, device);
        let (before, started) = (relay.process.cpu_s(), Instant::now());
        phone.connect(&relay, |phone| phone.has(activity)).await;
        usable.add(phone.payload.0 as f64 / 1024.0);
        phone.go_on(&relay, Handset::is_complete).await;
        whole.add(phone.payload.0 as f64 / 1024.0);
        wall.add(started.elapsed().as_secs_f64());
        cpu.add((relay.process.cpu_s() - before) * 1e3);
    }
    let name = |what: &str| format!("first contact among {people} members: {what}");
    let budget = Budget::Under(300.0);
    report.line(&name("until one's own documents"), usable, "KiB", budget);
    report.line(&name("in all"), whole, "KiB", Budget::None);
    report.line(&name("wall"), wall, "s", Budget::None);
    report.line(&name("server CPU"), cpu, "ms", Budget::None);
}

/// What somebody says of their work.
fn profile(number: usize) -> Vec<Say> {
    let tag = |set, tag: &str| ProfileCommand::SetProfileTag {
        set,
        tag: tag.to_owned(),
        present: true,
    };
    let changes = ProfileChanges {
        display_name: Some(format!("Personne {number}")),
        trade_name: Some(format!("Atelier numéro {number}")),
        offers: Some(format!(
            "Je répare, je transforme et je livre, du lundi au jeudi, dans un rayon de {} km.",
            number % 60
        )),
        needs: Some(format!(
            "Cherche un local à partager, {} m² suffisent.",
            number % 90
        )),
        looking_for_partners: Some(number.is_multiple_of(3)),
        ..ProfileChanges::default()
    };
    let commands = [
        ProfileCommand::EditProfile { changes },
        tag(ProfileSet::Languages, "français"),
        tag(ProfileSet::Trades, &format!("métier {}", number % 80)),
        tag(
            ProfileSet::Skills,
            &format!("savoir-faire {}", number % 200),
        ),
    ];
    commands.map(Say::Profile).into()
}
