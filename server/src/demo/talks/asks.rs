//! What members ask for between sessions.

use besace_model::kinds::coaching_log::AskTopic;

/// What members ask for between sessions.
pub(in crate::demo) const ASKS: [(AskTopic, &str, &str); 8] = [
    (
        AskTopic::Social,
        "Un client me demande une attestation de vigilance, où la trouver ?",
        "Elle est au service administratif, je te l’envoie ce soir. Elle vaut six mois.",
    ),
    (
        AskTopic::Management,
        "Puis-je facturer un acompte de 40 % sur un premier chantier ?",
        "Oui, à condition de l’écrire dans le devis. Passe par le modèle avec acompte.",
    ),
    (
        AskTopic::Commercial,
        "Je dois répondre à un appel d’offres avant vendredi, quelqu’un peut-il relire ?",
        "Envoie-moi le mémoire jeudi midi, je relis dans l’après-midi.",
    ),
    (
        AskTopic::Management,
        "Mon véhicule est en panne, le barème change-t-il avec une location ?",
        "Oui : la location est une dépense avec facture, pas des kilomètres.",
    ),
    (
        AskTopic::Legal,
        "Un client conteste ma facture et ne répond plus au téléphone.",
        "On l’appelle ensemble mardi. En attendant, garde tous les messages.",
    ),
    (
        AskTopic::Technical,
        "J’aimerais rencontrer quelqu’un qui a déjà travaillé avec une cuisine centrale.",
        "",
    ),
    (
        AskTopic::Social,
        "Comment déclarer une semaine d’arrêt quand on est en CAPE ?",
        "Appelle-moi avant de remplir quoi que ce soit, le CAPE est un cas à part.",
    ),
    (
        AskTopic::Legal,
        "On me propose une sous-traitance avec clause d’exclusivité, est-ce normal ?",
        "",
    ),
];
