/** The French texts of the events screens. */
import { fr as s } from '../../lib/i18n/plural.ts';

const events = {
  title: 'Événements',
  upcoming: 'À venir',
  past: 'Passés',
  none: 'Aucun événement à venir.',
  noneHint: 'Les ateliers, formations et rencontres de la coopérative s’affichent ici.',
  event: 'Événement',
  kinds: {
    workshop: 'Atelier',
    training: 'Formation',
    info_meeting: 'Réunion d’information',
    meetup: 'Rencontre',
    assembly: 'Assemblée générale',
    partner_event: 'Événement partenaire',
    other: 'Autre',
  },
  statuses: { tentative: 'À confirmer', confirmed: 'Confirmé', cancelled: 'Annulé' },
  answers: {
    'needs-action': 'Pas encore répondu',
    accepted: 'Je viens',
    tentative: 'Peut-être',
    declined: 'Je ne viens pas',
  },
  yourAnswer: 'Votre réponse',
  seats: {
    none: '',
    to_come: 'Réponse reçue, place pas encore arrivée sur ce téléphone',
    requested: 'Demande enregistrée, place non garantie',
    seated: 'Place confirmée',
    waitlisted: 'Sur liste d’attente',
  },
  seatsTaken: (taken: number, capacity: number) =>
    `${s(taken, 'place prise', 'places prises')} sur ${capacity}`,
  going: (n: number) => s(n, 'personne vient', 'personnes viennent'),
  waiting: (n: number) => `${s(n, 'personne', 'personnes')} en liste d’attente`,
  reconfirm: 'L’horaire ou le lieu a changé : votre réponse est à confirmer.',
  rank: (n: number) => `Rang ${n} sur la liste d’attente`,
  over: 'Cet événement est terminé.',
  leaving: 'C’est complet : votre place ira aussitôt à quelqu’un d’autre.',
  keepSeat: 'Garder ma place',
  giveUp: 'La laisser',
  closed: 'Les réponses sont closes.',
  waitingList: 'Liste d’attente',
  participants: 'Participants',
  cancelled: 'Cet événement est annulé.',
};

export const fr = {
  events,
  nav: {
    events: 'Événements',
  },
  sync: {
    kinds: {
      event: 'Événement',
      rsvp: 'Réponse à un événement',
      roster: 'Événement',
    },
  },
  refused: {
    kinds: {
      event: 'Événement',
      rsvp: 'Réponse',
      roster: 'Places',
    },
  },
  capture: {
    answer: 'Réponse',
    answerHint: 'À un événement',
  },
  today: {
    kind: {
      answer: 'Répondre',
      reconfirm: 'À confirmer de nouveau',
    },
  },
  conflict: {
    fields: {
      capacity: 'Places',
      signupOpen: 'Réponses ouvertes',
    },
  },
  reread: {
    fields: {
      description: 'Description',
    },
  },
};
