/** The French texts about files: pictures and PDFs, whatever they are of. */
import { fr as s } from './plural.ts';

export const files = {
  photograph: 'Photographier',
  choose: 'Choisir une image ou un PDF',
  preparing: 'Préparation de la photo…',
  count: (n: number) => s(n, 'photo', 'photos'),
  /** One of several, of what is named. */
  shown: (what: string, n: number, of: number) => (of > 1 ? `${what}, ${n} sur ${of}` : what),
  open: (what: string) => `Ouvrir : ${what}`,
  remove: 'Retirer',
  removeOne: (what: string) => `Retirer : ${what}`,
  removed: 'Photo retirée.',
  pdf: 'PDF',
  kept: 'sur ce téléphone',
  waiting: 'en attente d’envoi',
  sending: (share: string) => `envoi en cours, ${share}`,
  received: 'reçu',
  refused: (why: string) => `refusé : ${why}`,
  sendAgain: 'Réessayer l’envoi',
  full: 'Ce téléphone n’a plus de place pour cette photo. Vous pouvez enregistrer sans elle, ou libérer de l’espace et la reprendre.',
  failed: 'La photo n’a pas pu être gardée sur ce téléphone. Réessayez.',
  many: (max: number) => `Pas plus de ${max} photos : retirez-en une d’abord.`,
  unfit: {
    kind: 'Ce fichier n’est ni une image ni un PDF.',
    size: 'Ce fichier est trop gros : 4 Mo au plus. Photographiez plutôt la page.',
    unreadable:
      'Cette image ne se lit pas sur ce téléphone. Photographiez à nouveau, ou choisissez-en une autre.',
  },
  coming: 'Téléchargement…',
  notHere: 'Cette photo n’est pas sur ce téléphone, et il n’y a pas de réseau pour la télécharger.',
  notArrived:
    'Cette photo n’est pas encore arrivée à la coopérative : elle est sur le téléphone de la personne qui l’a prise.',
  noRoom: 'Ce téléphone n’a plus de place pour télécharger cette photo.',
  previous: 'Précédente',
  next: 'Suivante',
  larger: 'Agrandir',
  smaller: 'Réduire',
  savePdf: 'Enregistrer le PDF',
  standing: 'Photos et fichiers à envoyer',
  leavePending: (n: number) =>
    n === 1
      ? 'Une photo n’a pas encore été reçue par la coopérative et sera perdue.'
      : `${n} photos n’ont pas encore été reçues par la coopérative et seront perdues.`,
  standingTitle: 'Photos et fichiers',
  /** The explanation of states, on the page of sync. */
  explain:
    'Une photo part après la saisie qui la porte, par petits morceaux, et reprend où elle en était. Fermer l’application n’en perd aucune.',
};
