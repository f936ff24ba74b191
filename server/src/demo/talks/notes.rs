//! What people write for themselves, or before a session.

/// What members write before a session.
pub(in crate::demo) const PREPARED: [&str; 5] = [
    "Je voudrais surtout parler des prix, j’ai l’impression de travailler beaucoup pour peu.",
    "Trois sujets : la facture en retard, le devis de la mairie, mes congés.",
    "Bonne période ! J’aimerais voir comment garder ce rythme sans m’épuiser.",
    "J’ai relu le compte rendu de la dernière fois : deux actions sur trois sont faites.",
    "Je me pose la question d’arrêter une de mes deux activités.",
];

/// What coaches note for themselves.
pub(in crate::demo) const NOTES: [&str; 6] = [
    "Parle plus vite quand il est question d’argent. Laisser les silences.",
    "Très à l’aise en collectif, se sous-estime en rendez-vous. Proposer d’animer un atelier.",
    "Penser à demander des nouvelles du déménagement de l’atelier.",
    "Hypothèse : le problème n’est pas le prix mais le moment où il est annoncé.",
    "Ne pas relancer sur le sociétariat avant la fin de la saison.",
    "A aidé deux nouveaux entrants sans en parler. Le remercier devant le groupe.",
];

/// Lines of a member's own journal.
pub(in crate::demo) const JOURNAL: [&str; 10] = [
    "Première commande par quelqu’un que je ne connaissais pas. Ça change tout.",
    "Journée perdue à chercher une facture. Ranger au fur et à mesure !",
    "Le client est ravi, il en parle à son voisin.",
    "J’ai osé annoncer le nouveau tarif. Silence… puis oui.",
    "Fatigue. Reporter la prospection à la semaine prochaine, sans culpabiliser.",
    "Rencontré deux entrepreneuses au café de la coopérative, on se revoit pour une offre commune.",
    "Devis refusé. Raison : délai. À retenir pour le prochain.",
    "Le stage d’hier a rempli le carnet jusqu’en juin.",
    "Essayé la nouvelle présentation : trois questions, aucune sur le prix.",
    "Fermeture annuelle posée, prévenu tout le monde par message.",
];
