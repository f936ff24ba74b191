/** What groups are called where members are told who reads and who writes about them. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'group'> = {
  fr: {
    group: {
      title: 'Les groupes',
      parts: {
        groups: 'qui les a décrits',
        founded: 'qui les a fondés',
        members: 'votre adhésion',
        mandates: 'vos candidatures et vos mandats',
        minutes: 'qui a écrit les comptes rendus',
        actions: 'les actions qui vous sont confiées',
      },
    },
  },
  en: {
    group: {
      title: 'Groups',
      parts: {
        groups: 'who described them',
        founded: 'who founded them',
        members: 'your membership',
        mandates: 'what you stand for and hold',
        minutes: 'who wrote the minutes',
        actions: 'actions that you do',
      },
    },
  },
};
