/** Stories that the cooperative tells, what those agree to whom they show, and what everybody reads of them. */
import type { Role } from '../../client/generated/types.ts';
import { Part } from '../../lib/parts.svelte.ts';
import { asked, entriesOf, kind } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { consentsPage, deskPage, newsPage } from './parts.ts';
import { DOCUMENTS, articlePath, consentsPath, storyPath } from './paths.ts';

const read = entriesOf(...DOCUMENTS);

type Field = keyof typeof fr.stories.fields;

/** Coaches draft; communication and direction publish. */
const TELLERS: readonly Role[] = ['coach', 'comms', 'director'];

export const story = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: DOCUMENTS,
    pages: {
      desk: {
        screen: deskPage,
        link: {
          icon: 'note',
          label: (t) => t.stories.desk,
          order: 30,
          at: 'work',
          for: ({ role }) => TELLERS.includes(role),
          bar: { side: 'left', roles: ['comms'], order: 0 },
        },
      },
      news: { screen: newsPage, link: { icon: 'globe', label: (t) => t.stories.news, order: 70 } },
      consents: {
        screen: consentsPage,
        link: { icon: 'check', label: (t) => t.stories.consents, order: 60, at: 'own' },
      },
    },
    place: ({ kind: of, key, owner }) => {
      if (of === 'story') return storyPath(key);
      return of === 'news' ? articlePath(key) : consentsPath(owner);
    },
    reads: {
      stories: read,
      story: read,
      consents: read,
      news: ['news', 'profile'],
      article: ['news', 'profile'],
    },
    waits: {
      story: {
        review: { icon: 'note', text: (t) => t.today.kind.storyReview },
        consent: { icon: 'person', text: (t) => t.today.kind.storyConsent },
      },
      consent: {
        asked: { icon: 'check', text: (t) => t.today.kind.consentAsked },
      },
    },
    next: {},
    commands,
    about: ({ kind: of, key, owner, id }) => {
      switch (of) {
        case 'story':
          return asked(
            () => ({ view: 'story', id: key }),
            ({ row }) => ({ label: row.title }),
          );
        case 'consent':
          return asked(
            () => ({ view: 'consents', member: owner }),
            ({ consents, requests }) => {
              const label =
                requests.find((one) => one.id === id)?.title ??
                consents.find(({ info }) => info.id === id)?.fields.purpose;
              return label === undefined ? undefined : { label };
            },
          );
        default:
          return undefined;
      }
    },
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    // Words that other kinds may have for themselves.
    fieldName: (t, field) => (field in t.stories.fields ? t.stories.fields[field as Field] : undefined),
    values: {
      kind: (t) => [t.stories.kinds],
      status: (t) => [t.stories.statuses],
      sort: (t) => [t.stories.sorts],
    },
  },
);
