/** What what members say of themselves, and the directory, are called where members are told who reads and who writes it. */
import type { Told } from '../kind.ts';

export const access: Told<'profile' | 'directory'> = {
  fr: {
    profile: {
      title: 'Votre profil',
      parts: {
        profile: 'ce que vous dites de vous, coordonnées comprises',
        trades: 'vos métiers',
        skills: 'vos compétences',
        languages: 'vos langues',
      },
    },
    directory: {
      title: 'L’annuaire',
      parts: {
        members: 'votre nom, vos rôles, votre antenne, votre parcours, qui vous accompagne',
      },
    },
  },
  en: {
    profile: {
      title: 'Your profile',
      parts: {
        profile: 'what you say of yourself, contact details included',
        trades: 'your trades',
        skills: 'your skills',
        languages: 'your languages',
      },
    },
    directory: {
      title: 'The directory',
      parts: {
        members: 'your name, your roles, your branch, your stage, who coaches you',
      },
    },
  },
};
