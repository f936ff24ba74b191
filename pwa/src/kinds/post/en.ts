/** The English texts of the board. */
import { en as s } from '../../lib/i18n/plural.ts';
import type { fr } from './fr.ts';

export const en: typeof fr = {
  board: {
    title: 'Helping each other',
    none: 'Nothing on the board yet.',
    noneHint: 'A need, a hand to lend, something you lived: write it down, even without network.',
    search: 'Search the board',
    all: 'All',
    post: 'Post',
    newPost: 'New post',
    topic: 'What is it?',
    topics: {
      need: 'Need',
      offer: 'Offer',
      experience: 'Experience',
      question: 'Question',
      news: 'News',
    },
    postTitle: 'Title',
    body: 'Text',
    tags: 'Keywords',
    tagsHint: 'With commas between them.',
    expires: 'Until',
    status: 'Where does it stand?',
    statuses: { open: 'Open', matched: 'Found', closed: 'Closed' },
    expired: 'Date past',
    pinned: 'Pinned',
    hidden: (reason) => `Hidden: ${reason}`,
    replies: (n) => s(n, 'answer', 'answers'),
    repliesTitle: 'Answers',
    noReplies: 'Nobody has answered yet.',
    yourReply: 'Your answer',
    helps: 'I can help',
    offersHelp: 'Offers to help',
    takeBack: 'Take my answer back',
    thank: 'Say thanks',
    read: 'I have read it',
    thanked: (name) => `${name} says thanks`,
    youThanked: 'You said thanks',
    pin: 'Pin to the top',
    unpin: 'Unpin',
    hide: 'Hide',
    show: 'Show again',
    reason: 'Why hide it',
    meetings: 'These might go together',
    meetingsHint: 'Proposed by the words of posts and profiles. It is for you to say.',
    ofEvent: 'You tell of an event: your text will be read from its page.',
    theEvent: 'The event it tells of',
    calls: 'Unanswered, isolated members',
  },
  sync: {
    kinds: {
      post: 'Post',
    },
  },
  refused: {
    kinds: {
      post: 'Post',
    },
  },
  capture: {
    post: 'Post',
    postHint: 'A need, an offer, a question',
  },
  today: {
    kind: {
      help: 'Somebody offers to help',
      reply: 'Answer to your post',
    },
  },
  conflict: {
    fields: {
      topic: 'Subject',
      tags: 'Keywords',
      expires: 'Until',
      event: 'Event',
    },
  },
  reread: {
    fields: {
      body: 'Text',
    },
  },
};
