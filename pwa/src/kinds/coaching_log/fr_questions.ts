/** The questions, in French, that a coach may go through in a session: by stage, by sort of session, by sector. */
import type { Questions } from './questions.ts';

export const fr: Questions = {
  objectives: {
    any: ['Que faut-il avoir décidé à la fin de cette séance\u00a0?'],
  },
  points: {
    diagnosis: [
      'Le projet en une phrase\u00a0: quoi, pour qui, où\u00a0?',
      'Expérience, diplômes, cartes ou autorisations qu’exige ce métier\u00a0?',
      'De quoi faut-il vivre pendant le lancement\u00a0?',
      'Pourquoi une coopérative, et pas seul·e\u00a0?',
    ],
    follow_up: ['Qu’est-ce qui a avancé depuis la dernière fois\u00a0?', 'Qu’est-ce qui bloque\u00a0?'],
    commercial: [
      'Qui achète, à quel prix, combien de fois par an\u00a0?',
      'Quels devis sont en attente, lesquels relancer\u00a0?',
      'D’où viennent les clients\u00a0?',
    ],
    management: [
      'Trésorerie à trois mois\u00a0: que dit le dernier état\u00a0?',
      'Quelles factures sont en retard\u00a0?',
      'Le prix couvre-t-il le temps, les frais et la contribution\u00a0?',
    ],
    legal: [
      'Devis, conditions, contrat\u00a0: que signe le client\u00a0?',
      'Quelles assurances, jusqu’à quand\u00a0?',
      'Propriété des fichiers, des images, de la clientèle\u00a0?',
    ],
    associate: [
      'Que veut dire être associé·e ici\u00a0: parts, voix, assemblée\u00a0?',
      'Quel engagement, quel mandat\u00a0?',
    ],
    cape: ['Le programme de préparation du CAPE est-il tenu\u00a0?'],
    cesa: ['L’activité minimale du contrat est-elle en vue\u00a0?'],
  },
  plan: {
    any: ['Trois actions au plus\u00a0: qui, quoi, pour quand\u00a0?', 'Quand se revoit-on\u00a0?'],
  },
  'eightPoints.0': {
    any: [
      'Qu’est-ce qui a été atteint des objectifs écrits, et qu’est-ce qui ne l’a pas été\u00a0?',
      'Chiffre d’affaires, marge, trésorerie\u00a0: que dit le dernier état\u00a0?',
    ],
    cape: ['Premiers clients, premières factures\u00a0: qu’ont-ils appris\u00a0?'],
    cesa: ['L’activité minimale du contrat est-elle atteinte\u00a0?'],
    associate: ['Quelle part avez-vous prise à la vie de la coopérative\u00a0?'],
  },
  'eightPoints.1': {
    any: [
      'Que voyez-vous pour les six mois qui viennent\u00a0?',
      'Quels devis et contacts sont en cours\u00a0?',
    ],
    cape: ['À la fin du CAPE\u00a0: renouveler, passer au CESA, ou s’arrêter\u00a0?'],
    cesa: ['Que faudrait-il pour augmenter la part fixe\u00a0?'],
  },
  'eightPoints.2': {
    any: ['Quels objectifs, mesurables, pour quelle date\u00a0?'],
    cape: ['Que faut-il avoir montré avant la fin du CAPE\u00a0?'],
    cesa: ['Quelle activité minimale pour la période qui vient\u00a0?'],
    associate: ['Quelle activité minimale pour la période qui vient\u00a0?'],
  },
  'eightPoints.3': {
    any: ['Quel appui attendez-vous, et de qui\u00a0?', 'Quelle formation, avant quand\u00a0?'],
  },
  'eightPoints.4': {
    any: ['Qui fait quoi, pour quand\u00a0?', 'Qu’est-ce qui se ferait mieux avec d’autres membres\u00a0?'],
  },
  'eightPoints.5': {
    any: ['Accident, presque-accident, fatigue\u00a0: que s’est-il passé\u00a0? Restez factuel.'],
    building: ['Hauteur, engins, poussières, levage\u00a0: protections et formations à jour\u00a0?'],
    farming: ['Machines, produits, chaleur, travail isolé\u00a0: quelles protections\u00a0?'],
    care: ['Port de charges, trajets, travail isolé chez les gens\u00a0: quelles précautions\u00a0?'],
    digital: ['Poste de travail, écran, isolement, horaires\u00a0: est-ce tenable\u00a0?'],
    advice: ['Trajets, écran, horaires\u00a0: est-ce tenable\u00a0?'],
    training: ['Voix, trajets, salles\u00a0: est-ce tenable\u00a0?'],
    arts: ['Bruit, solvants, montage, trajets de nuit\u00a0: quelles protections\u00a0?'],
  },
  'eightPoints.6': {
    any: ['Quelle est l’échéance du sociétariat, et que reste-t-il à faire\u00a0?'],
    cape: ['A-t-on parlé de ce qu’est un·e associé·e\u00a0: parts, voix, assemblée\u00a0?'],
    cesa: ['Combien de parts, versées comment, candidature pour quelle assemblée\u00a0?'],
    associate: ['Quel groupe, quel mandat\u00a0?'],
  },
  'eightPoints.7': {
    any: ['Congés pris, congés restants, prochaines dates\u00a0?'],
    cape: ['Le CAPE n’ouvre pas de congés payés\u00a0: quels temps de repos\u00a0?'],
  },
};
