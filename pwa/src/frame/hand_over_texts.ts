/** The texts of two phones that meet without network, in every language: downloaded with the screens that show them. */
import type { ErrorCode } from '../client/generated/types.ts';
import type { Language } from '../lib/i18n/languages.ts';
import { en as n, fr as s } from '../lib/i18n/plural.ts';

const fr = {
  title: 'Passer à un autre téléphone',
  /** What the other phone does. */
  how: 'Sur l’autre téléphone : Mon espace, « Recevoir d’un téléphone ». Tenez sa caméra devant ce carré jusqu’à ce qu’elle ait tout lu.',
  code: 'Codes QR à filmer avec l’autre téléphone',
  holds: (changes: number, codes: number) =>
    `${s(changes, 'saisie', 'saisies')} en ${s(codes, 'code', 'codes')} qui se suivent, puis recommencent.`,
  long: 'C’est trop long pour la caméra : envoyez-le comme fichier.',
  asFile: 'Envoyer comme fichier',
  file: 'besace-a-recevoir.txt',
  given: 'Sur l’autre téléphone, ouvrez ce fichier par « Recevoir d’un téléphone ».',
  readers: 'Seul le téléphone de quelqu’un qui peut lire ce dossier l’accepte.',
  receive: 'Recevoir d’un téléphone',
  receiveHint:
    'Sans réseau : l’autre personne touche « Passer à un autre téléphone » sur la page de l’entretien, et montre son écran.',
  open: 'Ouvrir la caméra',
  close: 'Fermer la caméra',
  choose: 'Choisir un fichier',
  seeking: 'Cherche le code… Tenez les deux écrans face à face, à une main de distance.',
  progress: (have: number, total: number) => `${s(have, 'code lu', 'codes lus')} sur ${total}`,
  foreign: 'Ce code n’est pas un envoi entre téléphones.',
  noCamera: 'Ce téléphone ne donne pas de caméra à l’application. Demandez le fichier à l’autre personne.',
  denied:
    'La caméra est refusée à l’application. Autorisez-la dans les réglages du navigateur, ou recevez le fichier.',
  unreadable: 'Ce fichier n’est pas un envoi entre téléphones.',
  received: (changes: number, names: string) =>
    `${s(changes, 'saisie reçue', 'saisies reçues')} de ${names}.`,
  already: 'Ce téléphone avait déjà tout cela.',
  waiting: 'Reçu sans réseau, pas encore à la coopérative',
  waitingHint:
    'Le premier des deux téléphones qui retrouve du réseau l’envoie pour les deux. L’autre n’a rien à refaire.',
  from: (name: string) => `par ${name}`,
  /** Why nothing was handed over or taken, where the words for what people type do not say it. */
  problems: {
    not_found: 'Rien n’attend ici : la coopérative a déjà tout reçu.',
    retry: 'Un instant : ce téléphone enregistre encore.',
    too_big: 'C’est trop long pour passer d’un téléphone à l’autre. Attendez le réseau.',
    forbidden:
      'Ce téléphone ne peut pas recevoir cela : son propriétaire ne lit pas ce dossier, ou la personne qui l’a écrit n’en a pas le droit d’après le dernier échange.',
    gone: 'Ce dossier a été remplacé entre-temps. Connectez les deux téléphones une fois.',
  } satisfies Partial<Record<ErrorCode, string>> as Partial<Record<ErrorCode, string>>,
};

const en: typeof fr = {
  title: 'Hand over to another phone',
  how: 'On the other phone: My space, “Receive from a phone”. Hold its camera in front of this square until it has read all of it.',
  code: 'QR codes to be filmed with the other phone',
  holds: (changes, codes) =>
    `${n(changes, 'change', 'changes')} in ${n(codes, 'code', 'codes')}, one after the other, over and over.`,
  long: 'That is too long for the camera: send it as a file.',
  asFile: 'Send as a file',
  file: 'besace-to-receive.txt',
  given: 'On the other phone, open this file by “Receive from a phone”.',
  readers: 'Only the phone of somebody who may read this folder takes it.',
  receive: 'Receive from a phone',
  receiveHint:
    'Without network: the other person touches “Hand over to another phone” on the page of the session, and shows their screen.',
  open: 'Open the camera',
  close: 'Close the camera',
  choose: 'Choose a file',
  seeking: 'Looking for the code… Hold the two screens face to face, a hand apart.',
  progress: (have, total) => `${n(have, 'code', 'codes')} read of ${total}`,
  foreign: 'This code is nothing that a phone hands over.',
  noCamera: 'This phone gives the app no camera. Ask the other person for the file.',
  denied:
    'The app is not allowed to use the camera. Allow it in the browser’s settings, or receive the file.',
  unreadable: 'This file is nothing that a phone hands over.',
  received: (changes, names) => `${n(changes, 'change', 'changes')} received from ${names}.`,
  already: 'This phone had all of that already.',
  waiting: 'Received without network, not at the cooperative yet',
  waitingHint:
    'Whichever of the two phones meets a network first sends it for both. The other has nothing to do again.',
  from: (name) => `by ${name}`,
  problems: {
    not_found: 'Nothing waits here: the cooperative has all of it.',
    retry: 'One moment: this phone is still saving.',
    too_big: 'That is too long to pass from one phone to the other. Wait for a network.',
    forbidden:
      'This phone cannot take that: whose it is does not read this folder, or whoever wrote it has no right to, as of the last exchange.',
    gone: 'This folder was replaced meanwhile. Connect both phones once.',
  },
};

export const TEXTS: Record<Language, typeof fr> = { fr, en };
