//! A phone comes new.

use std::time::Instant;

use super::{CHANGES, Owner};
use crate::Setting;
use crate::handset::Handset;
use crate::process::Relay;
use crate::report::{Budget, Report, Samples, ms};

/// Figure 3.
pub(super) async fn download(
    setting: &Setting,
    report: &mut Report,
    relay: &mut Relay,
    owner: &Owner,
) {
    let records = owner.records;
    report.part(&format!(
        "a new phone downloads {records} records of {CHANGES} changes (the real replica)"
    ));
    let name = |what: &str| format!("download {records}: {what}");
    for restarted in [false, true] {
        let (mut wall, mut own, mut cpu) = Default::default();
        let (mut bytes, mut ratio) = (0, Samples::default());
        let times = setting.pick(3, 1);
        for _ in 0..times {
            if restarted {
                relay.restart();
            }
            let mut phone = Handset::new(relay.coop, &owner.phone);
            let (before, started) = (relay.process.cpu_s(), Instant::now());
            phone.connect(relay, Handset::is_complete).await;
            let elapsed = started.elapsed();
            Samples::add(&mut cpu, relay.process.cpu_s() - before);
            bytes = phone.payload.0;
            // Its memory is given back first, so that both ask the system for as much.
            let frames = std::mem::take(&mut phone.received);
            drop(phone);
            let mut again = Handset::new(relay.coop, &owner.phone);
            let alone = again.replay(&frames).await;
            Samples::add(&mut wall, ms(elapsed));
            Samples::add(&mut own, ms(alone));
            ratio.add(elapsed.as_secs_f64() / alone.as_secs_f64());
        }
        let when = if restarted {
            ", relay just restarted"
        } else {
            ""
        };
        let share = records as f64 / 1_000.0;
        report.line(
            &name(&format!("server CPU{when}")),
            cpu,
            "s",
            Budget::Under(0.1 * share),
        );
        report.line(&name(&format!("wall{when}")), wall, "ms", Budget::None);
        report.line(
            &name(&format!("the client's own part{when}")),
            own,
            "ms",
            Budget::None,
        );
        report.line(
            &name(&format!("wall / own part{when}")),
            ratio,
            "x",
            Budget::Under(1.2),
        );
        if !restarted {
            report.line(&name("bytes"), bytes as f64, "bytes", Budget::None);
        }
    }
}
