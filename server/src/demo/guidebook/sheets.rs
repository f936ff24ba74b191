//! The sheets of the seven sectors.

use besace_model::kinds::guide::SectorPart::{Insurance, Note, Obligation, Vat};
use besace_model::kinds::profile::Sector;

use super::Sheet;

pub(in crate::demo) const SHEETS: [Sheet; 7] = [
    (
        Sector::Advice,
        &[
            (
                Obligation,
                "Lettre de mission signée avant de commencer",
                "Objet, durée, prix, livrables, et ce qui n’est pas compris.",
                None,
            ),
            (
                Obligation,
                "Clause de confidentialité relue",
                "Surtout quand vous travaillez pour deux concurrents.",
                None,
            ),
            (
                Obligation,
                "Suivi du temps passé par mission",
                "Pour savoir si le prix de la journée tient.",
                None,
            ),
            (
                Insurance,
                "Responsabilité civile professionnelle",
                "Contrat de groupe de la coopérative. Vérifiez que votre activité y est nommée avant un premier audit.",
                None,
            ),
            (Vat, "Prestations de conseil", "Taux normal.", Some(2000)),
            (
                Note,
                "Sous-traitance",
                "Le contrat du donneur d’ordre passe par le service administratif avant signature.",
                None,
            ),
        ],
    ),
    (
        Sector::Training,
        &[
            (
                Obligation,
                "Convention signée avant la première heure",
                "Avec le programme et le règlement intérieur joints.",
                None,
            ),
            (
                Obligation,
                "Émargement par demi-journée",
                "Signé par chaque stagiaire et par vous.",
                None,
            ),
            (
                Obligation,
                "Questionnaire de satisfaction et preuve des acquis",
                "Pièces demandées à chaque audit Qualiopi.",
                None,
            ),
            (
                Obligation,
                "Heures transmises pour le bilan pédagogique",
                "Avant la fin d’avril, pour le bilan annuel de la coopérative.",
                None,
            ),
            (
                Insurance,
                "Responsabilité civile professionnelle",
                "Couvre vos stagiaires dans les salles louées ; demandez l’attestation au nom du lieu.",
                None,
            ),
            (
                Vat,
                "Formation professionnelle continue",
                "Exonérée sous l’attestation de la coopérative.",
                Some(0),
            ),
            (
                Vat,
                "Animation, conférence, conseil",
                "Taux normal : ce n’est pas de la formation professionnelle.",
                Some(2000),
            ),
            (
                Note,
                "Numéro de déclaration",
                "C’est celui de la coopérative, jamais le vôtre.",
                None,
            ),
        ],
    ),
    (
        Sector::Building,
        &[
            (
                Obligation,
                "Attestation décennale jointe à chaque devis",
                "Nom de l’assureur et zone couverte sur le devis et la facture.",
                None,
            ),
            (
                Obligation,
                "Devis avec gestion des déchets",
                "Quantités estimées, lieu de dépôt et coût.",
                None,
            ),
            (
                Obligation,
                "Carte BTP sur le chantier",
                "Demandée au service social dès le premier contrat.",
                None,
            ),
            (
                Obligation,
                "Évaluation des risques du chantier",
                "Hauteur, poussières, amiante avant travaux dans l’ancien.",
                None,
            ),
            (
                Insurance,
                "Décennale et responsabilité civile",
                "Aucun chantier ne commence avant l’accord écrit de l’assureur sur la technique employée.",
                None,
            ),
            (Vat, "Travaux neufs", "Taux normal.", Some(2000)),
            (
                Vat,
                "Amélioration d’un logement de plus de deux ans",
                "Sur attestation du client.",
                Some(1000),
            ),
            (
                Vat,
                "Rénovation énergétique d’un logement",
                "Travaux éligibles seulement.",
                Some(550),
            ),
            (
                Note,
                "Acompte",
                "Trente pour cent à la commande, écrit dans le devis.",
                None,
            ),
        ],
    ),
    (
        Sector::Care,
        &[
            (
                Obligation,
                "Déclaration de service à la personne vérifiée",
                "Sans elle, pas de crédit d’impôt pour le client.",
                None,
            ),
            (
                Obligation,
                "Attestations fiscales des clients",
                "Envoyées avant le 31 mars.",
                None,
            ),
            (
                Obligation,
                "Extrait de casier judiciaire à jour",
                "Demandé pour la garde d’enfants et les publics fragiles.",
                None,
            ),
            (
                Insurance,
                "Responsabilité civile chez l’habitant",
                "Déclarez tout bris de plus de 150 € dans les cinq jours.",
                None,
            ),
            (
                Vat,
                "Services à la personne",
                "Ménage, garde, cours à domicile.",
                Some(1000),
            ),
            (
                Vat,
                "Aide aux personnes dépendantes",
                "Sous conditions.",
                Some(550),
            ),
            (
                Note,
                "Trajets entre deux clients",
                "C’est du temps de travail : comptez-le dans le prix.",
                None,
            ),
        ],
    ),
    (
        Sector::Digital,
        &[
            (
                Obligation,
                "Contrat de cession de droits",
                "Ce qui est cédé, pour quels usages, pour combien de temps.",
                None,
            ),
            (
                Obligation,
                "Données personnelles : annexe au contrat",
                "Dès que vous hébergez ou lisez des données du client.",
                None,
            ),
            (
                Obligation,
                "Sauvegardes testées",
                "Une restauration essayée par trimestre.",
                None,
            ),
            (
                Insurance,
                "Responsabilité civile avec risque informatique",
                "Le plafond est dans l’attestation ; au-delà, parlez-en avant de signer.",
                None,
            ),
            (Vat, "Prestations numériques", "Taux normal.", Some(2000)),
            (
                Note,
                "Clients dans l’Union européenne",
                "Facture sans TVA avec le numéro du client : à faire valider.",
                None,
            ),
        ],
    ),
    (
        Sector::Arts,
        &[
            (
                Obligation,
                "Licence d’entrepreneur de spectacles",
                "À partir de la septième représentation de l’année.",
                None,
            ),
            (
                Obligation,
                "Déclaration des œuvres jouées",
                "Auprès de la société d’auteurs, avant la date.",
                None,
            ),
            (
                Obligation,
                "Autorisations d’image",
                "Signées, datées, rangées avec les photos.",
                None,
            ),
            (
                Insurance,
                "Matériel et responsabilité civile",
                "Le matériel prêté par un autre membre n’est couvert que s’il est déclaré.",
                None,
            ),
            (Vat, "Billetterie de spectacle vivant", "", Some(550)),
            (Vat, "Ateliers et prestations", "Taux normal.", Some(2000)),
            (
                Note,
                "Droits d’auteur et salaire",
                "Deux régimes différents : demandez avant d’accepter une commande.",
                None,
            ),
        ],
    ),
    (
        Sector::Farming,
        &[
            (
                Obligation,
                "Registre des traitements et des lots",
                "Tenu à jour, gardé cinq ans.",
                None,
            ),
            (
                Obligation,
                "Formation à l’hygiène des denrées",
                "Avant la première vente de produits transformés.",
                None,
            ),
            (
                Obligation,
                "Étiquettes conformes",
                "Origine, allergènes, prix au kilo.",
                None,
            ),
            (
                Insurance,
                "Responsabilité du fait des produits",
                "Étal et marché compris. Le véhicule de vente se déclare à part.",
                None,
            ),
            (Vat, "Produits alimentaires", "", Some(550)),
            (Vat, "Plants, fleurs, bois de chauffage", "", Some(1000)),
            (Vat, "Prestations de jardin", "Taux normal.", Some(2000)),
            (
                Note,
                "Foncier",
                "Aucun bail n’est signé sans l’avis de la direction.",
                None,
            ),
        ],
    ),
];
