//! All that notices say, in both languages. No name, no title, no amount, no text of anybody: whoever sees the screen of a
//! locked phone, or reads the mail on its way, learns that something waits.

pub mod page;

use besace_model::kind::Concern;

use crate::store::channels::Lang;

/// A mail: its subject and its text.
#[derive(Debug)]
pub(super) struct Letter {
    pub(super) subject: String,
    pub(super) body: String,
}

/// What a device is told.
pub(super) fn body(concern: Concern, lang: Lang) -> &'static str {
    match (concern, lang) {
        (Concern::Coaching, Lang::Fr) => "Du nouveau dans l’accompagnement vous attend.",
        (Concern::Coaching, Lang::En) => "Something new in coaching is waiting for you.",
        (Concern::Accounts, Lang::Fr) => "Du nouveau dans vos comptes vous attend.",
        (Concern::Accounts, Lang::En) => "Something new in your accounts is waiting for you.",
        (Concern::Events, Lang::Fr) => "Un événement auquel vous venez a changé.",
        (Concern::Events, Lang::En) => "An event you are coming to has changed.",
        (Concern::Votes, Lang::Fr) => "Une consultation ou une assemblée s’ouvre.",
        (Concern::Votes, Lang::En) => "A consultation or an assembly is opening.",
    }
}

fn called(concern: Concern, lang: Lang) -> &'static str {
    match (concern, lang) {
        (Concern::Coaching, Lang::Fr) => "Accompagnement",
        (Concern::Coaching, Lang::En) => "Coaching",
        (Concern::Accounts, Lang::Fr) => "Comptes",
        (Concern::Accounts, Lang::En) => "Accounts",
        (Concern::Events, Lang::Fr) => "Événements",
        (Concern::Events, Lang::En) => "Events",
        (Concern::Votes, Lang::Fr) => "Consultations et assemblées",
        (Concern::Votes, Lang::En) => "Consultations and assemblies",
    }
}

/// What asks somebody to confirm that mail may come to their address.
pub(super) fn asking(lang: Lang, coop: &str, link: &str) -> Letter {
    match lang {
        Lang::Fr => Letter {
            subject: "Besace : confirmez votre adresse".to_owned(),
            body: format!(
                "Bonjour,\n\nquelqu’un de la coopérative « {coop} » souhaite recevoir ici, une fois par semaine au plus, ce \
                 qui l’attend dans Besace.\n\nSi c’est vous, confirmez sur cette page, dans les sept jours :\n{link}\n\nSinon, \
                 ne faites rien : rien d’autre ne vous sera envoyé.\n"
            ),
        },
        Lang::En => Letter {
            subject: "Besace: confirm your address".to_owned(),
            body: format!(
                "Hello,\n\nsomebody of the cooperative “{coop}” would like to be told here, once a week at most, what is \
                 waiting for them in Besace.\n\nIf that is you, confirm on this page within seven days:\n{link}\n\nIf not, do \
                 nothing: nothing else will be sent to you.\n"
            ),
        },
    }
}

/// The digest of a week.
pub(super) fn digest(
    lang: Lang,
    coop: &str,
    counts: &[(Concern, u32)],
    (home, link): (&str, &str),
) -> Letter {
    let lines: String = counts
        .iter()
        .map(|(concern, count)| match lang {
            Lang::Fr => format!("- {} : {count}\n", called(*concern, lang)),
            Lang::En => format!("- {}: {count}\n", called(*concern, lang)),
        })
        .collect();
    match lang {
        Lang::Fr => Letter {
            subject: "Besace : ce qui vous attend".to_owned(),
            body: format!(
                "Bonjour,\n\ndepuis votre dernière visite, il y a du nouveau pour vous à la coopérative « {coop} » :\n\n{lines}\n\
                 À lire dans l’application : {home}/\n\nNe plus recevoir ce courriel :\n{link}\n"
            ),
        },
        Lang::En => Letter {
            subject: "Besace: what is waiting for you".to_owned(),
            body: format!(
                "Hello,\n\nsince you were last here, there is something new for you at the cooperative “{coop}”:\n\n{lines}\n\
                 Read it in the app: {home}/\n\nNo more such mails:\n{link}\n"
            ),
        },
    }
}
