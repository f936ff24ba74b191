/** What events, answers and seats are called where members are told who reads and who writes it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'event' | 'rsvp' | 'roster' | 'guests' | 'rides' | 'waitlist' | 'places'> = {
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
        answers: 'réponse, commentaire, covoiturage, régime alimentaire, avis',
      },
    },
    roster: {
      title: 'Les places aux événements',
      parts: {
        seats: 'votre place',
      },
    },
    guests: {
      title: 'Qui vient aux événements',
      parts: {
        guests: 'réponse, commentaire, covoiturage, régime alimentaire, avis',
      },
    },
    rides: {
      title: 'Le covoiturage vers les événements',
      parts: {
        rides: 'les places que vous proposez, une fois la vôtre confirmée',
      },
    },
    waitlist: {
      title: 'Les listes d’attente',
      parts: {
        places: 'votre rang',
      },
    },
    places: {
      title: 'Vos rangs sur les listes d’attente',
      parts: {
        ranks: 'votre rang',
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
        answers: 'answer, comment, carpool, diet, opinion',
      },
    },
    roster: {
      title: 'Seats at events',
      parts: {
        seats: 'your seat',
      },
    },
    guests: {
      title: 'Who comes to events',
      parts: {
        guests: 'answer, comment, carpool, diet, opinion',
      },
    },
    rides: {
      title: 'Lifts to events',
      parts: {
        rides: 'the seats you offer, once you have your own',
      },
    },
    waitlist: {
      title: 'Waiting lists',
      parts: {
        places: 'your rank',
      },
    },
    places: {
      title: 'Your ranks on waiting lists',
      parts: {
        ranks: 'your rank',
      },
    },
  },
};
