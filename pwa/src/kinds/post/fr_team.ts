/** The French texts of what only the team does for the board. */
import { fr as s } from '../../lib/i18n/plural.ts';

export const fr = {
  title: 'Qui appeler',
  quiet: 'Sans réponse depuis 7\u00a0jours',
  quietNone: 'Toutes les annonces ont reçu une réponse.',
  quietHint: 'Un besoin, une offre ou une question qui attend plus de sept jours apparaît ici.',
  isolated: 'Membres isolés',
  isolatedNone: 'Personne n’est isolé.',
  about:
    'Aucune annonce, aucune réponse, aucune place à un événement passé et aucune séance tenue depuis 90\u00a0jours, d’après ce que ce téléphone peut lire. Un appel ou un échange hors de l’application n’y figure pas.',
  themes: 'Besoins par thème',
  themesNone: 'Aucun besoin pour l’instant.',
  themesHint: 'Les besoins de l’entraide sont comptés ici par mot-clé.',
  noTheme: 'Sans mot-clé',
  needs: (n: number) => s(n, 'besoin', 'besoins'),
  openNeeds: (n: number) => `${n} en attente`,
  withoutSessions: 'Séances non lues ici',
  last: (when: string) => `Dernier signe\u00a0: ${when}`,
  never: 'Aucun signe ici',
  coaches: (names: string) => `Accompagné·e par ${names}`,
};
