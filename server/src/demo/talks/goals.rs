//! Goals of members.

use besace_model::kinds::coaching_log::GoalKind;

/// Goals, with what they are about, the figure aimed at and its unit.
pub(in crate::demo) const GOALS: [(GoalKind, &str, i64, &str); 8] = [
    (
        GoalKind::Contract,
        "Atteindre le chiffre d’affaires inscrit au contrat",
        26_500,
        "€",
    ),
    (
        GoalKind::Commercial,
        "Signer trois clients récurrents",
        3,
        "clients",
    ),
    (
        GoalKind::Commercial,
        "Répondre à deux appels d’offres avec d’autres membres",
        2,
        "réponses",
    ),
    (
        GoalKind::Technical,
        "Maîtriser le chiffrage d’une affaire complète",
        0,
        "",
    ),
    (
        GoalKind::Legal,
        "Mettre à jour les conditions générales et les assurances",
        0,
        "",
    ),
    (
        GoalKind::Management,
        "Tenir un mois de salaire d’avance en trésorerie",
        1_850,
        "€",
    ),
    (
        GoalKind::Management,
        "Saisir les frais chaque semaine",
        48,
        "semaines",
    ),
    (
        GoalKind::Personal,
        "Prendre cinq semaines de congés",
        25,
        "jours",
    ),
];
