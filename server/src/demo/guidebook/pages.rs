//! Values, principles, the steps of the welcome, how things are done here.

use besace_model::kinds::guide::GuidePart::{Link, Practice, Principle, Step, Value};

use super::Page;

pub(in crate::demo) const PAGES: [Page; 22] = [
    (
        Value,
        "Entreprendre sans être seul·e",
        "Chacun garde son métier, ses clients et ses choix. La coopérative porte le cadre, les comptes et les contrats, et personne ne traverse seul un mois difficile.",
        "",
    ),
    (
        Value,
        "Des comptes que tout le monde peut lire",
        "Chaque membre voit l’état de son activité, et le compte des services mutualisés est montré à tous une fois par an. Ce qui ne se comprend pas se demande.",
        "",
    ),
    (
        Value,
        "Le temps long avant le gain rapide",
        "Les excédents vont d’abord aux réserves, qui n’appartiennent à personne et protègent tout le monde.",
        "",
    ),
    (
        Principle,
        "Une porte ouverte",
        "On entre de plein gré, quel que soit son métier ou son parcours, dès lors qu’on accepte les règles communes. On peut aussi repartir.",
        "",
    ),
    (
        Principle,
        "Une personne, une voix",
        "À l’assemblée, la voix de qui arrive compte autant que celle de qui a fondé la maison, quel que soit le nombre de parts.",
        "",
    ),
    (
        Principle,
        "Chacun met au pot",
        "Le capital vient des membres, par petites parts. Il sert à travailler, pas à être rémunéré.",
        "",
    ),
    (
        Principle,
        "Libres de nos décisions",
        "Nous travaillons avec des financeurs et des banques, mais aucun accord ne donne à d’autres le pouvoir de décider ici.",
        "",
    ),
    (
        Principle,
        "Apprendre et faire savoir",
        "Nous nous formons, entre nous et avec d’autres, et nous expliquons au-dehors ce qu’est une coopérative.",
        "",
    ),
    (
        Principle,
        "Des coopératives qui s’épaulent",
        "Quand une autre coopérative sait faire, nous lui demandons avant d’aller chercher ailleurs ; et nous répondons quand elle nous demande.",
        "",
    ),
    (
        Principle,
        "Utile à notre territoire",
        "Une activité qui tient doit aussi faire du bien autour d’elle : emploi, commerces, associations, paysages.",
        "",
    ),
    (
        Step,
        "Lire et signer le contrat d’appui (CAPE)",
        "Il dit le programme de préparation, sa durée et qui vous accompagne. Gardez votre exemplaire.",
        "",
    ),
    (
        Step,
        "Compléter votre profil et choisir votre secteur",
        "Votre enseigne, vos métiers, ce que vous offrez. Le secteur ouvre votre liste d’obligations, vos assurances et vos taux de TVA.",
        "",
    ),
    (
        Step,
        "Rencontrer la personne qui vous accompagne",
        "Un premier rendez-vous d’une heure : votre projet, vos objectifs de l’année, ce qui vous inquiète.",
        "",
    ),
    (
        Step,
        "Faire relire votre premier devis",
        "Avant de l’envoyer. Le modèle porte les mentions obligatoires et le nom de la coopérative.",
        "",
    ),
    (
        Step,
        "Envoyer vos premières dépenses",
        "Une photo du justificatif suffit, même sans réseau. Avant le 25 pour être payé le mois suivant.",
        "",
    ),
    (
        Step,
        "Venir à un repas ou à un atelier",
        "Les autres membres sont la première ressource de la coopérative. Un seul suffit pour commencer.",
        "",
    ),
    (
        Step,
        "Lire les sept principes",
        "Cinq minutes. Dites-nous celui que vous ne comprenez pas.",
        "",
    ),
    (
        Step,
        "Parler d’assurance",
        "Aucun chantier ni aucune prestation ne commence sans attestation. Demandez la vôtre.",
        "",
    ),
    (
        Practice,
        "Clôture du mois",
        "Les factures à émettre et les dépenses arrivent avant le 25. Ce qui arrive après passe au mois suivant, sans exception et sans reproche.",
        "",
    ),
    (
        Practice,
        "Un impayé",
        "Relance écrite à huit jours, appel à quinze, et à trente jours on regarde le dossier ensemble. N’attendez pas d’être en colère.",
        "",
    ),
    (
        Link,
        "Les principes coopératifs",
        "La déclaration de l’Alliance coopérative internationale.",
        "https://www.ica.coop/fr/cooperatives/identite-cooperative",
    ),
    (
        Link,
        "Textes sur les coopératives d’activités et d’emploi",
        "La loi du 31 juillet 2014 et ses décrets.",
        "https://www.legifrance.gouv.fr",
    ),
];
