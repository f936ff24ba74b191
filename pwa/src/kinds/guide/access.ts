/** What the guide, and what members tick of it, are called where members are told who reads and who writes it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'guide' | 'progress'> = {
  fr: {
    guide: {
      title: 'Le guide de la coopérative',
      parts: {
        pages: 'pages et étapes, avec le nom de qui les a écrites',
        sectors: 'fiches des secteurs, avec le nom de qui les a écrites',
        people: 'qui répond de quoi',
      },
    },
    progress: {
      title: 'Votre avancée dans le guide',
      parts: {
        ticks: 'étapes et obligations cochées',
        read: 'pages lues',
      },
    },
  },
  en: {
    guide: {
      title: 'The guide of the cooperative',
      parts: {
        pages: 'pages and steps, with the name of who wrote them',
        sectors: 'sheets of sectors, with the name of who wrote them',
        people: 'who answers for what',
      },
    },
    progress: {
      title: 'How far you are with the guide',
      parts: {
        ticks: 'steps and obligations ticked',
        read: 'pages read',
      },
    },
  },
};
