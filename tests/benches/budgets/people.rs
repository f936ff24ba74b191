//! Many people: what one more costs, and the first contacts of a day. In this process, on a file: a relay does the same
//! on its writer's thread.

use std::time::Instant;

use besace_model::access::Role;
use besace_model::ids::DeviceId;
use besace_model::time::DAY_MS;

use crate::Setting;
use crate::coop::{Founder, fresh_folder};
use crate::report::{Budget, Report, Samples, ms};

/// Members measured around a place.
const AROUND: usize = 5;

pub(crate) fn measure(setting: &Setting, report: &mut Report) {
    report.part("Many people");
    let (many, few) = setting.pick((2_000, 500), (200, 50));
    let mut founder = Founder::new(&fresh_folder("people"));
    founder.member(&[Role::Director]);
    let (mut tenth, mut last) = (Samples::default(), Samples::default());
    let mut members = Vec::new();
    for number in 2..=many + AROUND {
        let started = Instant::now();
        members.push(founder.member(&[Role::Entrepreneur]));
        let spent = ms(started.elapsed());
        if number.abs_diff(10) <= AROUND {
            tenth.add(spent);
        } else if number.abs_diff(many) <= AROUND {
            last.add(spent);
        }
    }
    let ratio = last.p50() / tenth.p50();
    report.line("adding the tenth member", tenth, "ms", Budget::None);
    let name = format!("adding member {many}");
    report.line(&name, last, "ms", Budget::Under(3.0));
    report.line("… over the tenth", ratio, "×", Budget::Under(2.0));

    let devices: Vec<DeviceId> = members
        .into_iter()
        .take(many)
        .map(|member| founder.device(member).device)
        .collect();
    let (mut all, mut some) = (Samples::default(), Samples::default());
    for _ in 0..5 {
        some.add(first_contacts(&mut founder, &devices[..few]));
        all.add(first_contacts(&mut founder, &devices));
    }
    let ratio = all.p50() / some.p50();
    let name = format!("{few} first contacts of a day, written");
    report.line(&name, some, "ms", Budget::None);
    let name = format!("{many} first contacts of a day, written");
    report.line(&name, all, "ms", Budget::None);
    report.line("… over those", ratio, "×", Budget::Under(5.0));
}

/// A new day begins, and devices come.
fn first_contacts(founder: &mut Founder, devices: &[DeviceId]) -> f64 {
    founder.now = founder.now.plus_ms(DAY_MS);
    let glance = founder.coop.glance();
    let started = Instant::now();
    let told = devices.iter().filter(|it| glance.see(founder.now, **it));
    assert_eq!(told.count(), 1, "the writer is told once");
    founder.coop.write_seen().expect("the file can be written");
    ms(started.elapsed())
}
