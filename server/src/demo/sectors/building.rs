//! Building.

use besace_model::kinds::activity::ExpenseCategory::{Fees, Materials, Rent, Supplies, Travel};

use besace_model::kinds::profile::Sector as Word;

use super::Sector;

pub(super) const SECTOR: Sector = Sector {
    word: Word::Building,
    members: 17,
    trades: &[
        "Menuiserie",
        "Peinture et enduits naturels",
        "Plomberie et petite rénovation",
        "Paysagisme",
        "Couture et tapisserie",
    ],
    signs: &[
        "Copeaux & Cie",
        "Terre et chaux",
        "L’Établi",
        "Au fil du bois",
        "Côté jardin",
        "La Main verte",
    ],
    offers: &[
        "Agencement sur mesure en bois local, pose comprise, dans un rayon de 40 km.",
        "Enduits à la chaux et à la terre, conseils sur le bâti ancien.",
        "Petits travaux de rénovation et adaptation des salles de bains.",
    ],
    skills: &[
        "bâti ancien",
        "lecture de plan",
        "enduits à la chaux",
        "travail en hauteur",
    ],
    clients: &[
        "M. et Mme Péron",
        "la copropriété Les Dunes",
        "la mairie de Plouhinec",
        "le gîte de Kerœuf",
        "l’école Diwan",
    ],
    purchases: &[
        (Materials, "Panneaux trois plis douglas", 84, 420, 2000),
        (Materials, "Chaux aérienne, 12 sacs", 96, 180, 2000),
        (Materials, "Quincaillerie et visserie", 12, 85, 2000),
        (Supplies, "Lames et abrasifs", 16, 72, 2000),
        (Rent, "Location d’un échafaudage, semaine", 110, 190, 2000),
        (Fees, "Contrôle annuel de l’assurance décennale", 60, 120, 0),
        (Travel, "Péage et stationnement chantier", 4, 16, 2000),
    ],
    trips: &[
        "Chantier",
        "Prise de cotes",
        "Retrait de matériaux",
        "Visite avant devis",
    ],
    jobs: &[
        "Bibliothèque sur mesure",
        "Rénovation d’une salle de bains",
        "Enduit chaux, pignon",
        "Terrasse en châtaignier",
    ],
    remarks: &[
        "Deux chantiers ont débordé faute de marge dans le devis : ajouter une ligne d’imprévus de 8 % et la montrer au client.",
        "L’attestation décennale expire avant le chantier d’automne ; la demander maintenant et la joindre aux devis.",
        "Le dos fatigue : voir avec le groupe bâtiment l’achat partagé d’un lève-plaque, et noter les jours de port de charges.",
    ],
};
