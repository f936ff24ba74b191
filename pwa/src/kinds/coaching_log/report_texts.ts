/** The texts of a report that leaves on paper or as a file: downloaded with what makes it. */
import type { Language } from '../../lib/i18n/languages.ts';

const fr = {
  /** Where somebody signs on paper. */
  byHand: 'Date et signature\u00a0:',
  /** What the file is called, before the day. */
  file: 'compte-rendu',
  give: 'Compte rendu en PDF',
  making: 'PDF en préparation…',
  made: 'Le compte rendu est prêt, en PDF.',
  failed: 'Le PDF n’a pas pu être fait. Réessayez.',
  draft: 'Brouillon',
  draftSaid: 'Brouillon\u00a0: ce compte rendu n’est pas signé des deux côtés.',
  page: (number: number, count: number) => `page ${number} sur ${count}`,
  olderText: 'Cette signature porte sur un texte d’avant, changé depuis.',
  notSigned: 'Pas encore signé.',
  proof: 'Empreinte et réception',
  proofSaid:
    'Une signature porte sur tout ce qui précède les signatures, du type de séance au plan d’action. L’empreinte désigne ce texte, et aucun autre.',
  digest: 'Empreinte SHA-256',
  receipt: 'Réception',
  notReceived: 'Pas encore reçu par la coopérative quand ce fichier a été fait.',
  received: (when: string) => `Dernier changement reçu par la coopérative ${when}`,
  receivedBefore: 'Reçu par la coopérative',
  amendments: 'Avenants',
  signedBothSides: 'signé des deux côtés',
  noted: 'Actions et objectifs',
  notedSaid: 'Notés à part, hors signature, tels qu’ils étaient quand ce fichier a été fait.',
  goal: (title: string) => `Objectif\u00a0: ${title}`,
  due: (day: string) => `pour le ${day}`,
  unknown:
    '□ tient la place d’un signe que cette police n’a pas (émoji, autre écriture)\u00a0: il se lit dans Besace.',
  madeWith: 'Fait sur un téléphone avec Besace. Les heures sont celles de Paris.',
};
const en: typeof fr = {
  byHand: 'Date and signature:',
  file: 'report',
  give: 'Report as PDF',
  making: 'Making the PDF…',
  made: 'The report is ready, as PDF.',
  failed: 'The PDF could not be made. Try again.',
  draft: 'Draft',
  draftSaid: 'Draft: this report is not signed by both sides.',
  page: (number, count) => `page ${number} of ${count}`,
  olderText: 'This signature binds an earlier text, changed since.',
  notSigned: 'Not signed yet.',
  proof: 'Digest and receipt',
  proofSaid:
    'A signature binds all that stands before the signatures, from the type of session to the action plan. The digest names that text, and no other.',
  digest: 'SHA-256 digest',
  receipt: 'Receipt',
  notReceived: 'Not received by the cooperative yet when this file was made.',
  received: (when) => `Last change received by the cooperative ${when}`,
  receivedBefore: 'Received by the cooperative',
  amendments: 'Amendments',
  signedBothSides: 'signed by both sides',
  noted: 'Actions and goals',
  notedSaid: 'Noted apart, bound by no signature, as they were when this file was made.',
  goal: (title) => `Goal: ${title}`,
  due: (day) => `by ${day}`,
  unknown:
    '□ stands for a sign that this font does not have (emoji, another script): it can be read in Besace.',
  madeWith: 'Made on a phone with Besace. Times are those of Paris.',
};

export const TEXTS: Record<Language, typeof fr> = { fr, en };
