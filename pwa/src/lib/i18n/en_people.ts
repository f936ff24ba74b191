/** The English texts of invitations and of devices. */
import type { people as fr } from './fr_people.ts';

export const people: typeof fr = {
  inviteAgain: 'New invitation',
  qr: 'QR code of the invitation',
  scan: 'To be shown to the camera of the phone that joins.',
  codeLabel: 'Code to type inside the app',
  once: (when: string) => `Works once, until ${when}. It is written down nowhere: send it now.`,
  share: 'Share the link',
  copyLink: 'Copy the link',
  copyCode: 'Copy the code',
  message: (coop: string) => `Your invitation to join ${coop} on Besace`,
  noDevices: 'No device.',
  unnamed: 'Unnamed device',
  seen: (when: string) => `Seen ${when}`,
  enrolled: (when: string) => `added ${when}`,
  revoke: 'Remove',
  revokeTitle: 'Remove this device?',
  revokeWhat: (device: string, name: string) => `“${device}”, of ${name}`,
  revokeHint:
    'It is cut off at once and will erase its data the next time it connects. What it had not sent yet will be lost. This is what to do about a lost or stolen phone.',
  revoked: 'Device removed.',
  unreachable: 'The cooperative does not answer. Nothing changed: try again when the network is back.',
};
