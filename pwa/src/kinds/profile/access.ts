/** What what members say of themselves, and the directory, are called where members are told who reads and who writes it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'profile' | 'directory' | 'contact' | 'contact_shown' | 'membership'> = {
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
    contact: {
      title: 'Comment vous joindre',
      parts: {
        contact: 'téléphone, adresse électronique, personne à prévenir',
      },
    },
    contact_shown: {
      title: 'Ce que vous en montrez à tous',
      parts: {
        contact: 'téléphone et adresse électronique, tant que vous les montrez',
      },
    },
    membership: {
      title: 'La liste des membres',
      parts: {
        members: 'votre nom, votre parcours, votre sociétariat',
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
    contact: {
      title: 'How to reach you',
      parts: {
        contact: 'telephone, e-mail, person to call',
      },
    },
    contact_shown: {
      title: 'What of it you show to all',
      parts: {
        contact: 'telephone and e-mail, while you show them',
      },
    },
    membership: {
      title: 'The list of members',
      parts: {
        members: 'your name, your stage, whether you are an associate',
      },
    },
  },
};
