//! What the relay writes in the documents of its own.

use super::{EVENTS, NOW};
use crate::access::Role;
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::kind::{Kind, Record};
use crate::kinds::asked::{Asked, AskedOfOne};
use crate::kinds::attendance::{Presence, TakesPart};
use crate::kinds::attended::{Attended, AttendedSlot};
use crate::kinds::coaching_log::{AskTopic, SessionMode, SessionStatus, SessionType, Urgency};
use crate::kinds::contact_shown::ContactShown;
use crate::kinds::directory::Directory;
use crate::kinds::figures::Figures;
use crate::kinds::guests::{Guest, Guests};
use crate::kinds::indicators::{Indicators, MonthFigures};
use crate::kinds::membership::{Membership, Memberships};
use crate::kinds::news::News;
use crate::kinds::partner::PartnerKind;
use crate::kinds::partner_card::PartnerCard;
use crate::kinds::places::Places;
use crate::kinds::register::{Register, Registered};
use crate::kinds::rides::{Ride, Rides};
use crate::kinds::roster::{Roster, Seat, Seats};
use crate::kinds::rsvp::AnswerStatus;
use crate::kinds::story::StoryKind;
use crate::kinds::tally::{Tally, Voice};
use crate::kinds::tests::samples::ASKED;
use crate::kinds::tests::{person, ulid};
use crate::kinds::waitlist::Waitlist;
use crate::sorted::{SortedMap, SortedSet};

/// Documents that the relay alone writes, one of each kind.
pub(in crate::admission::tests) fn relays_own() -> [DocHead; 16] {
    let event = ulid(EVENTS[0]);
    [
        DocHead::directory(),
        DocHead::roster(event),
        DocHead::register(person(1)),
        DocHead::asked(person(1)),
        DocHead::attended(person(1)),
        DocHead::contact_shown(person(1)),
        DocHead::membership(),
        DocHead::guests(event),
        DocHead::rides(event),
        DocHead::waitlist(event),
        DocHead::places(person(1)),
        DocHead::partner_card(ulid(80)),
        DocHead::tally(ulid(ASKED)),
        DocHead::news(event),
        DocHead::indicators(2026),
        DocHead::figures(2026),
    ]
}

/// What the relay writes in a document of its own, each time something more.
pub(in crate::admission::tests) fn said_by_the_relay(kind: Kind, step: i64) -> Record {
    match kind {
        Kind::Directory => Record::Directory(directory(step as u8)),
        Kind::Roster => Record::Roster(Roster {
            seats: seats(step),
            waiting: (step..step * 2).collect(),
            tentative: step,
            declined: step * 2,
        }),
        Kind::Register => Record::Register(Register {
            sessions: (1..=step as u8).map(|n| (ulid(n), registered())).collect(),
        }),
        Kind::Asked => Record::Asked(Asked {
            asks: (1..=step as u8).map(|n| (ulid(n), asked(n))).collect(),
        }),
        Kind::Attended => Record::Attended(Attended {
            slots: (1..=step as u8).map(|n| (ulid(n), attended())).collect(),
        }),
        Kind::ContactShown => Record::ContactShown(ContactShown {
            phone: format!("06 00 00 00 0{step}"),
            email: String::new(),
        }),
        Kind::Membership => Record::Membership(Memberships {
            members: (1..=step as u8)
                .map(|n| (person(n), Membership::default()))
                .collect(),
        }),
        Kind::Guests => Record::Guests(Guests {
            guests: SortedMap::from([(person(step as u8), guest())]),
        }),
        Kind::Rides => Record::Rides(Rides {
            rides: SortedMap::from([(
                person(step as u8),
                Ride {
                    seats: step,
                    from: "Gare".to_owned(),
                },
            )]),
        }),
        Kind::Waitlist => Record::Waitlist(Waitlist {
            places: seats(step),
        }),
        Kind::Places => Record::Places(Places {
            ranks: (1..=step as u8).map(|n| (ulid(n), step)).collect(),
        }),
        Kind::PartnerCard => Record::PartnerCard(PartnerCard {
            name: "Mairie".to_owned(),
            kind: PartnerKind::Institution,
            territory: "Vannes".to_owned(),
            brings: "Une salle. ".repeat(step as usize),
            ask: Some(person(step as u8)),
        }),
        Kind::Tally => Record::Tally(Tally {
            voices: step,
            counts: SortedMap::from([("consent".to_owned(), step)]),
            said: (1..=step as u8)
                .map(|n| (person(n), Voice::default()))
                .collect(),
            ..Tally::default()
        }),
        Kind::Indicators => Record::Indicators(Indicators {
            months: SortedMap::from([(
                "2026-03".to_owned(),
                MonthFigures {
                    sessions: step,
                    ..MonthFigures::default()
                },
            )]),
            parts: SortedMap::from([(
                "2026-03".to_owned(),
                SortedMap::from([("branch:Vallée".to_owned(), step)]),
            )]),
        }),
        Kind::Figures => Record::Figures(Figures {
            told: SortedMap::from([("posts".to_owned(), step)]),
        }),
        Kind::News => Record::News(News {
            title: format!("Portrait {step}"),
            kind: StoryKind::Testimony,
            date: "2026-03-05".to_owned(),
            body: "Elle tourne le bois. ".repeat(step as usize),
            people: (1..=step as u8).map(person).collect(),
        }),
        other => panic!("people write {other:?}"),
    }
}

fn seats(step: i64) -> Seats {
    let seat = |rank| Seat {
        rank,
        at: NOW.rfc3339(),
    };
    (1..=step).map(|n| (person(n as u8), seat(n))).collect()
}

fn guest() -> Guest {
    Guest {
        status: AnswerStatus::Accepted,
        comment: "Un mot".to_owned(),
        diet: "Sans gluten".to_owned(),
        carpool_seats: 2,
        carpool_from: "Gare".to_owned(),
        responded_at: NOW.rfc3339(),
        score: Some(4),
        words: "Très utile".to_owned(),
    }
}

fn attended() -> AttendedSlot {
    AttendedSlot {
        event: Some(ulid(EVENTS[0])),
        start: NOW.rfc3339(),
        end: NOW.rfc3339(),
        presence: Presence::Present,
        part: TakesPart::Participant,
        signed: true,
        marked_by: Some(person(2)),
        marked_at: NOW.rfc3339(),
    }
}

fn asked(by: u8) -> AskedOfOne {
    AskedOfOne {
        member: person(by),
        text: "Un impayé, que faire ?".to_owned(),
        urgency: Urgency::High,
        topic: Some(AskTopic::Legal),
        at: NOW.rfc3339(),
    }
}

fn registered() -> Registered {
    Registered {
        starts_at: NOW.rfc3339(),
        minutes: 60,
        mode: SessionMode::Office,
        session_type: SessionType::Statutory,
        statutory: true,
        status: SessionStatus::Done,
        member_present: Some(true),
        signed_by: SortedSet::from([person(1), person(2)]),
        contested: false,
        amends: None,
        counts: true,
        annulled: false,
    }
}

fn directory(step: u8) -> Directory {
    let entry = |number: u8| crate::kinds::directory::DirectoryMember {
        name: format!("Personne {number}"),
        roles: SortedSet::from([Role::Entrepreneur]),
        coaches: SortedSet::from([MemberId(ulid(2))]),
        branch: String::new(),
        stage: None,
        associate: false,
        active: true,
        facilitates: SortedSet::new(),
        stand_ins: SortedMap::new(),
    };
    Directory {
        coop_name: "Les Abeilles".into(),
        members: (1..=step).map(|n| (person(n), entry(n))).collect(),
    }
}
