/** The English texts of the page that says who reads and who writes what about the reader. */
import type { access as fr } from './fr_access.ts';

export const access: typeof fr = {
  intro:
    'What the cooperative keeps about you, and what each person can do with it. This page is made from the rules that every phone and the cooperative follow: it says what is.',
  read: 'Read by',
  written: 'Written by',
  readers: {
    everyone: 'all members of the cooperative',
    activity: 'you, your coaches, finance and direction',
    coaching: 'you and your coaches',
    own: 'you, and nobody else',
    contact: 'you and the support team',
    team: 'the support team',
    direction: 'finance and direction',
    guests: 'the support team and those who facilitate the event',
  },
  author: 'the person who writes them, and nobody else: not even you',
  writers: {
    owner: 'you',
    coach: 'your coaches',
    owner_or_coach: 'you and your coaches',
    coach_about: 'your coach',
    organisers: 'who organises',
    creator: 'who noted it, and direction',
    creator_or_team: 'who noted it, and the support team',
    relay: 'the cooperative, from what it received and decided',
    signer: 'each for their signature',
    named: 'each for their signature',
    oneself: 'each for their part',
    editors: 'communication and direction',
    team: 'the support team',
    direction: 'finance and direction',
    director: 'the directors',
    anyone: 'all members of the cooperative',
  },
  writer: 'that person alone',
  nobody: 'nobody else for now',
};
