/** The French texts of the form of an event. */

export const fr = {
  create: 'Nouvel événement',
  signupOpen: 'Réponses ouvertes',
  branch: 'Antenne',
  addSlot: 'Ajouter un créneau',
  slot: (n: number) => `Créneau ${n}`,
  starts: 'Début',
  ends: 'Fin',
  place: 'Lieu',
  capacity: 'Places',
  capacityHint: 'Vide : sans limite',
  belowSeated: (n: number) =>
    n === 1
      ? 'Une personne de plus a déjà sa place : elle la garde. La prochaine place libre ne sera plus donnée.'
      : `${n} personnes de plus ont déjà leur place : elles la gardent. Les ${n} prochaines places libres ne seront plus données.`,
  description: 'Description',
  name: 'Titre',
  kind: 'Type',
  status: 'État',
  endBeforeStart: 'La fin doit venir après le début.',
};
