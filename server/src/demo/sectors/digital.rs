//! Digital trades.

use besace_model::kinds::activity::ExpenseCategory::{Rent, Software, Supplies, Training};

use besace_model::kinds::profile::Sector as Word;

use super::Sector;

pub(super) const SECTOR: Sector = Sector {
    word: Word::Digital,
    members: 9,
    trades: &[
        "Développement web",
        "Design d’interfaces",
        "Médiation numérique",
        "Données et cartographie",
    ],
    signs: &[
        "Pixel & Granit",
        "L’Octet vert",
        "Marée numérique",
        "Code en commun",
    ],
    offers: &[
        "Sites sobres et accessibles pour associations et commerces.",
        "Ateliers de médiation numérique, en mairie et en bibliothèque.",
        "Cartes et tableaux de bord à partir de données ouvertes.",
    ],
    skills: &[
        "accessibilité web",
        "Svelte",
        "cartographie",
        "logiciels libres",
    ],
    clients: &[
        "le parc naturel",
        "la librairie L’Encre sympathique",
        "la médiathèque",
        "le syndicat mixte",
        "la radio locale",
    ],
    purchases: &[
        (Software, "Hébergement et nom de domaine", 6, 48, 2000),
        (Software, "Abonnement outil de maquette", 12, 15, 2000),
        (Supplies, "Disque externe de sauvegarde", 54, 96, 2000),
        (Training, "Inscription à une journée d’étude", 40, 140, 0),
        (Rent, "Poste en espace de travail partagé", 85, 140, 2000),
    ],
    trips: &[
        "Atelier en médiathèque",
        "Recueil des besoins",
        "Mise en ligne chez le client",
        "Rencontre des indépendants du numérique",
    ],
    jobs: &[
        "Refonte de site",
        "Audit d’accessibilité",
        "Cycle de six ateliers",
        "Carte interactive des circuits courts",
    ],
    remarks: &[
        "La maintenance n’est facturée à personne : proposer un forfait de 40 € par mois aux cinq sites en ligne.",
        "Le cahier des charges change à chaque réunion ; faire signer un périmètre par lot, avec un prix par lot.",
        "Trop d’heures le soir : bloquer deux demi-journées sans rendez-vous et le dire aux clients.",
    ],
};
