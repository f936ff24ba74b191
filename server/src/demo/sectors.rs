//! What the entrepreneurs of the demonstration do: seven sectors, with the words of each.

use besace_model::kinds::activity::ExpenseCategory::{
    self, Fees, Lodging, Materials, Meal, Promotion, Rent, Software, Supplies, Telecom, Training,
    Travel,
};

/// An expense as receipts show it: category, label, smallest and largest net amount in euros, tax in basis points.
pub(super) type Purchase = (ExpenseCategory, &'static str, i64, i64, i64);

/// One sector.
pub(super) struct Sector {
    /// Entrepreneurs of the 84 in it.
    pub(super) members: usize,
    /// Trades, with what comes before the name of an enseigne.
    pub(super) trades: &'static [&'static str],
    /// Names of enseignes.
    pub(super) signs: &'static [&'static str],
    /// What they offer, in their words.
    pub(super) offers: &'static [&'static str],
    /// Skills others look for.
    pub(super) skills: &'static [&'static str],
    /// Clients, as people write them.
    pub(super) clients: &'static [&'static str],
    /// What they buy.
    pub(super) purchases: &'static [Purchase],
    /// Why they travel.
    pub(super) trips: &'static [&'static str],
    /// Jobs in their pipeline.
    pub(super) jobs: &'static [&'static str],
    /// Sentences of their sessions that only their trade explains.
    pub(super) remarks: &'static [&'static str],
}

/// Bought in every trade.
pub(super) const COMMON: &[Purchase] = &[
    (Meal, "Déjeuner en rendez-vous client", 12, 24, 1000),
    (Meal, "Déjeuner avec le groupe local", 11, 18, 1000),
    (Telecom, "Forfait mobile professionnel", 15, 25, 2000),
    (
        Telecom,
        "Abonnement internet, part professionnelle",
        18,
        22,
        2000,
    ),
    (Travel, "Parking gare", 4, 12, 2000),
    (Travel, "Billet TER aller-retour", 9, 31, 1000),
    (Supplies, "Papier, enveloppes et timbres", 8, 35, 2000),
    (Promotion, "Cartes de visite (250 ex.)", 32, 58, 2000),
    (
        Fees,
        "Cotisation assurance responsabilité civile",
        18,
        42,
        0,
    ),
];

