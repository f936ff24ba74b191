/** The French texts of the board. */
import { fr as s } from '../../lib/i18n/plural.ts';

const board = {
  title: 'Entraide',
  none: 'Rien sur le panneau pour l’instant.',
  noneHint: 'Un besoin, un coup de main, une expérience\u00a0: écrivez-le, même sans réseau.',
  search: 'Chercher sur le panneau',
  all: 'Tout',
  post: 'Annonce',
  newPost: 'Nouvelle annonce',
  topic: 'De quoi s’agit-il\u00a0?',
  topics: {
    need: 'Besoin',
    offer: 'Offre',
    experience: 'Expérience',
    question: 'Question',
    news: 'Nouvelle',
  },
  postTitle: 'Titre',
  body: 'Texte',
  tags: 'Mots-clés',
  tagsHint: 'Séparés par des virgules.',
  expires: 'Jusqu’au',
  status: 'Où en est-on\u00a0?',
  statuses: { open: 'Ouverte', matched: 'Trouvé', closed: 'Close' },
  expired: 'Date passée',
  pinned: 'Épinglée',
  hidden: (reason: string) => `Masquée\u00a0: ${reason}`,
  replies: (n: number) => s(n, 'réponse', 'réponses'),
  repliesTitle: 'Réponses',
  noReplies: 'Personne n’a encore répondu.',
  yourReply: 'Votre réponse',
  helps: 'Je peux aider',
  offersHelp: 'Propose son aide',
  takeBack: 'Retirer ma réponse',
  thank: 'Dire merci',
  read: 'J’ai lu',
  thanked: (name: string) => `${name} dit merci`,
  youThanked: 'Vous avez dit merci',
  pin: 'Épingler en haut',
  unpin: 'Ne plus épingler',
  hide: 'Masquer',
  show: 'Montrer de nouveau',
  reason: 'Pourquoi masquer',
  meetings: 'Cela pourrait aller ensemble',
  meetingsHint: 'Proposé d’après les mots des annonces et des profils. À vous de voir.',
  ofEvent: 'Vous racontez un événement\u00a0: votre texte sera lu depuis sa page.',
  theEvent: 'L’événement raconté',
  calls: 'Sans réponse, membres isolés',
};

export const fr = {
  board,
  sync: {
    kinds: {
      post: 'Annonce',
    },
  },
  refused: {
    kinds: {
      post: 'Annonce',
    },
  },
  capture: {
    post: 'Annonce',
    postHint: 'Un besoin, une offre, une question',
  },
  today: {
    kind: {
      help: 'On propose de vous aider',
      reply: 'Réponse à votre annonce',
    },
  },
  conflict: {
    fields: {
      topic: 'Sujet',
      tags: 'Mots-clés',
      expires: 'Jusqu’au',
      event: 'Événement',
    },
  },
  reread: {
    fields: {
      body: 'Texte',
    },
  },
};
