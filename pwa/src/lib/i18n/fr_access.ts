/** The French texts of the page that says who reads and who writes what about the reader. */

export const access = {
  intro:
    'Ce que la coopérative garde sur vous, et ce que chacun peut en faire. Cette page est tirée des règles que suivent tous les téléphones et la coopérative\u00a0: elle dit ce qui est.',
  read: 'Lu par',
  /** Of who stands in for a coach: the last day on which they read. */
  until: (day: string) => `en remplacement, jusqu’au ${day}`,
  written: 'Écrit par',
  /** Those who read: in documents of one's own, and in those of the cooperative. */
  readers: {
    everyone: 'tous les membres de la coopérative',
    activity: 'vous, les personnes qui vous accompagnent, la finance et la direction',
    coaching: 'vous et les personnes qui vous accompagnent',
    own: 'vous, et personne d’autre',
    contact: 'vous et l’équipe d’appui',
    team: 'l’équipe d’appui',
    direction: 'la finance et la direction',
    guests: 'l’équipe d’appui, et qui anime l’événement ou a mandat pour le partenaire',
  },
  /** Those who read what somebody else has about the reader. */
  author: 'la personne qui les écrit, et personne d’autre\u00a0: pas même vous',
  /** Those who write: in documents of one's own, and in those of the cooperative. */
  writers: {
    owner: 'vous',
    coach: 'les personnes qui vous accompagnent',
    owner_or_coach: 'vous et les personnes qui vous accompagnent',
    coach_about: 'la personne qui vous accompagne',
    organisers: 'qui organise',
    creator: 'qui l’a noté, et la direction',
    creator_or_team: 'qui l’a noté, et l’équipe d’appui',
    holder_or_director: 'la personne absente, si elle est de l’équipe d’appui, et la direction',
    holder_creator_or_team: 'qui s’en charge, pour l’avancement',
    relay: 'la coopérative, d’après ce qu’elle a reçu et décidé',
    signer: 'chacun pour sa signature',
    named: 'chacun pour sa signature',
    oneself: 'chacun pour sa part',
    editors: 'la communication et la direction',
    guides: 'la communication, la finance et la direction',
    drafters: 'les accompagnateurs, la communication et la direction',
    team: 'l’équipe d’appui',
    direction: 'la finance et la direction',
    director: 'la direction',
    facilitators: 'qui anime le groupe, et la direction',
    appointers: 'qui anime le groupe, et la direction\u00a0: jamais pour soi-même',
    convenors: 'qui consulte, et la direction',
    group_holders: 'qui anime le groupe consulté, et la direction',
    secretaries: 'la direction et le secrétariat de l’assemblée',
    keepers: 'l’équipe d’appui, et qui anime l’événement ou a mandat pour le partenaire',
  },
  /** Those who write what somebody else has about the reader. */
  writer: 'cette personne seule',
  /** Where the directory names nobody beside the reader. */
  nobody: 'personne d’autre pour l’instant',
};