/// Every sector, in the proportions of the cooperative.
pub(super) const SECTORS: [Sector; 7] = [
    Sector {
        members: 21,
        trades: &[
            "Conseil en organisation",
            "Accompagnement RH",
            "Conseil en transition écologique",
            "Facilitation et médiation",
        ],
        signs: &[
            "Cap au large",
            "L’Étincelle conseil",
            "Sens & Cœur de métier",
            "Boussole",
            "Tandem RH",
            "L’Atelier des possibles",
        ],
        offers: &[
            "Diagnostics d’organisation pour associations et petites entreprises, animation de séminaires.",
            "Bilan carbone simplifié et plan d’action pour TPE, de l’entretien au suivi.",
            "Médiation d’équipe et prévention des risques psychosociaux.",
        ],
        skills: &[
            "animation de réunion",
            "entretien d’explicitation",
            "bilan carbone",
            "gestion de projet",
        ],
        clients: &[
            "la communauté de communes",
            "l’association Les Jardins d’Éole",
            "la biscuiterie Le Guen",
            "le bailleur Habitat 29",
            "la mission locale",
        ],
        purchases: &[
            (Meal, "Repas séminaire équipe client", 14, 28, 1000),
            (Lodging, "Nuit d’hôtel, mission à Rennes", 68, 95, 1000),
            (Travel, "Billet TGV Quimper–Paris", 62, 118, 1000),
            (Software, "Abonnement visioconférence", 12, 16, 2000),
            (Supplies, "Feutres, tableaux papier, adhésifs", 14, 46, 2000),
            (Rent, "Location de salle, demi-journée", 45, 90, 2000),
        ],
        trips: &[
            "Diagnostic chez le client",
            "Restitution au comité de direction",
            "Animation d’un séminaire",
            "Rendez-vous prospect",
        ],
        jobs: &[
            "Diagnostic d’organisation",
            "Séminaire d’équipe de deux jours",
            "Plan de transition",
            "Médiation entre services",
        ],
        remarks: &[
            "Le tarif journée reste en dessous du marché local : passer de 480 à 560 € sur les nouvelles missions, en annonçant le tarif avant le devis.",
            "La mission en cours dépasse le cadre prévu ; rédiger un avenant avant la prochaine restitution plutôt qu’après.",
            "Une seule structure représente plus de la moitié du chiffre : identifier trois prospects d’un autre secteur.",
        ],
    },
    Sector {
        members: 13,
        trades: &[
            "Formation bureautique",
            "Formation prévention et secourisme",
            "Formation linguistique",
            "Ingénierie pédagogique",
        ],
        signs: &[
            "Déclic formation",
            "À vive voix",
            "Le Préau",
            "Apprendre autrement",
        ],
        offers: &[
            "Formations courtes aux outils numériques pour les personnes qui en sont éloignées.",
            "Sessions SST et gestes et postures, sur site, en petits groupes.",
            "Cours de français langue étrangère pour les salariés en poste.",
        ],
        skills: &[
            "ingénierie pédagogique",
            "Qualiopi",
            "français langue étrangère",
            "sauveteur secouriste du travail",
        ],
        clients: &[
            "le GRETA",
            "l’OPCO",
            "la conserverie Ty Mor",
            "le centre social de la Vallée",
            "l’EHPAD Les Genêts",
        ],
        purchases: &[
            (Supplies, "Impression des supports stagiaires", 18, 74, 2000),
            (Training, "Recyclage formateur SST", 190, 320, 0),
            (Software, "Licence plateforme de quiz", 9, 24, 2000),
            (Materials, "Mannequin de secourisme, pièces", 35, 120, 2000),
            (Rent, "Location de salle équipée", 80, 160, 2000),
        ],
        trips: &[
            "Session de formation sur site",
            "Évaluation à froid des stagiaires",
            "Réunion pédagogique",
            "Visite de l’organisme financeur",
        ],
        jobs: &[
            "Session SST, 12 stagiaires",
            "Parcours bureautique de 35 h",
            "Module FLE en entreprise",
            "Conception d’un parcours mixte",
        ],
        remarks: &[
            "Les émargements par demi-journée manquent pour deux sessions : les reconstituer avec les preuves de connexion et ne plus attendre la fin du parcours.",
            "L’indicateur 22 de Qualiopi demande la trace de la veille ; tenir une page par mois suffit.",
            "Le financeur paie à soixante jours : prévoir la trésorerie du deuxième trimestre avec ce délai.",
        ],
    },
    Sector {
        members: 17,
        trades: &[
            "Menuiserie",
            "Peinture et enduits naturels",
            "Plomberie et petite rénovation",
            "Paysagisme",
            "Couture et tapisserie",
        ],
        signs: &[
            "Copeaux & Cie",
            "Terre et chaux",
            "L’Établi",
            "Au fil du bois",
            "Côté jardin",
            "La Main verte",
        ],
        offers: &[
            "Agencement sur mesure en bois local, pose comprise, dans un rayon de 40 km.",
            "Enduits à la chaux et à la terre, conseils sur le bâti ancien.",
            "Petits travaux de rénovation et adaptation des salles de bains.",
        ],
        skills: &[
            "bâti ancien",
            "lecture de plan",
            "enduits à la chaux",
            "travail en hauteur",
        ],
        clients: &[
            "M. et Mme Péron",
            "la copropriété Les Dunes",
            "la mairie de Plouhinec",
            "le gîte de Kerœuf",
            "l’école Diwan",
        ],
        purchases: &[
            (Materials, "Panneaux trois plis douglas", 84, 420, 2000),
            (Materials, "Chaux aérienne, 12 sacs", 96, 180, 2000),
            (Materials, "Quincaillerie et visserie", 12, 85, 2000),
            (Supplies, "Lames et abrasifs", 16, 72, 2000),
            (Rent, "Location d’un échafaudage, semaine", 110, 190, 2000),
            (Fees, "Contrôle annuel de l’assurance décennale", 60, 120, 0),
            (Travel, "Péage et stationnement chantier", 4, 16, 2000),
        ],
        trips: &[
            "Chantier",
            "Prise de cotes",
            "Retrait de matériaux",
            "Visite avant devis",
        ],
        jobs: &[
            "Bibliothèque sur mesure",
            "Rénovation d’une salle de bains",
            "Enduit chaux, pignon",
            "Terrasse en châtaignier",
        ],
        remarks: &[
            "Deux chantiers ont débordé faute de marge dans le devis : ajouter une ligne d’imprévus de 8 % et la montrer au client.",
            "L’attestation décennale expire avant le chantier d’automne ; la demander maintenant et la joindre aux devis.",
            "Le dos fatigue : voir avec le groupe bâtiment l’achat partagé d’un lève-plaque, et noter les jours de port de charges.",
        ],
    },
    Sector {
        members: 12,
        trades: &[
            "Aide administrative à domicile",
            "Coaching parental",
            "Massage bien-être",
            "Soutien scolaire",
        ],
        signs: &[
            "Mon Relais",
            "Douce heure",
            "La Clé des papiers",
            "Grandir ensemble",
        ],
        offers: &[
            "Aide aux démarches et au classement, à domicile, pour les personnes âgées et leurs aidants.",
            "Séances de bien-être en entreprise et à domicile.",
            "Soutien scolaire du CP à la troisième, avec un temps pour les parents.",
        ],
        skills: &["démarches en ligne", "écoute", "relaxation", "dyslexie"],
        clients: &[
            "Mme Le Floc’h",
            "la résidence Les Ajoncs",
            "la famille Guérin",
            "le CCAS",
            "la clinique vétérinaire",
        ],
        purchases: &[
            (Supplies, "Huiles et linge de massage", 22, 88, 2000),
            (Supplies, "Cahiers et jeux éducatifs", 14, 52, 2000),
            (Training, "Atelier d’échange de pratiques", 60, 120, 0),
            (
                Promotion,
                "Dépliants pour les cabinets médicaux",
                38,
                76,
                2000,
            ),
        ],
        trips: &[
            "Intervention à domicile",
            "Première visite",
            "Rencontre avec la famille",
            "Permanence au CCAS",
        ],
        jobs: &[
            "Abonnement de 4 h par mois",
            "Séances en entreprise",
            "Stage de vacances",
            "Permanence mensuelle",
        ],
        remarks: &[
            "Les trajets entre deux domiciles mangent la journée : regrouper par commune, mardi la côte et jeudi la vallée.",
            "L’agrément services à la personne suppose l’activité exclusive ; la vente de produits doit rester à part.",
            "Poser un cadre écrit d’annulation à 24 heures : trois séances perdues ce mois-ci sans facturation.",
        ],
    },
    Sector {
        members: 9,
        trades: &[
            "Développement web",
            "Design d’interfaces",
            "Médiation numérique",
            "Données et cartographie",
        ],
        signs: &[
            "Pixel & Granit",
            "L’Octet vert",
            "Marée numérique",
            "Code en commun",
        ],
        offers: &[
            "Sites sobres et accessibles pour associations et commerces.",
            "Ateliers de médiation numérique, en mairie et en bibliothèque.",
            "Cartes et tableaux de bord à partir de données ouvertes.",
        ],
        skills: &[
            "accessibilité web",
            "Svelte",
            "cartographie",
            "logiciels libres",
        ],
        clients: &[
            "le parc naturel",
            "la librairie L’Encre sympathique",
            "la médiathèque",
            "le syndicat mixte",
            "la radio locale",
        ],
        purchases: &[
            (Software, "Hébergement et nom de domaine", 6, 48, 2000),
            (Software, "Abonnement outil de maquette", 12, 15, 2000),
            (Supplies, "Disque externe de sauvegarde", 54, 96, 2000),
            (Training, "Inscription à une journée d’étude", 40, 140, 0),
            (Rent, "Poste en espace de travail partagé", 85, 140, 2000),
        ],
        trips: &[
            "Atelier en médiathèque",
            "Recueil des besoins",
            "Mise en ligne chez le client",
            "Rencontre des indépendants du numérique",
        ],
        jobs: &[
            "Refonte de site",
            "Audit d’accessibilité",
            "Cycle de six ateliers",
            "Carte interactive des circuits courts",
        ],
        remarks: &[
            "La maintenance n’est facturée à personne : proposer un forfait de 40 € par mois aux cinq sites en ligne.",
            "Le cahier des charges change à chaque réunion ; faire signer un périmètre par lot, avec un prix par lot.",
            "Trop d’heures le soir : bloquer deux demi-journées sans rendez-vous et le dire aux clients.",
        ],
    },
    Sector {
        members: 8,
        trades: &[
            "Spectacle jeune public",
            "Photographie",
            "Illustration et édition",
            "Régie son et lumière",
        ],
        signs: &[
            "La Malle à histoires",
            "Contre-jour",
            "L’Encre et la Lune",
            "Basse marée",
        ],
        offers: &[
            "Spectacle conté pour les 3 à 8 ans, autonome en technique.",
            "Reportages pour associations et artisans, tirages d’art.",
            "Illustrations pour l’édition jeunesse et les musées.",
        ],
        skills: &["photographie", "mise en page", "régie", "conte"],
        clients: &[
            "le festival des Filets bleus",
            "la bibliothèque départementale",
            "le musée du Patrimoine",
            "la compagnie des Brisants",
            "l’école des Mimosas",
        ],
        purchases: &[
            (Materials, "Tirages et encadrement", 46, 210, 2000),
            (Supplies, "Piles, gaffer et gélatines", 12, 48, 2000),
            (Rent, "Location de matériel son", 70, 220, 2000),
            (Lodging, "Chambre d’hôtes en tournée", 48, 72, 1000),
            (Promotion, "Affiches A3 (100 ex.)", 42, 68, 2000),
        ],
        trips: &[
            "Représentation",
            "Repérage",
            "Prise de vue",
            "Montage et démontage",
        ],
        jobs: &[
            "Trois représentations scolaires",
            "Reportage sur un chantier naval",
            "Album jeunesse, 24 planches",
            "Régie d’un festival",
        ],
        remarks: &[
            "Les droits d’auteur se déclarent à part : vérifier le numéro de sécurité sociale des artistes-auteurs avant la facture.",
            "Le cachet annoncé ne couvre pas le montage : établir une grille avec déplacement, montage et reprise.",
            "La saison se joue entre octobre et janvier pour l’été : envoyer le dossier à vingt programmateurs avant la Toussaint.",
        ],
    },
    Sector {
        members: 4,
        trades: &[
            "Maraîchage",
            "Apiculture",
            "Plantes aromatiques",
            "Conserverie de légumes",
        ],
        signs: &[
            "Les Pieds sur terre",
            "Miellerie de l’Aber",
            "Simples & Sauvages",
            "Bocal d’ici",
        ],
        offers: &[
            "Paniers de légumes de saison, vente au marché du samedi.",
            "Miels de printemps et de bruyère, visites du rucher.",
            "Tisanes et sirops de plantes cultivées sans pesticide.",
        ],
        skills: &[
            "vente sur les marchés",
            "conservation",
            "agriculture biologique",
            "apiculture",
        ],
        clients: &[
            "l’AMAP de la Vallée",
            "le restaurant Le Goéland",
            "la cuisine centrale",
            "l’épicerie Vrac & Co",
            "le marché de Pont-l’Abbé",
        ],
        purchases: &[
            (Materials, "Plants et semences", 24, 160, 1000),
            (Materials, "Bocaux et capsules", 46, 210, 2000),
            (Rent, "Droit de place, marché", 9, 22, 0),
            (Supplies, "Terreau et voile de forçage", 28, 95, 2000),
            (Fees, "Certification biologique, acompte", 90, 140, 0),
        ],
        trips: &[
            "Marché",
            "Livraison des paniers",
            "Visite d’un rucher",
            "Retrait de plants",
        ],
        jobs: &[
            "Contrat de paniers annuel",
            "Commande de la cuisine centrale",
            "Coffrets de fin d’année",
            "Atelier pour une école",
        ],
        remarks: &[
            "La marge par produit n’est pas connue : peser et chronométrer une semaine type, puis arrêter les trois références qui perdent.",
            "La gelée tardive coûte un mois de paniers : prévenir les abonnés et proposer des conserves.",
            "Le contrôle bio demande le cahier de culture à jour ; dix minutes le vendredi suffisent.",
        ],
    },
];
