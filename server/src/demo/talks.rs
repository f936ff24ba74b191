//! What is said in the sessions of the demonstration.

mod asks;
mod goals;
mod interview;
mod notes;

use besace_model::kinds::coaching_log::SessionType::{
    self, Associate, Commercial, FollowUp, Legal, Management,
};

pub(super) use asks::ASKS;
pub(super) use goals::GOALS;
pub(super) use interview::EIGHT_POINTS;
pub(super) use notes::{JOURNAL, NOTES, PREPARED};

/// One subject of a session.
#[derive(Clone, Copy)]
pub(super) struct Talk {
    /// What kind of session it makes.
    pub(super) session_type: SessionType,
    /// Topics, as the reports list them.
    pub(super) topics: &'static [&'static str],
    /// What it is for.
    pub(super) objectives: &'static str,
    /// What was said; `{sign}`, `{client}`, `{job}` and `{amount}` stand for the member's own.
    pub(super) points: &'static str,
    /// What was agreed.
    pub(super) plan: &'static str,
    /// The actions that follow.
    pub(super) actions: &'static [&'static str],
}

/// Every subject but the statutory one.
pub(super) const TALKS: [Talk; 13] = [
    Talk {
        session_type: FollowUp,
        topics: &["Point d’étape", "Organisation"],
        objectives: "Faire le point depuis le dernier rendez-vous : ce qui a avancé, ce qui bloque, ce qui pèse.",
        points: "Le mois a été dense : {job} pour {client}, livré avec deux jours de retard mais sans réserve. L’agenda montre peu de temps pour la prospection, toujours repoussée au vendredi. Le suivi des dépenses est à jour, il manque deux justificatifs de déplacement. La période creuse de janvier inquiète, nous avons regardé les chiffres de l’an passé : le creux existe mais il dure trois semaines, pas deux mois.",
        plan: "Bloquer le mardi matin pour la prospection. Photographier les justificatifs le jour même. Revoir la situation avec les chiffres du mois prochain.",
        actions: &[
            "Bloquer le mardi matin dans l’agenda",
            "Retrouver les deux justificatifs manquants",
        ],
    },
    Talk {
        session_type: Commercial,
        topics: &["Offre", "Prix"],
        objectives: "Clarifier l’offre de {sign} et construire une grille de prix que l’on peut défendre.",
        points: "Trois offres coexistent sur le site et les clients demandent toujours la même. Nous avons calculé le prix de revient d’une journée : charges, contribution, temps non facturé, congés. Le seuil se situe à {amount} € par mois. Le prix demandé jusqu’ici couvrait le temps passé, pas la préparation. L’exercice de dire le prix à voix haute, sans l’excuser, a été utile.",
        plan: "Garder une offre d’appel et une offre complète. Écrire la grille sur une page et la tester auprès de deux clients de confiance, dont {client}.",
        actions: &[
            "Écrire la grille de prix sur une page",
            "Tester la grille auprès de deux clients",
        ],
    },
    Talk {
        session_type: Commercial,
        topics: &["Prospection", "Réseau"],
        objectives: "Sortir de la prospection au hasard et choisir une cible.",
        points: "Sur douze contacts pris ce trimestre, quatre viennent du réseau de la coopérative et trois d’entre eux ont signé. Les messages envoyés à froid n’ont rien donné. {client} accepterait de témoigner. Nous avons dressé la liste de dix structures que {sign} connaît déjà un peu, avec le nom d’une personne pour chacune.",
        plan: "Deux appels par semaine, notés dans le suivi des affaires. Proposer un café à deux entrepreneurs de la coopérative qui travaillent pour les mêmes clients.",
        actions: &[
            "Appeler deux contacts de la liste chaque semaine",
            "Demander un témoignage écrit",
        ],
    },
    Talk {
        session_type: Management,
        topics: &["Trésorerie", "Lissage"],
        objectives: "Lire ensemble la trésorerie et décider du salaire du trimestre.",
        points: "La trésorerie du jour est positive, mais une fois retirées les charges à venir et les notes de frais il reste moins d’un mois de salaire. Deux factures de plus de soixante jours pèsent pour {amount} €. Le lissage actuel a été décidé sur une prévision trop optimiste. Nous avons simulé trois niveaux : le niveau médian tient même si {client} paie en retard.",
        plan: "Relancer les deux factures cette semaine, avec l’appui de la comptabilité. Passer au niveau médian pour trois mois, puis revoir.",
        actions: &[
            "Relancer les deux factures échues",
            "Confirmer le niveau de salaire au service paie",
        ],
    },
    Talk {
        session_type: Management,
        topics: &["Notes de frais", "Marge"],
        objectives: "Comprendre pourquoi la marge baisse alors que le chiffre d’affaires monte.",
        points: "Le chiffre d’affaires progresse de 18 % mais les achats de 41 %. L’écart vient surtout de {job} : matériel commandé en double et déplacements non facturés. La ligne « frais » n’apparaît pas sur les devis. Nous avons repris le dernier devis ligne par ligne et refait le calcul avec les déplacements au barème.",
        plan: "Faire apparaître les déplacements sur chaque devis. Saisir les frais au fil de l’eau plutôt qu’en fin de mois.",
        actions: &[
            "Ajouter une ligne de déplacement au modèle de devis",
            "Saisir les frais chaque vendredi",
        ],
    },
    Talk {
        session_type: Legal,
        topics: &["Contrat", "Responsabilité"],
        objectives: "Relire les conditions proposées par le client avant de signer.",
        points: "Le projet de contrat de {client} prévoit une pénalité de retard sans plafond et une cession complète des droits. Nous avons surligné quatre clauses à négocier. La coopérative signe, pas la personne : le rappeler au client évite un malentendu. L’assurance couvre la mission, à condition que le lieu d’intervention soit déclaré.",
        plan: "Renvoyer le contrat annoté avec une proposition de plafond. Envoyer le lieu et les dates au service administratif.",
        actions: &[
            "Renvoyer le contrat annoté",
            "Déclarer le lieu d’intervention",
        ],
    },
    Talk {
        session_type: FollowUp,
        topics: &["Équilibre", "Santé au travail"],
        objectives: "Prendre le temps de regarder le rythme de travail, à la demande de l’entrepreneur·e.",
        points: "Les semaines dépassent souvent ce qui était prévu et les congés d’été ont été écourtés. Ce qui donne de l’énergie : les ateliers, le contact direct, {job}. Ce qui en prend : les relances et les trajets. Deux entrepreneurs du groupe local vivent la même chose et cherchent une solution commune pour l’administratif.",
        plan: "Poser dès maintenant les dates de congés. Essayer un mois sans rendez-vous après 18 h. En reparler au prochain point.",
        actions: &[
            "Poser les dates de congés",
            "Rejoindre l’échange du groupe local sur l’administratif",
        ],
    },
    Talk {
        session_type: FollowUp,
        topics: &["Coopération", "Réponse commune"],
        objectives: "Préparer une réponse à plusieurs avec d’autres entrepreneurs de la coopérative.",
        points: "L’appel de {client} dépasse ce que {sign} peut faire seul·e. Deux entrepreneurs sont partants, chacun avec son périmètre. Nous avons réparti le montant, {amount} € au total, et nommé une personne qui parle au client. La convention interne se fait avant l’envoi, pas après la réponse.",
        plan: "Réunion à trois jeudi. La coopérative fournit le modèle de convention et relit le mémoire technique.",
        actions: &[
            "Rédiger le mémoire technique, partie méthode",
            "Signer la convention interne",
        ],
    },
    Talk {
        session_type: FollowUp,
        topics: &["Communication", "Site"],
        objectives: "Rendre {sign} lisible pour quelqu’un qui ne connaît pas le métier.",
        points: "La page d’accueil parle de valeurs avant de dire ce qui est proposé. Lecture à voix haute à trois : au bout de dix secondes personne ne savait quoi acheter. Les photos sont belles et sans légende. Le bouche-à-oreille fonctionne, le site sert surtout à rassurer. {client} a donné son accord pour être cité.",
        plan: "Réécrire le haut de page en trois phrases : pour qui, quoi, combien. Ajouter deux réalisations légendées.",
        actions: &[
            "Réécrire le haut de la page d’accueil",
            "Choisir deux réalisations à montrer",
        ],
    },
    Talk {
        session_type: Associate,
        topics: &["Sociétariat", "Échéance"],
        objectives: "Parler du passage au statut d’associé·e avant l’échéance.",
        points: "Ce que change le sociétariat : une voix à l’assemblée, des parts, une place dans les commissions. Ce qu’il ne change pas : le contrat au quotidien. La question du montant des parts a été posée ; l’échelonnement est possible. L’envie est là, avec une inquiétude sur le temps demandé. Une rencontre avec deux associés est proposée.",
        plan: "Participer à la prochaine soirée sociétariat. Décider avant la réunion du conseil.",
        actions: &[
            "S’inscrire à la soirée sociétariat",
            "Rencontrer deux associé·es",
        ],
    },
    Talk {
        session_type: FollowUp,
        topics: &["Compétences", "Formation"],
        objectives: "Choisir une formation utile dans les six mois.",
        points: "Trois besoins reviennent : le chiffrage, la prise de parole, l’outil de facturation. La coopérative organise un atelier sur le premier ; les deux autres demandent une formation externe. Le budget disponible couvre deux jours. Après {job}, le besoin de mieux dire non en cours de mission est apparu plus nettement que la technique.",
        plan: "S’inscrire à l’atelier chiffrage. Demander un devis pour deux jours de prise de parole, à partager avec un autre membre.",
        actions: &[
            "S’inscrire à l’atelier chiffrage",
            "Demander un devis de formation",
        ],
    },
    Talk {
        session_type: Commercial,
        topics: &["Devis", "Suivi des affaires"],
        objectives: "Regarder les devis en attente et apprendre de ceux qui ont été refusés.",
        points: "Sept devis sont partis en trois mois, deux acceptés, deux refusés, trois sans réponse. Les sans-réponse n’ont jamais été relancés. Pour {client}, le refus tient au délai, pas au prix. Un devis de {amount} € attend une signature depuis trois semaines : l’appel a été passé pendant le rendez-vous, la réponse vient lundi.",
        plan: "Relancer à huit jours, systématiquement, par téléphone. Noter la raison de chaque refus.",
        actions: &[
            "Relancer les trois devis sans réponse",
            "Noter la raison des refus dans le suivi",
        ],
    },
    Talk {
        session_type: Legal,
        topics: &["Données personnelles", "Outils"],
        objectives: "Mettre en ordre les fichiers de clients et de prospects.",
        points: "Les contacts sont dans un téléphone, un tableur et un carnet. Certains datent de plus de trois ans. Nous avons regardé ce qui sert vraiment : nom, structure, dernier échange, prochaine étape. Les informations de santé notées pour {client} n’ont pas à s’y trouver. Le tableur partagé avec un sous-traitant n’a pas de mot de passe.",
        plan: "Garder un seul endroit. Supprimer ce qui a plus de trois ans. Fermer le partage ouvert.",
        actions: &[
            "Regrouper les contacts en un seul endroit",
            "Supprimer les contacts de plus de trois ans",
        ],
    },
];
