/** The French texts of the screens of how one is doing. */

export const fr = {
  private: 'Vous seul·e lisez cette page\u00a0: ni accompagnateur, ni direction, ni statistique.',
  none: 'Rien pour l’instant.',
  noneHint: 'Un chiffre, quelques mots si vous voulez. Avec le temps, vous verrez ce qui change.',
  chart: 'Moyenne de chaque semaine, de 1 à 5',
  mean: (mean: string, n: number) => `${mean} sur 5, ${n === 1 ? 'une fois' : `${n} fois`}`,
  noBeat: 'rien',
  weekOf: (day: string) => `Semaine du ${day}`,
  new: 'Comment allez-vous\u00a0?',
  beat: 'Ce jour-là',
  scores: { '1': '1 · Très mal', '2': '2 · Mal', '3': '3 · Moyen', '4': '4 · Bien', '5': '5 · Très bien' },
  text: 'En quelques mots',
  share: 'En parler avec qui m’accompagne',
  shared: (score: string, day: string, text: string) =>
    `J’aimerais parler de comment je vais (${score} sur 5, ${day}).${text && `\n\n${text}`}`,
};
