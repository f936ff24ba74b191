//! Stage and image.

use besace_model::kinds::activity::ExpenseCategory::{
    Lodging, Materials, Promotion, Rent, Supplies,
};

use besace_model::kinds::profile::Sector as Word;

use super::Sector;

pub(super) const SECTOR: Sector = Sector {
    word: Word::Arts,
    members: 8,
    trades: &[
        "Spectacle jeune public",
        "Photographie",
        "Illustration et édition",
        "Régie son et lumière",
    ],
    signs: &[
        "La Malle à histoires",
        "Contre-jour",
        "L’Encre et la Lune",
        "Basse marée",
    ],
    offers: &[
        "Spectacle conté pour les 3 à 8 ans, autonome en technique.",
        "Reportages pour associations et artisans, tirages d’art.",
        "Illustrations pour l’édition jeunesse et les musées.",
    ],
    skills: &["photographie", "mise en page", "régie", "conte"],
    clients: &[
        "le festival des Filets bleus",
        "la bibliothèque départementale",
        "le musée du Patrimoine",
        "la compagnie des Brisants",
        "l’école des Mimosas",
    ],
    purchases: &[
        (Materials, "Tirages et encadrement", 46, 210, 2000),
        (Supplies, "Piles, gaffer et gélatines", 12, 48, 2000),
        (Rent, "Location de matériel son", 70, 220, 2000),
        (Lodging, "Chambre d’hôtes en tournée", 48, 72, 1000),
        (Promotion, "Affiches A3 (100 ex.)", 42, 68, 2000),
    ],
    trips: &[
        "Représentation",
        "Repérage",
        "Prise de vue",
        "Montage et démontage",
    ],
    jobs: &[
        "Trois représentations scolaires",
        "Reportage sur un chantier naval",
        "Album jeunesse, 24 planches",
        "Régie d’un festival",
    ],
    remarks: &[
        "Les droits d’auteur se déclarent à part : vérifier le numéro de sécurité sociale des artistes-auteurs avant la facture.",
        "Le cachet annoncé ne couvre pas le montage : établir une grille avec déplacement, montage et reprise.",
        "La saison se joue entre octobre et janvier pour l’été : envoyer le dossier à vingt programmateurs avant la Toussaint.",
    ],
};
