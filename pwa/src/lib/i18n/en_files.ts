/** The English texts about files: pictures and PDFs, whatever they are of. */
import type { files as fr } from './fr_files.ts';
import { en as s } from './plural.ts';

export const files: typeof fr = {
  photograph: 'Take a photo',
  choose: 'Choose an image or a PDF',
  preparing: 'Preparing the photo…',
  count: (n) => s(n, 'photo', 'photos'),
  shown: (what, n, of) => (of > 1 ? `${what}, ${n} of ${of}` : what),
  open: (what) => `Open: ${what}`,
  remove: 'Take off',
  removeOne: (what) => `Take off: ${what}`,
  removed: 'Photo taken off.',
  pdf: 'PDF',
  kept: 'on this phone',
  waiting: 'waiting to be sent',
  sending: (share) => `being sent, ${share}`,
  received: 'received',
  refused: (why) => `refused: ${why}`,
  sendAgain: 'Send again',
  full: 'This phone has no room left for this photo. You can save without it, or free some space and take it again.',
  failed: 'The photo could not be kept on this phone. Try again.',
  many: (max) => `No more than ${max} photos: take one off first.`,
  unfit: {
    kind: 'This file is neither an image nor a PDF.',
    size: 'This file is too large: 4 MB at most. Take a photo of the page instead.',
    unreadable: 'This image cannot be read on this phone. Take the photo again, or choose another.',
  },
  coming: 'Downloading…',
  notHere: 'This photo is not on this phone, and there is no network to download it.',
  notArrived: 'This photo has not reached the cooperative yet: it is on the phone of whoever took it.',
  noRoom: 'This phone has no room left to download this photo.',
  previous: 'Previous',
  next: 'Next',
  larger: 'Enlarge',
  smaller: 'Fit to the screen',
  savePdf: 'Save the PDF',
  standing: 'Photos and files to send',
  leavePending: (n) =>
    n === 1
      ? 'One photo has not been received by the cooperative yet and will be lost.'
      : `${n} photos have not been received by the cooperative yet and will be lost.`,
  standingTitle: 'Photos and files',
  explain:
    'A photo goes after the entry that carries it, in small pieces, and goes on from where it was. Closing the app loses none.',
};
