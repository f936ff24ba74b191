//! The interview the law asks for.

/// The interview the law asks for: each of the eight points in three ways.
pub(in crate::demo) const EIGHT_POINTS: [[&str; 3]; 8] = [
    [
        "L’objectif de chiffre d’affaires est atteint à 92 % ; l’écart vient d’un chantier reporté au trimestre suivant.",
        "Objectif dépassé de 7 % grâce à deux missions récurrentes. L’activité minimale du contrat est respectée.",
        "Résultat en dessous de l’objectif (71 %). Les causes sont connues : deux mois d’arrêt et un client perdu.",
    ],
    [
        "Carnet de commandes rempli pour dix semaines ; une réponse groupée en cours.",
        "Visibilité à trois mois. La saison haute est assurée, l’hiver reste à construire.",
        "Perspectives incertaines : deux devis importants en attente, décision attendue avant la fin du mois.",
    ],
    [
        "Objectif de l’année suivante fixé à la hausse de 8 %, activité minimale inchangée.",
        "Objectif maintenu. Ajout d’un objectif de diversification : trois clients d’un autre secteur.",
        "Objectif ramené à un niveau tenable, avec un point à trois mois.",
    ],
    [
        "Besoin d’appui sur le chiffrage ; inscription à l’atelier de la coopérative.",
        "Demande de formation à la prise de parole, deux jours, au plan de l’année.",
        "Pas de formation souhaitée cette année ; appui commercial mensuel demandé.",
    ],
    [
        "Actions individuelles : suivi trimestriel de la trésorerie. Collectives : participation au groupe local.",
        "Parrainage d’un nouvel entrant et participation à une commission.",
        "Deux rendez-vous commerciaux par trimestre, et l’atelier d’échange de pratiques.",
    ],
    [
        "Pas d’accident. Port de charges identifié comme risque ; équipement partagé à l’étude.",
        "Rythme soutenu, congés à poser. Le document unique a été relu ensemble.",
        "Travail sur écran : pauses et éclairage revus. Visite médicale demandée.",
    ],
    [
        "Déjà associé·e ; mandat possible à la prochaine assemblée.",
        "Échéance du sociétariat rappelée ; soirée d’information prévue.",
        "Souhait d’entrer au sociétariat à la prochaine assemblée, parts échelonnées.",
    ],
    [
        "Congés pris : 18 jours. Reste : 7 jours, à poser avant mai.",
        "Congés pris : 11 jours. Reste : 14 jours ; deux semaines prévues en été.",
        "Congés pris : 25 jours. Aucun report.",
    ],
];
