/** What what members post is called where members are told who reads and who writes it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'post'> = {
  fr: {
    post: {
      title: 'Vos annonces',
      parts: {
        posts: 'annonces',
        replies: 'réponses et remerciements',
        board: 'ce qui est épinglé ou masqué',
      },
    },
  },
  en: {
    post: {
      title: 'Your posts',
      parts: {
        posts: 'posts',
        replies: 'replies and thanks',
        board: 'what is pinned or hidden',
      },
    },
  },
};
