/** The English texts of the directory and of profiles. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  members: {
    search: 'Name, trade, skill, offer, need',
    none: 'Nobody matches.',
    noneHint: 'Try another word.',
    lookingForPartners: 'looking for partners',
    associate: 'associate',
    coaches: 'Coached by',
    call: 'Call',
    write: 'Write',
  },
  profile: {
    displayName: 'Name shown',
    trades: 'Trades',
    languages: 'Languages',
    looking: 'I am looking for partners on a job',
    tradeName: 'Trade name',
    branch: 'Branch',
    sector: 'Sector',
    noSector: 'Not chosen yet',
    sectorHint: 'The guide shows you the obligations, the insurance and the VAT of this sector.',
    sectors: {
      advice: 'Advice',
      training: 'Training',
      building: 'Crafts and building',
      care: 'Services to people',
      digital: 'Digital',
      arts: 'Arts and shows',
      farming: 'Farming',
      other: 'Other',
    },
    offer: 'What I offer',
    needs: 'What I am looking for',
    skills: 'Skills',
    skillsHint: 'Separated by commas',
    email: 'Email',
    phone: 'Phone',
    visible: 'Show my contact details to other members',
    contact: 'How to reach me',
    contactHint:
      'The team reads this. Other members read your phone and email only, and only if you show them.',
    emergency: 'In an emergency',
    emergencyHint: 'Whom to call, what must be known. Only the team reads it.',
  },
  sync: {
    kinds: {
      directory: 'Directory',
      profile: 'Your profile',
      contact: 'Contact details',
      contact_shown: 'Contact details',
      membership: 'Memberships',
    },
  },
  refused: {
    kinds: {
      directory: 'Directory',
      profile: 'Profile',
      contact: 'Contact details',
      contact_shown: 'Contact details',
      membership: 'Memberships',
    },
  },
  nav: {
    members: 'Members',
  },
  more: {
    profile: 'My profile',
    profileHint: 'What other members see of you',
    members: 'Directory',
  },
  today: {
    first: {
      people: 'Add your members',
      peopleHint: 'Entrepreneurs, coaches, staff: add them, then invite them.',
      profile: 'Introduce yourself',
      profileHint: 'Your trade, what you offer, how to reach you.',
    },
  },
  conflict: {
    fields: {
      phone: 'Phone',
      email: 'Email',
      tradeName: 'Trade name',
      displayName: 'Name shown',
      contactVisible: 'Contact details shown',
      emergency: 'In an emergency',
      shown: 'Contact details shown',
    },
  },
  reread: {
    fields: {
      offers: 'What I offer',
      needs: 'What I look for',
    },
  },
};
