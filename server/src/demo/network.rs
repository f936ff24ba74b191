//! The partners of the demonstration.

use besace_model::kinds::partner::PartnerAct::{
    self, Call, Convention, Event, Meeting, Subsidy, Visit,
};
use besace_model::kinds::partner::PartnerKind::{
    self, Economic, Funder, Institution, Network, Prescriber, Press, Social,
};

/// A sort of partner: what it is, its name in each branch, what it brings.
pub(super) type Partnership = (PartnerKind, [&'static str; 3], &'static str);

/// Twenty sorts of partners, one of each in each branch.
pub(super) const PARTNERSHIPS: [Partnership; 20] = [
    (
        Institution,
        [
            "Mairie de Quimper",
            "Mairie de Châteaulin",
            "Mairie de Douarnenez",
        ],
        "Une salle pour nos réunions, et un mot dans le bulletin municipal.",
    ),
    (
        Institution,
        [
            "Quimper Bretagne Occidentale",
            "Communauté de communes de Pleyben",
            "Douarnenez Communauté",
        ],
        "Le service économique nous adresse les porteurs de projet.",
    ),
    (
        Institution,
        [
            "Conseil départemental, site de Quimper",
            "Maison départementale du Faou",
            "Antenne du pays bigouden",
        ],
        "Le suivi des allocataires qui créent leur activité.",
    ),
    (
        Funder,
        [
            "Région, direction de l’économie",
            "Région, espace territorial Ouest",
            "Région, service de la mer",
        ],
        "La subvention de fonctionnement et les chèques création.",
    ),
    (
        Funder,
        [
            "Fonds social européen, guichet Ville",
            "Programme Leader Centre-Ouest",
            "Fonds maritime local",
        ],
        "Le financement des ateliers, contre des feuilles signées.",
    ),
    (
        Funder,
        [
            "Fondation des Quais",
            "Fondation du Bocage",
            "Fondation Grand Large",
        ],
        "Une aide aux essais qui ne rentrent dans aucune case.",
    ),
    (
        Funder,
        [
            "Banque coopérative de l’Odet",
            "Caisse locale de l’Aulne",
            "Caisse locale du Cap",
        ],
        "Un découvert négocié pour les membres et un prix chaque année.",
    ),
    (
        Prescriber,
        [
            "France Travail Quimper",
            "France Travail Carhaix",
            "France Travail Douarnenez",
        ],
        "Des demandeurs d’emploi qui veulent tester une activité.",
    ),
    (
        Prescriber,
        [
            "Mission locale de Cornouaille",
            "Mission locale du Centre-Ouest",
            "Mission locale du littoral",
        ],
        "Des jeunes qui ont un projet, et un lieu pour les rencontrer.",
    ),
    (
        Prescriber,
        [
            "Cap emploi Ville",
            "Cap emploi Vallée",
            "Cap emploi Littoral",
        ],
        "L’aménagement de postes, et des conseils sur le handicap.",
    ),
    (
        Prescriber,
        [
            "Maison de l’entreprise",
            "Boutique de gestion de l’Aulne",
            "Point création du port",
        ],
        "Les projets qui ont besoin d’un cadre plus que d’un statut.",
    ),
    (
        Economic,
        [
            "Chambre de métiers, Quimper",
            "Chambre d’agriculture, Châteaulin",
            "Comité des pêches",
        ],
        "Les règles des métiers, et leurs formateurs.",
    ),
    (
        Economic,
        [
            "Pépinière de Créac’h Gwen",
            "Tiers-lieu La Filature",
            "Criée numérique",
        ],
        "Des bureaux à la journée et des voisins curieux.",
    ),
    (
        Economic,
        [
            "Union des commerçants du centre",
            "Marché de producteurs de Pleyben",
            "Halles d’Audierne",
        ],
        "Un étal, et la clientèle du samedi.",
    ),
    (
        Social,
        [
            "Centre social des Abeilles",
            "Familles rurales de Lothey",
            "Centre social du port",
        ],
        "Une garde d’enfants pendant nos formations.",
    ),
    (
        Social,
        [
            "Ressourcerie de l’Odet",
            "Ressourcerie des Monts",
            "Recyclerie du Cap",
        ],
        "Du mobilier, et un atelier bois le jeudi.",
    ),
    (
        Social,
        [
            "Épicerie solidaire Ville",
            "Épicerie solidaire Vallée",
            "Épicerie solidaire Littoral",
        ],
        "Des ateliers payés pour nos membres cuisiniers et animateurs.",
    ),
    (
        Press,
        ["Le Courrier de l’Odet", "Radio Montagne", "L’Écho du port"],
        "Un portrait de membre chaque mois.",
    ),
    (
        Network,
        [
            "Fédération des CAE, antenne Ouest",
            "Pôle ESS du Centre",
            "Pôle ESS du littoral",
        ],
        "Les autres coopératives, et leurs réponses à nos questions.",
    ),
    (
        Network,
        [
            "Union régionale des Scop",
            "Réseau des tiers-lieux",
            "Club des entreprises de la baie",
        ],
        "Le conseil juridique et les rencontres entre gérants.",
    ),
];

/// What is done with a partner: what it is, minutes, in words, the next step.
pub(super) const ACTS: [(PartnerAct, i64, &str, &str); 10] = [
    (
        Visit,
        60,
        "Visite du lieu, accueil par la directrice. Deux projets à nous adresser.",
        "Envoyer le calendrier des réunions d’information",
    ),
    (
        Meeting,
        90,
        "Point trimestriel : treize personnes orientées, quatre entrées.",
        "",
    ),
    (
        Call,
        20,
        "Rappel au sujet de la salle du mois prochain : c’est bon.",
        "",
    ),
    (
        Meeting,
        75,
        "Préparation du forum de l’emploi. Nous y tenons un stand.",
        "Trouver deux membres pour le stand",
    ),
    (
        Event,
        180,
        "Petit-déjeuner partagé, une trentaine de personnes, cinq contacts laissés.",
        "Écrire aux cinq contacts",
    ),
    (
        Subsidy,
        120,
        "Dossier relu ensemble, il manque le bilan des ateliers.",
        "Envoyer le bilan des ateliers",
    ),
    (
        Convention,
        60,
        "Relecture de la convention, accord sur le texte.",
        "Faire signer la convention",
    ),
    (
        Visit,
        45,
        "Présentation de la coopérative à la nouvelle équipe.",
        "",
    ),
    (
        Call,
        15,
        "Demande un portrait de membre pour le numéro de fin de mois.",
        "Proposer deux membres",
    ),
    (
        Meeting,
        60,
        "Bilan de l’année : ils veulent continuer, avec plus d’ateliers sur place.",
        "Proposer trois dates d’atelier",
    ),
];

/// Professional contacts: name and what they do there.
pub(super) const CONTACTS: [(&str, &str); 12] = [
    ("Soazig Le Bihan", "directrice"),
    ("Marc Guéguen", "chargé de mission économie"),
    ("Anne-Lise Cœuret", "conseillère"),
    ("Yannick Prigent", "élu à l’économie"),
    ("Nadia Benali", "responsable du pôle création"),
    ("Hervé Floc’h", "animateur de réseau"),
    ("Élise Riou", "journaliste"),
    ("Pascal Moal", "instructeur des dossiers"),
    ("Gwenaëlle Kerdoncuff", "coordinatrice"),
    ("Thomas Louarn", "conseiller emploi"),
    ("Inès Da Costa", "chargée de clientèle"),
    ("Ronan Stéphan", "président"),
];
