/** The French texts for those who mark who is there. */
import { fr as s } from '../../lib/i18n/plural.ts';

export const fr = {
  title: 'Feuille de présence',
  slots: 'Demi-journées',
  noSlot: 'Cet événement n’a pas de créneau.',
  notHere: 'Cette feuille n’est pas sur ce téléphone.',
  notHereHint: 'L’équipe d’appui et les personnes qui animent l’événement la tiennent.',
  takenOut: 'Ce créneau n’est plus à l’événement. Ce qui y a été noté reste.',
  counts: (present: number, signed: number, unmarked: number) =>
    [
      s(present, 'présence', 'présences'),
      ...(present > 0 ? [s(signed, 'signature', 'signatures')] : []),
      ...(unmarked > 0 ? [`${unmarked} à noter`] : []),
    ].join(', '),
  nobody: 'Personne n’est attendu pour l’instant.',
  nobodyHint: 'Ajoutez les personnes à mesure qu’elles arrivent.',
  search: 'Chercher une personne',
  trainers: 'Animation',
  unmarked: 'à noter',
  trainer: 'anime',
  signed: 'signé',
  signedFor: (hours: string) => `signé pour ${hours}`,
  /** Before a name, for those who hear it. */
  markPresent: 'Noter présent·e\u00a0: ',
  other: (name: string) => `Autre choix pour ${name}`,
  choice: 'Présence',
  choices: { present: 'Présent·e', trainer: 'Anime', excused: 'Excusé·e', absent: 'Absent·e' },
  notedBy: (who: string, when: string) => `Noté par ${who} ${when}`,
  sign: 'Signer',
  clear: 'Effacer ce qui est noté',
  editVisitor: 'Modifier la personne',
  takeOut: 'Retirer de la feuille',
  tookOut: (name: string) => `${name}\u00a0: hors de la feuille`,
  passRound: 'Faire signer',
  absentOthers: (n: number) =>
    n === 1 ? 'Noter absente l’autre personne' : `Noter absentes les ${n} autres personnes`,
  /** What was just done. */
  done: (name: string, what: string) => `${name}\u00a0: ${what.toLocaleLowerCase('fr')}`,
  cleared: (name: string) => `${name}\u00a0: effacé`,
  signedNow: (name: string) => `${name}\u00a0: signé`,
  absentNow: (n: number) => s(n, 'personne notée absente', 'personnes notées absentes'),
  add: 'Ajouter une personne',
  member: 'Chercher dans la coopérative',
  noneFound: 'Personne de ce nom qui ne soit pas déjà sur la feuille.',
  outside: 'Une personne de l’extérieur',
  newVisitor: 'Personne de l’extérieur',
  name: 'Nom',
  organisation: 'Organisme',
  organisationHint: 'Entreprise, partenaire, école…',
  /** Signing. */
  signTitle: 'Signer sa présence',
  confirms: (title: string, when: string, place: string) =>
    `Je confirme avoir été présent·e à «\u00a0${title}\u00a0», ${[when, place].filter(Boolean).join(', ')}.`,
  heldBy: (title: string, when: string, place: string) =>
    `Je confirme avoir animé «\u00a0${title}\u00a0», ${[when, place].filter(Boolean).join(', ')}.`,
  changed: 'L’horaire ou le lieu vient de changer\u00a0: rien n’est signé. Relisez, puis signez.',
  next: (name: string) => `Ensuite\u00a0: ${name}`,
  back: 'Revenir à la feuille',
  noSigner: 'Cette personne n’est pas sur la feuille.',
};
