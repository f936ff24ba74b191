/** The French texts of the app itself; each kind of document has its own beside its screens (`kinds/`). */
import { fr as errors } from './fr_errors.ts';
import { field } from './fr_field.ts';
import { files } from './fr_files.ts';
import { form, reread } from './fr_form.ts';
import { join } from './fr_join.ts';
import { people } from './fr_people.ts';
import { fr as s } from './plural.ts';

export const fr = {
  nav: {
    today: 'Aujourd’hui',
    coop: 'Coopérative',
    main: 'Navigation principale',
    skip: 'Aller au contenu',
    back: 'Retour',
    capture: 'Noter',
  },
  common: {
    /** Turnover is told without tax, what is spent with it. */
    beforeTax: (money: string) => `${money}\u00a0HT`,
    withTax: (money: string) => `${money}\u00a0TTC`,
    /** What has no name of its own. */
    entry: 'Une saisie',
    entryOf: (day: string) => `Saisie du ${day}`,
    save: 'Enregistrer',
    saveAgain: 'Enregistrer, encore une',
    cancel: 'Annuler',
    close: 'Fermer',
    edit: 'Modifier',
    remove: 'Supprimer',
    undo: 'Annuler',
    add: 'Ajouter',
    retry: 'Réessayer',
    copy: 'Copier',
    copied: 'Copié.',
    discard: 'Abandonner',
    saved: 'Enregistré sur ce téléphone.',
    removed: 'Supprimé.',
    notSaved: 'Pas enregistré.',
    full: 'Pas enregistré : ce téléphone n’a plus de place. Ce que vous avez tapé reste à l’écran. Libérez de l’espace, puis réessayez.',
    notSavedRetry: 'Pas enregistré : réessayez. Votre brouillon est gardé.',
    more: 'La suite',
    optional: 'facultatif',
    none: '—',
    you: 'Vous',
    loading: 'Lecture…',
    missing: 'Cet élément n’est pas sur ce téléphone.',
    notOnPhoneYet: 'Pas encore sur ce téléphone : il faut du réseau, une seule fois, pour le télécharger.',
    draftKept: 'Brouillon gardé sur ce téléphone',
    required: 'À remplir.',
    export: 'Exporter en CSV',
    exported: (n: number) => s(n, 'ligne exportée', 'lignes exportées'),
    print: 'Imprimer',
    /** By whom a sheet of paper was made, and when. */
    printed: (when: string, by: string) => `Imprimé ${when}${by ? ` par ${by}` : ''}`,
  },
  record: {
    local: 'sur ce téléphone',
    handed: (name: string) => `par ${name}, sans réseau`,
    toReread: 'à relire',
    received: (when: string) => `reçu par la coopérative ${when}`,
    receivedShort: 'reçu',
    refused: 'refusé',
    toCheck: 'à vérifier',
  },
  sync: {
    line: {
      opening: 'Ouverture…',
      full: 'Plus de place',
      sent: 'Tout est envoyé',
      never: 'Pas encore de contact',
      filling: 'Premier chargement',
      suspended: 'Accès suspendu',
      removed: 'Appareil retiré',
      upgrade: 'Mise à jour nécessaire',
      blocked: 'Envoi arrêté',
      noNetwork: 'pas de réseau',
      unreachable: 'coopérative injoignable',
      connecting: 'connexion…',
      sending: 'envoi en cours',
      saving: (n: number) => `${n} en cours d’écriture`,
      pending: (n: number) => `${n} à envoyer`,
      refused: (n: number) => s(n, 'refusé', 'refusés'),
      drafts: (n: number) => s(n, 'brouillon', 'brouillons'),
    },
    stops: {
      suspended:
        'Votre coopérative ne laisse plus cet appareil entrer : votre accès est suspendu. Appelez-la. Ce que vous saisissez reste sur ce téléphone et partira si l’accès revient.',
      removed: 'Cet appareil a été retiré.',
      upgrade:
        'Votre coopérative parle une autre version. Rechargez l’application avec du réseau : ce qui n’est pas envoyé reste sur ce téléphone.',
      blocked:
        'L’envoi est arrêté. Appelez votre coopérative : ce qui n’est pas envoyé reste sur ce téléphone.',
    },
    unprotected:
      'Le navigateur n’a pas promis de garder ces données : s’il manque de place, il peut les effacer. Installez l’application, et envoyez dès qu’il y a du réseau.',
    unsentTitle: 'Pas encore envoyé',
    waits: {
      network: 'attend le réseau',
      turn: 'part au prochain échange',
      saving: 'attend de la place sur ce téléphone',
      before: 'attend ce qui a été fait avant',
      pace: 'attend que la coopérative redemande',
      aside: 'attend que le dossier puisse être lu',
      newer: 'attend que le relais de la coopérative soit mis à jour',
      stopped: 'attend que l’envoi reprenne',
      decision: 'refusé : attend votre décision',
    },
    kinds: {},
    nextTry: 'Prochain essai',
    docs: 'Dossiers sur ce téléphone',
    storageFailed:
      'Ce téléphone n’a plus de place : rien de nouveau ne peut être enregistré. Libérez de l’espace.',
    unreadable: (n: number) =>
      `${s(n, 'élément illisible mis', 'éléments illisibles mis')} de côté sur ce téléphone.`,
    opening: 'Ouverture…',
    now: 'Envoyer maintenant',
    title: 'Envoi et réception',
    lastContact: 'Dernier contact',
    waitingLabel: 'En attente d’envoi',
    clock: (minutes: number) =>
      `L’horloge de ce téléphone est décalée de ${s(minutes, 'minute', 'minutes')}. Vos saisies gardent leur ordre, mais les heures affichées peuvent surprendre.`,
    statesTitle: 'Ce que disent les mots',
    explainLocal:
      'Sur ce téléphone : c’est écrit, et reste là quand l’app se ferme ou que le téléphone s’éteint. La coopérative ne l’a pas encore : un téléphone perdu ou vidé l’emporterait.',
    explainReceived:
      'Reçu par la coopérative : c’est enregistré chez elle, à l’heure indiquée. Vous pouvez vous en servir comme preuve.',
    explainRefused:
      'Refusé : la coopérative n’a pas pu l’accepter. Rien n’est perdu : vous pouvez copier, corriger ou abandonner.',
    explainToCheck:
      'À vérifier : deux personnes ont changé la même chose chacune de leur côté. Vous choisissez.',
    whenTitle: 'Quand l’envoi se fait',
    whenAuto: 'Tout seul, dès que l’application est ouverte et qu’il y a du réseau.',
    whenIos: 'Sur iPhone, l’envoi se fait seulement quand l’application est ouverte.',
    firstDownload: (done: string, total: string) => `Premier chargement : ${done} sur ${total}`,
    filling: 'Pas encore arrivé.',
    fillingHint: 'Cette liste se remplit pendant le premier chargement.',
    firstDownloadHint:
      'Vous pouvez déjà travailler. Si le réseau coupe, le chargement reprendra où il en était.',
  },
  aside: {
    note: ': ce téléphone n’a pas pu lire ce dossier et l’a mis de côté. Ce qui s’en affiche peut être ancien. Tout le reste fonctionne.',
    waiting: (n: number) =>
      `${s(n, 'saisie attend', 'saisies attendent')} qu’il soit lisible à nouveau. Rien n’est perdu.`,
    again: 'Télécharger à nouveau',
    copy: 'Copier ce qui attend',
  },
  capture: {
    title: 'Noter',
  },
  coop: {
    search: 'Chercher partout',
    found: (n: number): string => s(n, 'résultat', 'résultats'),
    noneFound: 'Rien de tel sur ce téléphone.',
    noneFoundHint: 'Essayez moins de mots, ou le nom d’une personne.',
    work: 'Mon travail',
    shared: 'Pour tout le monde',
    /** After the number, for those who hear it. */
    fresh: (n: number): string => (n < 2 ? 'nouveauté' : 'nouveautés'),
  },
  today: {
    worksAs: 'Je travaille comme',
    waiting: 'Ce qui m’attend',
    nothingWaiting: 'Rien ne vous attend.',
    nothingWaitingHint: 'Profitez-en pour noter une dépense, un trajet ou une idée avec le bouton Noter.',
    next: 'À venir',
    noNext: 'Aucun rendez-vous ni événement à venir.',
    month: 'Ce mois-ci',
    seeAll: (n: number) => `Tout voir (${n})`,
    pressing: { wrong: 'À régler', late: 'En retard', soon: 'Cette semaine', later: 'Ensuite' },
    first: {
      title: 'Pour commencer',
      install: 'Installez l’application',
      installHint: 'Sans cela, l’iPhone peut effacer vos saisies au bout de quelques jours.',
    },
    moreWaiting: (n: number) => `et ${s(n, 'autre', 'autres')}`,
    away: (n: number) => s(n, 'changement pendant votre absence', 'changements pendant votre absence'),
    kind: {
      conflict: 'À vérifier',
      reread: 'À relire',
      refused: 'Refusé',
    },
  },
  field,
  files,
  form,
  reread,
  people,
  more: {
    title: 'Mon espace',
    devices: 'Mes appareils',
    notices: 'Être prévenu·e',
    access: 'Qui lit et écrit quoi sur vous',
    thisDevice: 'Cet appareil',
    otherDevices: 'Mes autres appareils',
    noOtherDevices: 'Aucun autre.',
    people: 'Membres et invitations',
    conflicts: 'À vérifier',
    inviteDevice: 'Ajouter un appareil',
    inviteHint:
      'Une invitation à ouvrir sur l’autre appareil : par son lien, son code QR ou en tapant son code.',
    devicesOffline: 'La liste de vos appareils demande du réseau.',
    refused: 'Éléments refusés',
    away: 'Pendant votre absence',
    sync: 'Envoi et réception',
    receive: 'Recevoir d’un téléphone',
    device: 'Ce téléphone : place et diagnostic',
    install: 'Installer sur le téléphone',
    language: 'Langue',
    version: (version: string) => `Version ${version}`,
    leave: 'Retirer Besace de ce téléphone',
    leaveHint: 'Efface vos données de ce téléphone. Ce que la coopérative a reçu reste chez elle.',
    leavePending: (n: number) =>
      `${s(n, 'saisie n’a pas', 'saisies n’ont pas')} encore été reçue${n > 1 ? 's' : ''} par la coopérative et sera${n > 1 ? 'ont' : ''} perdue${n > 1 ? 's' : ''}.`,
    leaveConfirm: 'Effacer de ce téléphone',
    storage: 'Stockage protégé',
    storageYes: 'Oui : ce navigateur n’effacera pas vos données.',
    storageNo: 'Pas encore : installez l’application pour protéger vos données.',
    installed: 'Installée',
    notInstalled: 'Dans le navigateur',
    roles: {
      entrepreneur: 'Entrepreneur·e',
      coach: 'Accompagnateur·rice',
      finance: 'Finance',
      comms: 'Communication',
      director: 'Direction',
    },
  },
  refused: {
    none: 'Rien n’a été refusé.',
    noneHint: 'Si la coopérative ne peut pas accepter une saisie, vous la retrouverez ici, avec la raison.',
    intro:
      'La coopérative n’a pas ajouté ces saisies. Tout ce que vous avez tapé est ici ; le reste a été envoyé normalement.',
    barred: (owner: string) =>
      `${owner ? `Vous n’accompagniez plus ${owner}` : 'Vous n’aviez plus accès à ce dossier'} quand cette saisie est arrivée. La coopérative n’en a rien gardé : elle n’est plus que sur ce téléphone. Pour qu’elle entre au dossier, demandez à la direction de vous rendre l’accès puis réessayez ; sinon, copiez le texte pour la personne qui prend la suite.`,
    named: (name: string, value: string) => `${name} : ${value}`,
    barredChip: 'Plus d’accès',
    correct: 'Corriger',
    open: 'Ouvrir',
    kinds: {},
  },
  away: {
    none: 'Rien de nouveau.',
    noneHint: 'Après chaque envoi, ce qui est arrivé ou a été réuni avec votre travail s’affiche ici.',
    since: (when: string) => `Depuis ${when}`,
    how: {
      arrived: 'Nouveau',
      changed: 'Modifié',
      removed: 'Supprimé',
      merged: 'Réuni avec votre version',
      overwritten: 'Votre valeur a été remplacée',
      to_check: 'À vérifier',
    },
    read: 'J’ai tout lu',
  },
  conflict: {
    title: 'À vérifier',
    intro: 'Cette valeur a été changée de deux côtés. Laquelle garder ?',
    keep: 'Garder',
    mine: 'votre saisie',
    none: 'Rien à vérifier.',
    noneHint: 'Quand deux personnes changent la même chose chacune de leur côté, vous choisissez ici.',
    yes: 'Oui',
    no: 'Non',
    empty: 'vide',
    unnamed: 'Un choix qui se lit sur sa page',
    fields: {
      date: 'Date',
      kind: 'Type',
      title: 'Titre',
      due: 'Échéance',
      status: 'État',
      place: 'Lieu',
      branch: 'Antenne',
    } as Record<string, string>,
  },
  history: {
    title: 'Historique',
    hows: { made: 'Créé', changed: 'Modifié', removed: 'Supprimé', brought_back: 'Rétabli' },
    you: 'par vous',
    otherwise: 'modifié',
    fromTo: (was: string, now: string) => `${was} → ${now}`,
    clocks: 'Aux heures que disaient les appareils.',
    none: 'L’historique de cet élément n’est pas sur ce téléphone.',
  },
  join: {
    ...join,
    full: 'Ce téléphone n’a plus de place. Libérez de l’espace, puis réessayez : le code n’est pas encore utilisé.',
    removed: (when: string) => `Cet appareil a été retiré (appris le ${when})`,
    removedBy: (when: string, who: string) => `Cet appareil a été retiré${who && ` par ${who}`} le ${when}`,
    removedHint:
      'Tout ce qu’il gardait est effacé, pour qu’un téléphone volé ne livre rien. Si c’est une erreur, demandez une nouvelle invitation.',
    removedUnsent: (n: number) =>
      n === 0
        ? 'Tout avait été envoyé.'
        : `${s(n, 'saisie n’avait pas été envoyée', 'saisies n’avaient pas été envoyées')} : à refaire.`,
    lost: 'Le navigateur a effacé ce que Besace gardait ici',
    lostHint:
      'Ce que votre coopérative a reçu est toujours chez elle. Demandez-lui une nouvelle invitation pour le retrouver sur cet appareil.',
    lostNothing: (when: string) => `Le ${when}, tout était envoyé.`,
    lostUnsent: (when: string) => `Pas encore envoyé, d’après ce qu’on savait le ${when} :`,
    lostEntries: (n: number) => s(n, 'saisie', 'saisies'),
    lostMore: (n: number) => s(n, 'autre saisie', 'autres saisies'),
    lostKept: (n: number) =>
      n === 1
        ? 'Une saisie a pu être gardée à part\u00a0: elle revient dès que vous avez rejoint votre coopérative ici, avec une nouvelle invitation.'
        : `${n} saisies ont pu être gardées à part\u00a0: elles reviennent dès que vous avez rejoint votre coopérative ici, avec une nouvelle invitation.`,
    broughtBack: (n: number) =>
      n === 1
        ? 'Une saisie que le navigateur avait effacée est revenue'
        : `${n} saisies que le navigateur avait effacées sont revenues`,
    failed: {
      full: 'Ce téléphone n’a plus de place, et vos données ne peuvent pas s’ouvrir. Besace n’en efface rien : libérez de l’espace, puis rouvrez.',
      refused:
        'Ce navigateur ne laisse rien garder à ce site. Autorisez les cookies et les données de ce site dans ses réglages, ou quittez la navigation privée, puis rouvrez.',
      storage:
        'Les données de ce téléphone ne s’ouvrent pas. Fermez les autres fenêtres et rouvrez l’application.',
      module: 'Une partie de l’application manque. Rouvrez-la une fois avec du réseau.',
      replica:
        'L’application n’a pas pu lire vos données. Rien n’est effacé : rouvrez-la, ou appelez votre coopérative.',
    },
    reopen: 'Rouvrir',
    openingLong: 'L’ouverture dure plus longtemps que d’habitude\u00a0: vous pouvez attendre, ou rouvrir.',
    downloadAgain: 'Télécharger à nouveau depuis la coopérative',
    downloadAgainHint:
      'Ce qui a été téléchargé est remplacé. Ce que vous avez fait sur ce téléphone et pas encore envoyé reste.',
    keepUnsent: 'Garder une copie de ce qui n’est pas envoyé',
    unsentFile: 'besace-non-envoye',
    cannotKeep:
      'Ce qui n’est pas envoyé n’a pas pu être lu. Appelez votre coopérative avant toute autre chose.',
  },
  install: {
    title: 'Installer Besace',
    why: 'Installée, l’application s’ouvre comme les autres, marche sans réseau, et le téléphone n’efface pas vos données.',
    ios: 'iPhone et iPad',
    android: 'Android',
    iosSteps: [
      'Ouvrez cette page dans Safari.',
      'Touchez le bouton Partager.',
      'Choisissez « Sur l’écran d’accueil ».',
      'Touchez « Ajouter », puis ouvrez Besace depuis l’écran d’accueil.',
    ],
    iosNote:
      'L’application installée démarre vide : envoyez d’abord vos saisies, puis tapez un nouveau code.',
    androidSteps: [
      'Ouvrez cette page dans Chrome ou Firefox.',
      'Touchez le menu du navigateur.',
      'Choisissez « Installer l’application » ou « Ajouter à l’écran d’accueil ».',
      'Confirmez, puis ouvrez Besace depuis l’écran d’accueil.',
    ],
    button: 'Installer maintenant',
    done: 'L’application est installée sur cet appareil.',
  },
  update: {
    ready: 'Une nouvelle version est prête.',
    apply: 'Mettre à jour',
    later: 'Plus tard',
    afterSave: 'Terminez d’abord votre saisie : la mise à jour attendra.',
  },
  errors,
};
