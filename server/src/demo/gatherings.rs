//! The events of the demonstration.

mod places;

use besace_model::kinds::event::EventKind::{
    self, Assembly, InfoMeeting, Meetup, PartnerEvent, Training, Workshop,
};

pub(super) use places::PLACES;

/// What an event repeats from: kind, title, description, hours it lasts, seats (0: no limit).
pub(super) type Gathering = (EventKind, &'static str, &'static str, i64, i64);

/// Every kind of gathering of the year, in the order they come round.
pub(super) const GATHERINGS: [Gathering; 21] = [
    (
        InfoMeeting,
        "Réunion d’information collective",
        "Pour qui veut tester une activité : le parcours, le CAPE, la contribution, vos questions. Amenez votre idée, même floue.",
        2,
        18,
    ),
    (
        Workshop,
        "Atelier chiffrage : du temps passé au prix",
        "On part d’un vrai devis de chacun. Prix de revient, marge, contribution, temps caché. Calculatrice conseillée.",
        3,
        12,
    ),
    (
        Meetup,
        "Café des entrepreneurs",
        "Une heure pour se croiser, sans ordre du jour. Le premier arrivé lance le café.",
        1,
        0,
    ),
    (
        Training,
        "Formation : lire sa trésorerie",
        "Les six lignes de la trésorerie, les délais, le lissage. Chacun repart avec sa prévision à trois mois.",
        4,
        10,
    ),
    (
        Meetup,
        "Déjeuner du groupe local",
        "Chacun apporte un plat. Sujet du mois : répondre à plusieurs à un même client.",
        2,
        0,
    ),
    (
        Workshop,
        "Échange de pratiques : oser annoncer son prix",
        "Jeux de rôle à trois, retours bienveillants, rien ne sort de la pièce.",
        2,
        10,
    ),
    (
        PartnerEvent,
        "Visite de la pépinière avec la communauté de communes",
        "Présentation des locaux disponibles et des aides à l’installation.",
        2,
        20,
    ),
    (
        Workshop,
        "Atelier photo : montrer son travail avec un téléphone",
        "Lumière, cadrage, légende. Venez avec un objet ou une réalisation.",
        3,
        8,
    ),
    (
        InfoMeeting,
        "Permanence création d’activité",
        "Rendez-vous de trente minutes, sans inscription, à la médiathèque.",
        3,
        0,
    ),
    (
        Meetup,
        "Soirée sociétariat : pourquoi devenir associé·e ?",
        "Trois associé·es racontent. Parts, droits, devoirs, et le pot qui va avec.",
        2,
        30,
    ),
    (
        Training,
        "Formation : sauveteur secouriste du travail",
        "Deux demi-journées, présence complète nécessaire pour l’attestation.",
        7,
        10,
    ),
    (
        Workshop,
        "Atelier réponse à un appel d’offres",
        "Lecture d’un règlement de consultation, mémoire technique, groupement d’entrepreneurs.",
        3,
        12,
    ),
    (
        Meetup,
        "Marche des indépendants",
        "Six kilomètres sur le sentier côtier, deux par deux, une question à se poser.",
        2,
        0,
    ),
    (
        PartnerEvent,
        "Petit-déjeuner avec les prescripteurs du territoire",
        "Mission locale, France Travail, BGE : qui oriente vers nous, et comment mieux travailler ensemble.",
        2,
        24,
    ),
    (
        Workshop,
        "Atelier conditions générales de vente",
        "Acompte, délai, annulation, pénalités : écrire une page claire.",
        2,
        12,
    ),
    (
        Training,
        "Formation : prendre la parole en trois minutes",
        "Se présenter, présenter son offre, répondre à la question qui fâche.",
        6,
        8,
    ),
    (
        Workshop,
        "Atelier frais et kilomètres : tout saisir sur le terrain",
        "Prise en main de Besace, même sans réseau. Apportez vos justificatifs en retard !",
        1,
        15,
    ),
    (
        Meetup,
        "Accueil des nouveaux entrants",
        "Visite, rencontre de l’équipe, parrains et marraines, les sept principes coopératifs en sept anecdotes.",
        2,
        16,
    ),
    (
        PartnerEvent,
        "Stand commun au forum de l’économie sociale",
        "Deux créneaux à tenir par binôme. On partage le café et les contacts.",
        5,
        8,
    ),
    (
        Workshop,
        "Laboratoire : une idée, six regards",
        "Une personne apporte une idée de service, cinq autres la bousculent avec tact.",
        2,
        8,
    ),
    (
        Assembly,
        "Assemblée générale annuelle",
        "Rapport d’activité, comptes de l’exercice, affectation du résultat, élections au conseil. Émargement dès 17 h 30.",
        3,
        0,
    ),
];

/// What people write beside their answer.
pub(super) const COMMENTS: [&str; 8] = [
    "J’arriverai avec dix minutes de retard.",
    "Je peux apporter un vidéoprojecteur.",
    "Première fois pour moi, merci de m’attendre à l’entrée !",
    "Chantier ce jour-là, je confirme la veille.",
    "Je viens avec Léa si elle est disponible.",
    "Possible de suivre à distance ?",
    "J’ai un cas concret à proposer.",
    "Je dois partir à 11 h 30.",
];
