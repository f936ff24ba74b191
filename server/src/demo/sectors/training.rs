//! Training.

use besace_model::kinds::activity::ExpenseCategory::{
    Materials, Rent, Software, Supplies, Training,
};

use besace_model::kinds::profile::Sector as Word;

use super::Sector;

pub(super) const SECTOR: Sector = Sector {
    word: Word::Training,
    members: 13,
    trades: &[
        "Formation bureautique",
        "Formation prévention et secourisme",
        "Formation linguistique",
        "Ingénierie pédagogique",
    ],
    signs: &[
        "Déclic formation",
        "À vive voix",
        "Le Préau",
        "Apprendre autrement",
    ],
    offers: &[
        "Formations courtes aux outils numériques pour les personnes qui en sont éloignées.",
        "Sessions SST et gestes et postures, sur site, en petits groupes.",
        "Cours de français langue étrangère pour les salariés en poste.",
    ],
    skills: &[
        "ingénierie pédagogique",
        "Qualiopi",
        "français langue étrangère",
        "sauveteur secouriste du travail",
    ],
    clients: &[
        "le GRETA",
        "l’OPCO",
        "la conserverie Ty Mor",
        "le centre social de la Vallée",
        "l’EHPAD Les Genêts",
    ],
    purchases: &[
        (Supplies, "Impression des supports stagiaires", 18, 74, 2000),
        (Training, "Recyclage formateur SST", 190, 320, 0),
        (Software, "Licence plateforme de quiz", 9, 24, 2000),
        (Materials, "Mannequin de secourisme, pièces", 35, 120, 2000),
        (Rent, "Location de salle équipée", 80, 160, 2000),
    ],
    trips: &[
        "Session de formation sur site",
        "Évaluation à froid des stagiaires",
        "Réunion pédagogique",
        "Visite de l’organisme financeur",
    ],
    jobs: &[
        "Session SST, 12 stagiaires",
        "Parcours bureautique de 35 h",
        "Module FLE en entreprise",
        "Conception d’un parcours mixte",
    ],
    remarks: &[
        "Les émargements par demi-journée manquent pour deux sessions : les reconstituer avec les preuves de connexion et ne plus attendre la fin du parcours.",
        "L’indicateur 22 de Qualiopi demande la trace de la veille ; tenir une page par mois suffit.",
        "Le financeur paie à soixante jours : prévoir la trésorerie du deuxième trimestre avec ce délai.",
    ],
};
