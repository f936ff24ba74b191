/** What stories and consents are called where members are told who reads and who writes what about them. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'story' | 'consent' | 'news'> = {
  fr: {
    story: {
      title: 'Les articles en préparation',
      parts: { stories: 'qui les écrit, qui ils montrent' },
    },
    consent: {
      title: 'Vos accords',
      parts: {
        consents: 'ce à quoi vous consentez en général',
        requests: 'les textes qui vous montrent et qu’on vous soumet',
        answers: 'vos réponses',
      },
    },
    news: {
      title: 'Les actualités',
      parts: { people: 'qui elles montrent, avec leur accord' },
    },
  },
  en: {
    story: {
      title: 'Stories being prepared',
      parts: { stories: 'who writes them, whom they show' },
    },
    consent: {
      title: 'What you agree to',
      parts: {
        consents: 'what you agree to in general',
        requests: 'texts that show you and that you are asked about',
        answers: 'your answers',
      },
    },
    news: {
      title: 'News',
      parts: { people: 'whom they show, who agreed' },
    },
  },
};
