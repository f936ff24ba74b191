//! What groups, consultations and assemblies of the demonstration say.

use besace_model::kinds::consultation::Method;
use besace_model::kinds::group::{Body, GroupSort};

/// A group: name, what it is, what it is to the cooperative, what it is for, a mandate, what its minutes say, an action.
pub(super) type Written = (
    &'static str,
    GroupSort,
    Option<Body>,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

pub(super) const GROUPS: [Written; 8] = [
    (
        "Conseil coopératif",
        GroupSort::Circle,
        Some(Body::Board),
        "Donne le cap entre deux assemblées, et rend compte aux associés.",
        "Présidence du conseil",
        "Budget du semestre examiné. Deux candidatures au sociétariat avec avis favorable.",
        "Préparer la note sur les réserves",
    ),
    (
        "Comité des risques",
        GroupSort::Circle,
        Some(Body::Committee),
        "Regarde les activités en difficulté et propose un accompagnement.",
        "Référence prévention",
        "Trois situations vues, deux plans d’action acceptés.",
        "Relire la procédure d’alerte",
    ),
    (
        "Commission achats groupés",
        GroupSort::Circle,
        None,
        "Négocier ensemble le matériel, les assurances et les abonnements.",
        "Référence fournisseurs",
        "Devis reçus pour les terminaux de paiement. On retient le moins cher sans engagement.",
        "Demander deux devis d’assurance",
    ),
    (
        "Groupe local Vallée",
        GroupSort::Local,
        None,
        "Se voir une fois par mois, sans faire de route.",
        "Accueil des nouveaux",
        "On garde le dernier jeudi. La salle de la médiathèque est gratuite.",
        "Réserver la salle pour le trimestre",
    ),
    (
        "Groupe local Littoral",
        GroupSort::Local,
        None,
        "Covoiturer, s’entraider, et tenir le marché d’été.",
        "Coordination du marché d’été",
        "Six stands confirmés. Il manque un barnum.",
        "Trouver un barnum à emprunter",
    ),
    (
        "Promotion d’automne",
        GroupSort::Cohort,
        None,
        "Avancer ensemble pendant la première année.",
        "Animation des rencontres",
        "Chacun a présenté son prix. Prochaine fois\u{a0}: les premiers clients.",
        "Préparer la rencontre sur la prospection",
    ),
    (
        "Cercle métiers du bâti",
        GroupSort::Circle,
        None,
        "Partager les chantiers, les outils et les assurances décennales.",
        "Référence assurances",
        "Comparaison des décennales. Une visite de chantier chaque trimestre.",
        "Organiser la visite de chantier",
    ),
    (
        "Cercle égalité",
        GroupSort::Circle,
        None,
        "Regarder nos écarts de revenu et de parole, et agir dessus.",
        "Référence égalité",
        "Le temps de parole en réunion a été compté. On recommence dans six mois.",
        "Écrire la page du livret d’accueil",
    ),
];

/// A consultation: question, details, how, in secret, options, quorum in basis points, outcome once it is over.
pub(super) type Asked = (
    &'static str,
    &'static str,
    Method,
    bool,
    &'static [&'static str],
    Option<i64>,
    &'static str,
);

/// Those that are over, the oldest first.
pub(super) const PAST: [Asked; 6] = [
    (
        "Faut-il une part variable dans la contribution\u{a0}?",
        "Deux scénarios chiffrés sont dans les documents de la commission.",
        Method::Poll,
        false,
        &[
            "Garder le taux unique",
            "Un taux plus bas au-delà d’un seuil",
        ],
        Some(3_000),
        "Le taux unique est gardé. La commission revoit le seuil l’an prochain.",
    ),
    (
        "Qui pour représenter la coopérative à l’union régionale\u{a0}?",
        "Deux personnes se sont proposées.",
        Method::Poll,
        true,
        &["Première candidature", "Seconde candidature"],
        Some(2_500),
        "La première candidature est retenue.",
    ),
    (
        "Nouvelle charte de l’accueil",
        "Le texte a été écrit par le groupe d’accueil après trois réunions.",
        Method::Consent,
        false,
        &[],
        None,
        "Adoptée, avec la précision demandée sur la confidentialité.",
    ),
    (
        "Jour du séminaire annuel",
        "Une journée entière, repas compris.",
        Method::DatePoll,
        false,
        &["Un jeudi", "Un vendredi", "Un samedi"],
        None,
        "Le vendredi rassemble le plus de monde.",
    ),
    (
        "Comment va le travail, vraiment\u{a0}?",
        "Dites ce qui pèse et ce qui porte. Personne ne saura qui a écrit quoi.",
        Method::Advice,
        true,
        &[],
        None,
        "",
    ),
    (
        "Ouvrir les réunions du conseil à qui veut écouter",
        "Sans droit de vote, sauf pour ce qui touche une personne.",
        Method::Consent,
        true,
        &[],
        Some(2_000),
        "",
    ),
];

/// Those that are open.
pub(super) const OPEN: [Asked; 4] = [
    (
        "Où ouvrir la troisième permanence\u{a0}?",
        "Trois communes proposent une salle gratuite deux demi-journées par semaine.",
        Method::Poll,
        false,
        &["La médiathèque", "La maison des associations", "La gare"],
        Some(3_000),
        "",
    ),
    (
        "Faire entrer la boutique partagée dans le périmètre commun",
        "Le projet, ses charges et ses recettes sont dans le dossier du comité.",
        Method::Consent,
        true,
        &[],
        Some(4_000),
        "",
    ),
    (
        "Vos attentes pour l’accompagnement l’an prochain",
        "Quelques lignes suffisent.",
        Method::Advice,
        false,
        &[],
        None,
        "",
    ),
    (
        "Date de la prochaine réunion du groupe",
        "Chacun coche tous les jours possibles.",
        Method::DatePoll,
        false,
        &["Mardi matin", "Jeudi soir", "Samedi matin"],
        None,
        "",
    ),
];

/// Why somebody objects.
pub(super) const OBJECTION: &str = "Il manque le coût pour les plus petites activités.";

/// Why somebody answers as they do.
pub(super) const REASONS: [&str; 4] = [
    "C’est plus près de mes clients.",
    "On en avait parlé au café, cela me va.",
    "Essayons un an, puis regardons.",
    "Je n’ai pas d’avis tranché.",
];

/// What is voted on in the assembly: title, text, for, against, neither, by two thirds.
pub(super) const RESOLUTIONS: [(&str, &str, [i64; 3], bool); 4] = [
    (
        "Approbation des comptes",
        "L’assemblée approuve les comptes de l’exercice clos et donne quitus à la gérance.",
        [36, 1, 2],
        false,
    ),
    (
        "Affectation du résultat",
        "Le résultat est affecté aux réserves impartageables et à la part travail.",
        [34, 2, 3],
        false,
    ),
    (
        "Modification des statuts",
        "L’objet social s’ouvre à la formation.",
        [24, 13, 2],
        true,
    ),
    (
        "Renouvellement du conseil",
        "L’assemblée élit les membres du conseil pour trois ans.",
        [31, 5, 3],
        false,
    ),
];
