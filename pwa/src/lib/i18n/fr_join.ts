/** The French texts of joining: what an invitation is, and what becomes of it. */

export const join = {
  title: 'Votre coopérative, dans la poche',
  intro:
    'Besace garde avec vous votre activité, votre accompagnement et la vie de la coopérative. Tout reste utilisable sans réseau.',
  code: 'Code d’invitation',
  codeHint: 'Collez le code, le lien ou tout le message de votre coopérative.',
  noCode: 'Aucun code là-dedans. Il a 26 lettres et chiffres, en cinq groupes.',
  check: 'Vérifier le code',
  checking: 'Vérification…',
  other: 'Taper un autre code',
  invited: (name: string, coop: string) => `${name}, ${coop} vous invite.`,
  notYou: 'Ce n’est pas vous ? N’allez pas plus loin : rendez le code à qui vous l’a donné.',
  device: 'Nom de cet appareil',
  deviceNames: {
    iphone: 'Mon iPhone',
    ipad: 'Mon iPad',
    android: 'Mon téléphone',
    computer: 'Mon ordinateur',
  },
  go: 'Rejoindre',
  going: 'Inscription…',
  installFirst: 'Installez d’abord l’application',
  installFirstHint:
    'Sur iPhone, l’application installée ne partage rien avec Safari : copiez ce code, installez l’application, ouvrez-la et collez-le. Il reste ici en attendant.',
  copyCode: 'Copier le code',
  signedIn: 'Une invitation est ouverte',
  signedInAs: (name: string, coop: string) => `Cet appareil est déjà celui de ${name}, chez ${coop}.`,
  otherDevice: 'Cette invitation est aussi la vôtre : elle sert pour un autre appareil. Tapez-y ce code.',
  otherPerson: (name: string, coop: string) =>
    `Cette invitation est pour ${name}, de ${coop}. Elle n’est pas utilisée : ouvrez-la sur l’appareil de cette personne.`,
  unknownYet: 'Sans réseau, on ne sait pas encore pour qui elle est. Elle n’est pas utilisée.',
  offline: 'Il faut du réseau pour rejoindre, une seule fois.',
  unreachable:
    'La coopérative ne répond pas. Vérifiez le réseau et réessayez : le code n’est pas encore utilisé.',
  broken:
    'Quelque chose n’a pas marché dans ce navigateur. Réessayez\u00a0; si le code a déjà servi, demandez-en un autre.',
};
