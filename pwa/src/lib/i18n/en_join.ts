/** The English texts of joining. */
import type { join as fr } from './fr_join.ts';

export const join: typeof fr = {
  title: 'Your cooperative, in your pocket',
  intro:
    'Besace keeps your activity, your coaching and the life of the cooperative with you. Everything works without a network.',
  code: 'Invitation code',
  codeHint: 'Paste the code, the link or the whole message of your cooperative.',
  noCode: 'There is no code in this. It has 26 letters and digits, in five groups.',
  check: 'Check the code',
  checking: 'Checking…',
  other: 'Type another code',
  invited: (name, coop) => `${name}, ${coop} invites you.`,
  notYou: 'Not you? Go no further: give the code back to whoever gave it to you.',
  device: 'Name of this device',
  deviceNames: { iphone: 'My iPhone', ipad: 'My iPad', android: 'My phone', computer: 'My computer' },
  go: 'Join',
  going: 'Joining…',
  installFirst: 'Install the app first',
  installFirstHint:
    'On iPhone, the installed app shares nothing with Safari: copy this code, install the app, open it and paste the code. It stays here meanwhile.',
  copyCode: 'Copy the code',
  signedIn: 'An invitation is open',
  signedInAs: (name, coop) => `This device is already that of ${name}, of ${coop}.`,
  otherDevice: 'This invitation is yours too: it is for another device. Type this code there.',
  otherPerson: (name, coop) =>
    `This invitation is for ${name}, of ${coop}. It is not used: open it on that person’s device.`,
  unknownYet: 'Without a network, nobody knows yet whom it is for. It is not used.',
  offline: 'Joining needs a network, once.',
  unreachable: 'The cooperative does not answer. Check the network and try again: the code is not used yet.',
  broken: 'Something went wrong in this browser. Try again; if the code was used already, ask for another.',
};
