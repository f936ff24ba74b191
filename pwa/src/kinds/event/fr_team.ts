/** The French texts for those who hold an event. */

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
  attendance: (title: string) => `Feuille d’émargement\u00a0: ${title}`,
  printAttendance: 'Imprimer la feuille d’émargement',
  person: 'Nom',
  trainer: 'Animé par (nom et signature)',
  guests: 'Qui vient',
  diets: 'Régimes de ceux qui viennent',
  answers: { 'needs-action': '', accepted: 'Vient', tentative: 'Peut-être', declined: 'Ne vient pas' },
};
