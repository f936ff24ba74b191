/** What opportunities are called where members are told who reads and who writes them. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'opportunity'> = {
  fr: {
    opportunity: {
      title: 'Les opportunités',
      parts: {
        opportunities: 'celles que vous avez notées',
        interested: 'ce qui vous intéresse',
        comments: 'vos commentaires',
        decision: 'qui a décidé',
        actions: 'les actions qui vous sont confiées',
      },
    },
  },
  en: {
    opportunity: {
      title: 'Opportunities',
      parts: {
        opportunities: 'those that you noted',
        interested: 'what you are interested in',
        comments: 'your comments',
        decision: 'who decided',
        actions: 'actions that are yours',
      },
    },
  },
};
