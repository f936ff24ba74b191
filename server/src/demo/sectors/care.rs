//! Care of people at home.

use besace_model::kinds::activity::ExpenseCategory::{Promotion, Supplies, Training};

use besace_model::kinds::profile::Sector as Word;

use super::Sector;

pub(super) const SECTOR: Sector = Sector {
    word: Word::Care,
    members: 12,
    trades: &[
        "Aide administrative à domicile",
        "Coaching parental",
        "Massage bien-être",
        "Soutien scolaire",
    ],
    signs: &[
        "Mon Relais",
        "Douce heure",
        "La Clé des papiers",
        "Grandir ensemble",
    ],
    offers: &[
        "Aide aux démarches et au classement, à domicile, pour les personnes âgées et leurs aidants.",
        "Séances de bien-être en entreprise et à domicile.",
        "Soutien scolaire du CP à la troisième, avec un temps pour les parents.",
    ],
    skills: &["démarches en ligne", "écoute", "relaxation", "dyslexie"],
    clients: &[
        "Mme Le Floc’h",
        "la résidence Les Ajoncs",
        "la famille Guérin",
        "le CCAS",
        "la clinique vétérinaire",
    ],
    purchases: &[
        (Supplies, "Huiles et linge de massage", 22, 88, 2000),
        (Supplies, "Cahiers et jeux éducatifs", 14, 52, 2000),
        (Training, "Atelier d’échange de pratiques", 60, 120, 0),
        (
            Promotion,
            "Dépliants pour les cabinets médicaux",
            38,
            76,
            2000,
        ),
    ],
    trips: &[
        "Intervention à domicile",
        "Première visite",
        "Rencontre avec la famille",
        "Permanence au CCAS",
    ],
    jobs: &[
        "Abonnement de 4 h par mois",
        "Séances en entreprise",
        "Stage de vacances",
        "Permanence mensuelle",
    ],
    remarks: &[
        "Les trajets entre deux domiciles mangent la journée : regrouper par commune, mardi la côte et jeudi la vallée.",
        "L’agrément services à la personne suppose l’activité exclusive ; la vente de produits doit rester à part.",
        "Poser un cadre écrit d’annulation à 24 heures : trois séances perdues ce mois-ci sans facturation.",
    ],
};
