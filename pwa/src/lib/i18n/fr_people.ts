/** The French texts of invitations and of devices. */

export const people = {
  inviteAgain: 'Nouvelle invitation',
  qr: 'Code QR de l’invitation',
  scan: 'À montrer à l’appareil photo du téléphone qui rejoint.',
  codeLabel: 'Code à taper dans l’application',
  once: (when: string) => `Sert une seule fois, jusqu’au ${when}. Notée nulle part : envoyez-la maintenant.`,
  share: 'Partager le lien',
  copyLink: 'Copier le lien',
  copyCode: 'Copier le code',
  message: (coop: string) => `Votre invitation à rejoindre ${coop} sur Besace`,
  noDevices: 'Aucun appareil.',
  unnamed: 'Appareil sans nom',
  seen: (when: string) => `Vu ${when}`,
  enrolled: (when: string) => `ajouté ${when}`,
  revoke: 'Retirer',
  revokeTitle: 'Retirer cet appareil ?',
  revokeWhat: (device: string, name: string) => `« ${device} », de ${name}`,
  revokeHint:
    'Il est coupé tout de suite et effacera ses données à sa prochaine connexion. Ce qu’il n’avait pas encore envoyé sera perdu. C’est ce qu’il faut faire pour un téléphone perdu ou volé.',
  revoked: 'Appareil retiré.',
  unreachable: 'La coopérative ne répond pas. Rien n’est changé : réessayez quand le réseau revient.',
};
