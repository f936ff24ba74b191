/** What events, answers and seats are called where members are told who reads and who writes it. */
import type { Told } from '../kind.ts';

export const access: Told<'event' | 'rsvp' | 'roster'> = {
  fr: {
    event: {
      title: 'Les événements',
      parts: {
        event: 'qui les a créés',
      },
    },
    rsvp: {
      title: 'Vos réponses aux événements',
      parts: {
        answers: 'réponse, commentaire, covoiturage, régime alimentaire',
      },
    },
    roster: {
      title: 'Les places aux événements',
      parts: {
        seats: 'votre place, ou votre rang sur la liste d’attente',
      },
    },
  },
  en: {
    event: {
      title: 'Events',
      parts: {
        event: 'who created them',
      },
    },
    rsvp: {
      title: 'Your answers to events',
      parts: {
        answers: 'answer, comment, carpool, diet',
      },
    },
    roster: {
      title: 'Seats at events',
      parts: {
        seats: 'your seat, or your rank on the waiting list',
      },
    },
  },
};
