/** The French texts of the notes themselves. */

export const fr = {
  noNotes: 'Aucune note.',
  noNotesHint: 'Vos notes sur cette personne. Vous seul·e pouvez les lire.',
  privateNotes: 'Vous seul·e lisez ces notes.',
  note: 'Note',
  nextTime: 'Pour la prochaine fois',
  text: 'Texte',
};
