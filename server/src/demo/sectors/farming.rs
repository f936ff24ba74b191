//! Farming.

use besace_model::kinds::activity::ExpenseCategory::{Fees, Materials, Rent, Supplies};

use besace_model::kinds::profile::Sector as Word;

use super::Sector;

pub(super) const SECTOR: Sector = Sector {
    word: Word::Farming,
    members: 4,
    trades: &[
        "Maraîchage",
        "Apiculture",
        "Plantes aromatiques",
        "Conserverie de légumes",
    ],
    signs: &[
        "Les Pieds sur terre",
        "Miellerie de l’Aber",
        "Simples & Sauvages",
        "Bocal d’ici",
    ],
    offers: &[
        "Paniers de légumes de saison, vente au marché du samedi.",
        "Miels de printemps et de bruyère, visites du rucher.",
        "Tisanes et sirops de plantes cultivées sans pesticide.",
    ],
    skills: &[
        "vente sur les marchés",
        "conservation",
        "agriculture biologique",
        "apiculture",
    ],
    clients: &[
        "l’AMAP de la Vallée",
        "le restaurant Le Goéland",
        "la cuisine centrale",
        "l’épicerie Vrac & Co",
        "le marché de Pont-l’Abbé",
    ],
    purchases: &[
        (Materials, "Plants et semences", 24, 160, 1000),
        (Materials, "Bocaux et capsules", 46, 210, 2000),
        (Rent, "Droit de place, marché", 9, 22, 0),
        (Supplies, "Terreau et voile de forçage", 28, 95, 2000),
        (Fees, "Certification biologique, acompte", 90, 140, 0),
    ],
    trips: &[
        "Marché",
        "Livraison des paniers",
        "Visite d’un rucher",
        "Retrait de plants",
    ],
    jobs: &[
        "Contrat de paniers annuel",
        "Commande de la cuisine centrale",
        "Coffrets de fin d’année",
        "Atelier pour une école",
    ],
    remarks: &[
        "La marge par produit n’est pas connue : peser et chronométrer une semaine type, puis arrêter les trois références qui perdent.",
        "La gelée tardive coûte un mois de paniers : prévenir les abonnés et proposer des conserves.",
        "Le contrôle bio demande le cahier de culture à jour ; dix minutes le vendredi suffisent.",
    ],
};
