//! The guide, what a member ticks of it, and how they are doing.

use super::*;
use crate::kinds::coaching_log::AskTopic;
use crate::kinds::guide::{
    GuideCommand, GuidePageChanges, GuidePageFields, GuidePart, SectorLineChanges,
    SectorLineFields, SectorPart, TopicPersonChanges, TopicPersonFields,
};
use crate::kinds::profile::Sector;
use crate::kinds::progress::ProgressCommand;
use crate::kinds::pulse::{BeatChanges, BeatFields, PulseCommand};

pub(in crate::kinds::tests) fn page() -> GuidePageFields {
    GuidePageFields {
        part: GuidePart::Step,
        title: "Signer le contrat".into(),
        body: "Gardez votre exemplaire.".into(),
        link: "https://cae.example".into(),
        rank: 10,
        opportunity: None,
    }
}

pub(in crate::kinds::tests) fn sector_line() -> SectorLineFields {
    SectorLineFields {
        sector: Sector::Building,
        part: SectorPart::Vat,
        title: "Rénovation".into(),
        body: "Sur attestation.".into(),
        link: String::new(),
        rate_bp: Some(1_000),
        rank: 10,
    }
}

pub(in crate::kinds::tests) fn topic_person() -> TopicPersonFields {
    TopicPersonFields {
        topic: AskTopic::Legal,
        person: Some(person(DIRECTOR)),
        about: "Contrats".into(),
    }
}

pub(in crate::kinds::tests) fn beat() -> BeatFields {
    BeatFields {
        day: "2026-03-05".into(),
        score: 2,
        text: "Fatigué.".into(),
    }
}

pub(super) fn guide() -> Vec<(u8, Command)> {
    let (page_id, line_id, person_id) = (ulid(74), ulid(75), ulid(76));
    [
        GuideCommand::AddGuidePage {
            id: page_id,
            page: page(),
        },
        GuideCommand::EditGuidePage {
            id: page_id,
            changes: GuidePageChanges {
                body: Some("Gardez bien votre exemplaire.".into()),
                rank: Some(20),
                opportunity: Some(Some(ulid(77))),
                ..GuidePageChanges::default()
            },
        },
        GuideCommand::AddSectorLine {
            id: line_id,
            line: sector_line(),
        },
        GuideCommand::EditSectorLine {
            id: line_id,
            changes: SectorLineChanges {
                rate_bp: Some(None),
                ..SectorLineChanges::default()
            },
        },
        GuideCommand::AddTopicPerson {
            id: person_id,
            person: topic_person(),
        },
        GuideCommand::EditTopicPerson {
            id: person_id,
            changes: TopicPersonChanges {
                person: Some(None),
                ..TopicPersonChanges::default()
            },
        },
    ]
    .map(|command| (DIRECTOR, Command::Guide(command)))
    .into()
}

pub(super) fn own() -> Vec<(u8, Command)> {
    let (step, id) = (ulid(74), ulid(77));
    let tick = |done| Command::Progress(ProgressCommand::TickGuide { id: step, done });
    let changes = BeatChanges {
        score: Some(3),
        text: Some("Fatigué, mais content.".into()),
        ..BeatChanges::default()
    };
    [
        tick(true),
        tick(false),
        Command::Progress(ProgressCommand::ReadGuidePage { id: step }),
        Command::Pulse(PulseCommand::AddBeat { id, beat: beat() }),
        Command::Pulse(PulseCommand::EditBeat { id, changes }),
        Command::Profile(ProfileCommand::EditProfile {
            changes: ProfileChanges {
                sector: Some(Some(Sector::Building)),
                ..ProfileChanges::default()
            },
        }),
        Command::Profile(ProfileCommand::EditProfile {
            changes: ProfileChanges {
                sector: Some(None),
                ..ProfileChanges::default()
            },
        }),
    ]
    .map(|command| (MEMBER, command))
    .into()
}
