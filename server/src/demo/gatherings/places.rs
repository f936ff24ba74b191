//! Where events take place.

/// Where each branch meets.
pub(in crate::demo) const PLACES: [[&str; 3]; 3] = [
    [
        "Siège de la coopérative, 12 rue du Frout, Quimper",
        "Médiathèque des Ursulines, Quimper",
        "Le Cœur de ville, salle Vallès",
    ],
    [
        "Maison des services, Châteaulin",
        "Tiers-lieu La Filature, Pleyben",
        "Salle polyvalente de Lothey",
    ],
    [
        "Abri du marin, Douarnenez",
        "Criée numérique, Le Guilvinec",
        "Salle Ar Mor, Audierne",
    ],
];
