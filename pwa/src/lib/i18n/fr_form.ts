/** The French texts of what every form says. */

export const form = {
  restored: (when: string) => `Brouillon gardé sur ce téléphone, ${when}`,
  unkept:
    'Plus de place sur ce téléphone : ce que vous tapez n’est gardé qu’à l’écran. Enregistrez, ou copiez-le.',
  throwAway: 'Jeter le brouillon',
  thrownAway: 'Brouillon jeté.',
  moved: (when: string) =>
    when
      ? `Changé entre-temps (${when}). Ce qui est enregistré :`
      : 'Changé entre-temps. Ce qui est enregistré :',
  movedSave: 'Si vous enregistrez sans choisir, les deux valeurs resteront à vérifier.',
  movedProse: 'Si vous enregistrez sans choisir, les deux textes seront réunis et marqués à relire.',
  movedLost: 'Votre brouillon est trop ancien pour être réuni tout seul : choisissez.',
  take: 'Prendre l’autre',
  keep: 'Garder ma saisie',
  choose: 'Pas enregistré : une valeur a changé entre-temps. Choisissez laquelle garder.',
  gone: 'Cet élément a été supprimé.',
  goneTyped:
    'Cet élément a été supprimé entre-temps. Ce que vous avez tapé est encore ici : copiez-le, ou rétablissez l’élément.',
  bringBack: 'Rétablir',
  drafts: 'Brouillons pas enregistrés',
  draft: 'Brouillon',
  throwAwayShort: 'Jeter',
  saving: (done: string) => `Enregistrement d’un long texte : ${done}`,
  elsewhere: 'ouvert dans une autre fenêtre',
  drawAgain: 'Effacer',
  drawHere: (name: string) => `Cadre où ${name} dessine sa signature`,
  typeInstead: (name: string) => `Si vous ne pouvez pas dessiner : tapez votre nom, « ${name} ».`,
};

/** Prose that was changed in two places at once. */
export const reread = {
  title: 'À relire',
  intro:
    'Deux personnes ont écrit ce passage en même temps. Les deux textes y sont réunis : relisez-le, corrigez-le s’il le faut.',
  byMe: 'Vous avez écrit ce passage à deux endroits en même temps (deux appareils ou deux fenêtres). Les deux textes y sont réunis : relisez-le, corrigez-le s’il le faut.',
  byOne: (name: string) =>
    `${name} a écrit ce passage à deux endroits en même temps. Les deux textes y sont réunis.`,
  removed: '(passage retiré)',
  done: 'J’ai relu',
  fields: {
    text: 'Texte',
  } as Record<string, string>,
};
