//! One good command of every sort.

use super::*;
use crate::head::DocHead;

mod assemblies;
mod attendances;
mod coaching;
mod consultations;
mod fields;
mod groups;
mod guide;
mod ledgers;
mod opportunities;
mod partners;
mod posts;
mod removals;
mod services;
mod shared;
mod stories;
mod team;
mod year;

pub(crate) use assemblies::{ASSEMBLY, RESOLUTION, assembly, resolution};
pub(crate) use attendances::{PRESENT, VISITOR, mark, visitor};
pub(crate) use coaching::{CLOSED, too_late};
pub(crate) use consultations::{ASKED, OPTION, consultation, option, stance};
pub(super) use fields::{action, answer, event, expense, goal, lead, picture, session, slot, trip};
pub(crate) use groups::{GROUP, MANDATE, group, mandate};
pub(super) use guide::{beat, page, sector_line, topic_person};
pub(crate) use ledgers::{contract, obligation, statement};
pub(in crate::kinds::tests) use opportunities::{EXPERIMENT, opportunity};
pub(in crate::kinds::tests) use partners::{interaction, partner};
pub(crate) use posts::post;
use removals::removals;
pub(in crate::kinds::tests) use services::{YEAR, account, service_line};
use shared::shared;
pub(crate) use shared::{hand, sign};
pub(crate) use stories::{consent, request, shown, story};
pub(super) use team::{duty, task};
use year::{activity, outlook};

/// Every command with someone who may give it, in an order in which each finds what it needs.
pub(crate) fn every_command() -> Vec<(u8, Command)> {
    [
        activity(),
        outlook(),
        coaching::closed_session(),
        coaching::sessions(),
        coaching::coaching(),
        coaching::support(),
        shared(),
        posts::posts(),
        ledgers::ledgers(),
        partners::partners(),
        opportunities::opportunities(),
        groups::groups(),
        consultations::consultations(),
        assemblies::assemblies(),
        attendances::attendances(),
        team::board(),
        team::calendar(),
        services::services(),
        guide::guide(),
        guide::own(),
        stories::stories(),
        removals(),
    ]
    .concat()
}
