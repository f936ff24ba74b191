/** The English texts of stories that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  stories: {
    desk: 'Desk',
    news: 'News',
    consents: 'What I agree to',
    kinds: {
      news: 'News',
      testimony: 'Testimony',
      press: 'Press',
      social: 'Social networks',
      newsletter: 'Letter',
    },
    statuses: { draft: 'Draft', review: 'To review' },
    sorts: { image: 'To be shown and named', testimony: 'To have my words published' },
    fields: {
      publishOn: 'Day of publication',
      sort: 'Consent',
      since: 'From',
      until: 'Until',
      revoked: 'Taken back',
      channels: 'Where it appears',
      people: 'People shown',
    },
  },
  sync: {
    kinds: { story: 'Story', consent: 'Consent', news: 'News' },
  },
  refused: {
    kinds: { story: 'Story', consent: 'Consent', news: 'News' },
  },
  today: {
    kind: {
      storyReview: 'Story to read and approve',
      storyConsent: 'Approved, a consent is missing',
      consentAsked: 'A story shows you: agree or refuse',
    },
  },
};
