/** The texts of being told while the app is closed, in every language: downloaded with the page that shows them. */
import type { JoinFailure } from '../../client/messages.ts';
import type { Language } from '../../lib/i18n/languages.ts';
import type { Ability, Concern } from '../../lib/push_wish.ts';

const fr = {
  intro:
    'Quand quelque chose vous attend et que Besace est fermée, votre coopérative peut vous le dire. Le message ne contient ni nom, ni titre, ni montant.',
  here: 'Sur cet appareil',
  allow: 'Me prévenir ici',
  allowHint:
    'Votre navigateur vous demandera si vous êtes d’accord. Le message passe, chiffré, par le service de l’éditeur du navigateur (Google, Mozilla, Apple ou Microsoft).',
  on: 'Cet appareil vous prévient quand quelque chose vous attend.',
  unknown: 'Cet appareil est inscrit. Ce que vous avez choisi s’affichera avec du réseau.',
  stop: 'Ne plus me prévenir',
  stopped: 'Cet appareil ne vous préviendra plus.',
  stoppedHere:
    'Cet appareil n’affichera plus rien. La coopérative l’apprendra dès qu’il y aura du réseau et que Besace sera ouverte.',
  offline: 'Cela se règle avec du réseau. Ce que vous avez tapé ici reste.',
  unable: {
    install: 'Sur iPhone et iPad, ajoutez d’abord Besace à l’écran d’accueil, puis revenez ici.',
    missing: 'Ce navigateur ne sait pas recevoir de messages quand Besace est fermée.',
    denied:
      'Ce navigateur refuse les messages de Besace. Autorisez les notifications de ce site dans ses réglages, puis revenez ici.',
  } satisfies Record<Exclude<Ability, 'able'>, string>,
  how: 'Comment installer',
  subject: 'Me prévenir pour',
  concerns: {
    coaching: ['Mon accompagnement', 'Entretiens, demandes, actions'],
    accounts: ['Mes comptes', 'Dépenses décidées, relevés, obligations'],
    events: ['Mes événements', 'Un changement, une place qui se libère'],
    votes: ['Les votes', 'Une consultation ou une assemblée qui s’ouvre'],
  } satisfies Record<Concern, [name: string, detail: string]>,
  noConcern: 'Choisissez au moins un sujet, ou touchez « Ne plus me prévenir ».',
  quiet: 'Rien à certaines heures',
  from: 'Silence dès',
  until: 'Jusqu’à',
  quietHint: 'À l’heure de Paris. Ce qui arrive pendant ce temps est dit ensuite.',
  sameHours: 'Choisissez deux heures différentes.',
  time: (hour: number, minute: string) => `${hour}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`,
  saved: 'C’est noté.',
  mail: 'Par courriel',
  mailHint:
    'Une fois par semaine, s’il y a quelque chose : combien de nouveautés par sujet, sans rien de plus.',
  address: 'Mon adresse',
  badAddress: 'Ce n’est pas une adresse de courriel.',
  subscribe: 'Recevoir ce courriel',
  toConfirm: 'À confirmer',
  confirmed: 'Confirmée',
  confirmHint: 'Ouvrez le message envoyé à cette adresse et confirmez : rien d’autre n’y est envoyé avant.',
  stopMail: 'Ne plus recevoir ce courriel',
  mailSent: 'Un message à confirmer part vers cette adresse.',
  mailAsked:
    'Cette adresse a déjà reçu un message à confirmer, ou vous en avez demandé trop. Cherchez ce message, ou réessayez un autre jour.',
  mailStopped: 'Plus aucun courriel ne sera envoyé.',
  unserved:
    'Le service de messages de ce navigateur ne répond pas, ou il est bloqué. Rien n’est changé : réessayez plus tard, ou avec un autre navigateur.',
  /** Why the relay refused, where the words for what people type do not say it. */
  problems: {
    rate_limited: 'Trop de demandes à la suite. Réessayez plus tard.',
    bad_value:
      'La coopérative n’envoie rien par le service de messages de ce navigateur. Essayez avec un autre navigateur.',
    not_found: 'La coopérative ne propose pas encore cela : son relais doit être mis à jour.',
  } as Partial<Record<JoinFailure, string>>,
};

const en: typeof fr = {
  intro:
    'When something waits for you and Besace is closed, your cooperative can tell you. The message holds no name, no title and no amount.',
  here: 'On this device',
  allow: 'Notify me here',
  allowHint:
    'Your browser will ask whether you agree. The message goes, encrypted, through the service of whoever makes the browser (Google, Mozilla, Apple or Microsoft).',
  on: 'This device notifies you when something waits for you.',
  unknown: 'This device is registered. What you chose shows once there is a network.',
  stop: 'Stop notifying me',
  stopped: 'This device will notify you no more.',
  stoppedHere:
    'This device will show nothing any more. The cooperative learns of it once there is a network and Besace is open.',
  offline: 'This needs a network. What you typed here stays.',
  unable: {
    install: 'On iPhone and iPad, add Besace to the home screen first, then come back here.',
    missing: 'This browser cannot receive messages while Besace is closed.',
    denied:
      'This browser refuses messages of Besace. Allow notifications of this site in its settings, then come back here.',
  },
  how: 'How to install',
  subject: 'Notify me about',
  concerns: {
    coaching: ['My coaching', 'Sessions, requests, actions'],
    accounts: ['My accounts', 'Expenses decided, statements, obligations'],
    events: ['My events', 'A change, a place that comes free'],
    votes: ['Votes', 'A consultation or an assembly that opens'],
  },
  noConcern: 'Choose one at least, or touch “Stop notifying me”.',
  quiet: 'Nothing at certain hours',
  from: 'Quiet from',
  until: 'Until',
  quietHint: 'Paris time. What comes meanwhile is told afterwards.',
  sameHours: 'Choose two different times.',
  time: (hour, minute) => `${String(hour).padStart(2, '0')}:${minute}`,
  saved: 'Noted.',
  mail: 'By e-mail',
  mailHint: 'Once a week, if there is anything: how much is new about what, and nothing more.',
  address: 'My address',
  badAddress: 'This is no e-mail address.',
  subscribe: 'Receive this e-mail',
  toConfirm: 'To be confirmed',
  confirmed: 'Confirmed',
  confirmHint: 'Open the message sent to this address and confirm: nothing else is sent there before.',
  stopMail: 'Stop this e-mail',
  mailSent: 'A message to confirm goes to this address.',
  mailAsked:
    'This address has received a message to confirm already, or you asked for too many. Look for it, or try again another day.',
  mailStopped: 'No e-mail will be sent any more.',
  unserved:
    'The message service of this browser does not answer, or is blocked. Nothing changed: try again later, or with another browser.',
  problems: {
    rate_limited: 'Too many requests in a row. Try again later.',
    bad_value:
      'The cooperative sends nothing through the message service of this browser. Try another browser.',
    not_found: 'The cooperative does not offer this yet: its relay needs an update.',
  },
};

export const TEXTS: Record<Language, typeof fr> = { fr, en };
