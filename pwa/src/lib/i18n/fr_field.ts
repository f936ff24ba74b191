/** What a field says of what is typed in it, in French. */

export const field = {
  unreadable: {
    money: 'Écrivez un montant, par exemple 12,50.',
    rate: 'Écrivez un pourcentage, par exemple 5,5.',
    distance: 'Écrivez des kilomètres, par exemple 12,4.',
    minutes: 'Écrivez une durée, par exemple 1 h 30.',
    whole: 'Écrivez un nombre entier, en chiffres.',
  },
  atLeast: (least: string) => `Au moins ${least}.`,
  atMost: (most: string) => `Au plus ${most}.`,
  asked: 'Deux lectures sont possibles, ou une seule qui n’est pas sûre : choisissez ci-dessous.',
  question: (readings: string) => `${readings} ?`,
  or: ' ou ',
  half: 'Cette date est incomplète, ou elle n’existe pas.',
  years: (first: number, last: number) => `L’année doit être entre ${first} et ${last}.`,
  tooLong: (bytes: string, max: string) =>
    `Trop long : ${bytes} caractères, ${max} au plus (une lettre accentuée compte pour deux). Coupez-le en plusieurs.`,
  inYear: (year: string) => `Enregistré dans ${year}.`,
  movedTo: (year: string) => `Déplacé dans ${year}.`,
  see: 'Voir',
};
