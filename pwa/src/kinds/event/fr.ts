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
  told: 'Ce qu’on en raconte',
  tell: 'Raconter',
  toldNone: 'Personne ne l’a encore raconté.',
  leaving: 'C’est complet : votre place ira aussitôt à quelqu’un d’autre.',
  keepSeat: 'Garder ma place',
  giveUp: 'La laisser',
  closed: 'Les réponses sont closes.',
  waitingList: 'Liste d’attente',
  participants: 'Participants',
  cancelled: 'Cet événement est annulé.',
  rides: 'Covoiturage',
  rideSeats: (n: number) => s(n, 'place en voiture', 'places en voiture'),
  more: 'Régime, covoiturage, mot',
  diet: 'Régime alimentaire',
  comment: 'Un mot pour l’équipe',
  readByTeam: 'L’équipe et les personnes qui animent l’événement lisent votre régime et votre mot.',
  carpoolSeats: 'Places que vous proposez en voiture',
  carpoolFrom: 'Au départ de',
  readByAll: 'Tout le monde voit le trajet que vous proposez, une fois votre place confirmée.',
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
      guests: 'Événement',
      rides: 'Événement',
      waitlist: 'Événement',
      places: 'Événement',
    },
  },
  refused: {
    kinds: {
      event: 'Événement',
      rsvp: 'Réponse',
      roster: 'Places',
      guests: 'Réponses',
      rides: 'Covoiturage',
      waitlist: 'Liste d’attente',
      places: 'Liste d’attente',
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
