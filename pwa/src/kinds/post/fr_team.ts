/** The French texts of what only the team does for the board. */

export const fr = {
  title: 'Qui appeler',
  quiet: 'Sans réponse depuis 7\u00a0jours',
  quietNone: 'Toutes les annonces ont reçu une réponse.',
  quietHint: 'Un besoin, une offre ou une question qui attend plus de sept jours apparaît ici.',
  isolated: 'Membres isolés',
  isolatedNone: 'Personne n’est isolé.',
  about:
    'Aucune annonce, aucune réponse, aucune place à un événement passé et aucune séance tenue depuis 90\u00a0jours, d’après ce que ce téléphone peut lire. Un appel ou un échange hors de l’application n’y figure pas.',
  withoutSessions: 'Séances non lues ici',
  last: (when: string) => `Dernier signe\u00a0: ${when}`,
  never: 'Aucun signe ici',
  coaches: (names: string) => `Accompagné·e par ${names}`,
};
