//! Trips, between homes and towns.

use besace_model::command::Command;
use besace_model::kinds::activity::{ActivityCommand, TripFields, Vehicle};

use super::MONTH_DAYS;
use super::expenses::written;
use crate::demo::dice::{Dice, date, instant, working_day};
use crate::demo::people::Business;
use crate::demo::plan::Plan;

pub(super) fn trip(plan: &mut Plan, dice: &mut Dice, by: usize, business: &Business, first: i64) {
    let day = working_day(first + dice.between(0, MONTH_DAYS - 1));
    let (to, metres) = dice.pick(&TOWNS[business.branch]);
    let (day_written, hour, minute) = written(dice, day);
    let at = instant(day_written, hour, minute);
    let vehicle = match dice.between(1, 10) {
        1 => Vehicle::Bicycle,
        2 | 3 => Vehicle::ElectricCar,
        _ => Vehicle::Car,
    };
    let trip = TripFields {
        date: date(day),
        from: HOMES[business.branch].to_owned(),
        to: to.to_owned(),
        metres: metres + dice.between(-400, 900),
        vehicle,
        purpose: dice.pick(business.sector.trips).to_owned(),
    };
    plan.add(
        at,
        by,
        Command::Activity(ActivityCommand::AddTrip {
            id: dice.ulid(at),
            trip,
        }),
    );
}

/// Where members of each branch set out from.
const HOMES: [&str; 3] = ["Quimper", "Pleyben", "Douarnenez"];

/// Where they go, and how far it is.
const TOWNS: [[(&str, i64); 5]; 3] = [
    [
        ("Concarneau", 24_300),
        ("Briec", 16_100),
        ("Ergué-Gabéric", 7_200),
        ("Brest", 71_500),
        ("Rosporden", 22_800),
    ],
    [
        ("Châteaulin", 10_900),
        ("Carhaix", 40_200),
        ("Quimper", 33_700),
        ("Brasparts", 11_600),
        ("Châteauneuf-du-Faou", 15_300),
    ],
    [
        ("Audierne", 23_100),
        ("Pont-l’Abbé", 31_400),
        ("Quimper", 23_600),
        ("Le Guilvinec", 38_900),
        ("Locronan", 10_400),
    ],
];
