//! The opportunities of the demonstration.

use besace_model::kinds::opportunity::OpportunityKind::{
    self, Call, Experiment, Idea, Need, Signal,
};
use besace_model::kinds::opportunity::OpportunitySource::{self, Market, Member, Partner, Watch};

/// What it is, where it comes from, its title, in words.
pub(super) type Seen = (
    OpportunityKind,
    OpportunitySource,
    &'static str,
    &'static str,
);

/// Twenty sorts of opportunities, met in two places each.
pub(super) const SEEN: [Seen; 20] = [
    (
        Call,
        Watch,
        "Appel à projets tiers-lieux",
        "Jusqu’à 40 000 € pour ouvrir un lieu partagé. Réponse à plusieurs acceptée.",
    ),
    (
        Experiment,
        Member,
        "Une boutique partagée",
        "Un local se libère. Dix d’entre nous pourraient y vendre à tour de rôle.",
    ),
    (
        Need,
        Partner,
        "Ateliers de cuisine à l’épicerie solidaire",
        "Ils cherchent quelqu’un deux mercredis par mois, payé à la séance.",
    ),
    (
        Idea,
        Member,
        "Un devis type pour les marchés publics",
        "Nous refaisons tous le même. Un modèle relu une fois servirait à vingt.",
    ),
    (
        Signal,
        Market,
        "Les particuliers demandent des rénovations au chanvre",
        "Trois demandes ce mois-ci. Personne n’y répond autour de nous.",
    ),
    (
        Call,
        Partner,
        "Entretien des sentiers de la communauté",
        "Un lot réservé à l’économie sociale. Il faut un encadrant.",
    ),
    (
        Experiment,
        Member,
        "La garde d’enfants pendant les formations",
        "Essayer une fois par mois avec le centre social.",
    ),
    (
        Idea,
        Watch,
        "Une assurance négociée pour les métiers du bâtiment",
        "Une autre coopérative paie un tiers de moins que nous.",
    ),
    (
        Need,
        Member,
        "Un véhicule utilitaire à partager",
        "Quatre membres louent le même fourgon chaque semaine.",
    ),
    (
        Signal,
        Watch,
        "La facture électronique arrive",
        "Nos membres devront recevoir puis émettre. Il faudra les former.",
    ),
    (
        Call,
        Market,
        "Traduction des panneaux du musée",
        "Réponse groupée possible : traduction, dessin, pose.",
    ),
    (
        Experiment,
        Partner,
        "Une permanence au tiers-lieu",
        "Un mardi sur deux, sans rendez-vous, pour qui hésite.",
    ),
    (
        Idea,
        Member,
        "Des photos de chantier mises en commun",
        "Une photothèque que chacun peut citer dans ses devis.",
    ),
    (
        Need,
        Market,
        "Des cours de français pour les équipages",
        "Le comité des pêches en parle depuis un an.",
    ),
    (
        Signal,
        Partner,
        "La commune veut des artisans pour ses écoles",
        "Petits travaux, bons de commande rapides, paiement à trente jours.",
    ),
    (
        Call,
        Watch,
        "Prix régional de l’innovation sociale",
        "Un dossier de quatre pages, une vidéo de deux minutes.",
    ),
    (
        Experiment,
        Member,
        "Le binôme : un ancien, un nouveau",
        "Six mois de marrainage pour chaque entrée, une heure par mois.",
    ),
    (
        Idea,
        Member,
        "Vendre ensemble au marché de Noël",
        "Un chalet à douze plutôt qu’un rhume à un.",
    ),
    (
        Need,
        Partner,
        "Un repas pour deux cents personnes",
        "La fédération tient son assemblée chez nous au printemps.",
    ),
    (
        Signal,
        Market,
        "Les comités d’entreprise cherchent des ateliers bien-être",
        "Deux membres en animent déjà : à proposer en bouquet.",
    ),
];

/// What people say about one.
pub(super) const SAID: [&str; 6] = [
    "J’en suis, si c’est le matin.",
    "On l’avait essayé il y a trois ans, le loyer nous avait tués. Demandez à la mairie d’abord.",
    "Je connais la personne qui décide, je peux l’appeler.",
    "Très bien, mais qui s’en occupe ?",
    "Je peux écrire le dossier si quelqu’un fait le budget.",
    "Bonne idée. Commençons petit.",
];

/// What is to be done about one that goes ahead.
pub(super) const TO_DO: [&str; 5] = [
    "Appeler la personne qui suit le dossier",
    "Faire un budget d’une page",
    "Réunir ceux que ça intéresse",
    "Écrire la réponse et la faire relire",
    "Visiter le lieu avec un mètre",
];
