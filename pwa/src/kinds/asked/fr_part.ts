/** The French texts of the screen of what members ask of the reader. */

export const fr = {
  title: 'Demandes qui vous sont adressées',
  private: 'Vous lisez ces mots, et rien d’autre de l’accompagnement de qui vous les adresse.',
  none: 'Personne ne vous demande rien en ce moment.',
  noneHint:
    'Quand le guide vous nomme pour un sujet, un membre peut vous adresser une demande\u00a0: elle vient ici.',
  /** How it is settled. */
  settled: (name: string) =>
    `Appelez, écrivez ou voyez-vous. La demande quitte cette page quand ${name} la retire, ou quand son accompagnateur y répond.`,
  unreached: (name: string) =>
    `${name} ne vous montre ni téléphone ni e-mail\u00a0: passez par son accompagnateur.`,
};
