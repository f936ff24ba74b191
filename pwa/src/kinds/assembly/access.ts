/** What assemblies are called where members are told who reads and who writes about them. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'assembly'> = {
  fr: {
    assembly: {
      title: 'Les assemblées',
      parts: {
        assemblies: 'qui les a décrites',
        convened: 'qui les a convoquées',
        agenda: 'qui a écrit l’ordre du jour',
        documents: 'qui a ajouté les documents',
        resolutions: 'qui a écrit les résolutions',
        proxies: 'à qui vous donnez pouvoir',
      },
    },
  },
  en: {
    assembly: {
      title: 'Assemblies',
      parts: {
        assemblies: 'who described them',
        convened: 'who convened them',
        agenda: 'who wrote the agenda',
        documents: 'who added documents',
        resolutions: 'who wrote the resolutions',
        proxies: 'whom you let vote for you',
      },
    },
  },
};
