//! Advice.

use besace_model::kinds::activity::ExpenseCategory::{
    Lodging, Meal, Rent, Software, Supplies, Travel,
};

use besace_model::kinds::profile::Sector as Word;

use super::Sector;

pub(super) const SECTOR: Sector = Sector {
    word: Word::Advice,
    members: 21,
    trades: &[
        "Conseil en organisation",
        "Accompagnement RH",
        "Conseil en transition écologique",
        "Facilitation et médiation",
    ],
    signs: &[
        "Cap au large",
        "L’Étincelle conseil",
        "Sens & Cœur de métier",
        "Boussole",
        "Tandem RH",
        "L’Atelier des possibles",
    ],
    offers: &[
        "Diagnostics d’organisation pour associations et petites entreprises, animation de séminaires.",
        "Bilan carbone simplifié et plan d’action pour TPE, de l’entretien au suivi.",
        "Médiation d’équipe et prévention des risques psychosociaux.",
    ],
    skills: &[
        "animation de réunion",
        "entretien d’explicitation",
        "bilan carbone",
        "gestion de projet",
    ],
    clients: &[
        "la communauté de communes",
        "l’association Les Jardins d’Éole",
        "la biscuiterie Le Guen",
        "le bailleur Habitat 29",
        "la mission locale",
    ],
    purchases: &[
        (Meal, "Repas séminaire équipe client", 14, 28, 1000),
        (Lodging, "Nuit d’hôtel, mission à Rennes", 68, 95, 1000),
        (Travel, "Billet TGV Quimper–Paris", 62, 118, 1000),
        (Software, "Abonnement visioconférence", 12, 16, 2000),
        (Supplies, "Feutres, tableaux papier, adhésifs", 14, 46, 2000),
        (Rent, "Location de salle, demi-journée", 45, 90, 2000),
    ],
    trips: &[
        "Diagnostic chez le client",
        "Restitution au comité de direction",
        "Animation d’un séminaire",
        "Rendez-vous prospect",
    ],
    jobs: &[
        "Diagnostic d’organisation",
        "Séminaire d’équipe de deux jours",
        "Plan de transition",
        "Médiation entre services",
    ],
    remarks: &[
        "Le tarif journée reste en dessous du marché local : passer de 480 à 560 € sur les nouvelles missions, en annonçant le tarif avant le devis.",
        "La mission en cours dépasse le cadre prévu ; rédiger un avenant avant la prochaine restitution plutôt qu’après.",
        "Une seule structure représente plus de la moitié du chiffre : identifier trois prospects d’un autre secteur.",
    ],
};
