/** One sentence in English for each reason of refusal. This is the only place where it stands. */
import type { fr } from './fr_errors.ts';

export const en: typeof fr = {
  bad_chunk: 'This entry arrived damaged. Try again; if it happens again, tell your cooperative.',
  too_many_ops: 'That is too much at once. Save it in several parts.',
  too_big: 'This text is too long. Shorten it.',
  bad_path: 'This entry does not exist in that form. Update the app.',
  bad_shape: 'This entry does not have the right form. Update the app.',
  bad_start_op: 'This entry does not follow the ones before. Try again.',
  bad_seq: 'This entry does not follow the ones before. Try again.',
  fork: 'This phone seems to have been copied or restored. Try again to start from a sound base.',
  bad_actor: 'This entry bears the mark of another device. Try again.',
  bad_author: 'This entry is not signed in your name. Try again.',
  forbidden: 'You may no longer change this. Ask your cooperative.',
  bad_value: 'A value is not accepted. Correct it.',
  bad_deps: 'This entry depends on something that is missing. Try again.',
  bad_id: 'This item is not recognised. Try again.',
  doc_full: 'This file is full. Your cooperative must open a new one.',
  bad_signature: 'This device’s signature is not recognised. Ask for a new invitation.',
  device_revoked: 'This device was removed. Ask for a new invitation.',
  gone: 'This item was replaced or erased.',
  trial_failed: 'The cooperative could not apply this entry. Tell them.',
  bad_message: 'The answer was not understood. Update the app.',
  upgrade: 'This version is too old. Update the app.',
  unauthorized: 'This device must introduce itself again. Try again.',
  rate_limited: 'Too much sent at once. Sending will resume by itself.',
  retry: 'The cooperative cannot store anything right now. Sending will resume by itself.',
  bad_origin: 'This is not your cooperative’s address. Open Besace from its usual address.',
  not_found: 'Not found.',
  bad_invitation: 'There is no such code: it is probably mistyped. Compare it with the one in the message.',
  event_over: 'This event is over: nobody can say any more that they come.',
  file_offset: 'The rest of this file does not begin where the cooperative had got to.',
  file_mismatch:
    'This file did not arrive as it was on your phone. Try again, or take it off and take a photo anew.',
  file_kind:
    'This file is neither a photo nor a PDF that the cooperative can keep, or the photo is too large.',
  file_size: 'This file is not of the size that was announced. Take it off and take a photo anew.',
  file_quota:
    'There is no room left for your files, or for those of the cooperative. Ask it to make some, then try again.',
  invitation_used: 'This invitation was used already, or taken back. Ask for a new one.',
  invitation_expired: 'This invitation has expired: it was good for 72 hours. Ask for a new one.',
  quota:
    'A limit is reached: devices, invitations, files, or room per person (256 MB of entries). Ask your cooperative.',
  invalid_command: 'Something is missing, or a value does not fit.',
  already_made:
    'Something made at the same time is already there. Try again: your entry will be added to it.',
  bad_transition:
    'The status changed meanwhile, or is final: this choice is no longer possible. Keep the current one.',
  closed:
    'This session is signed on both sides: it does not change any more. Write an amendment, it takes up your words.',
  not_as_read: 'The text changed since you read it: nothing is signed. Read it again, then sign.',
  set_aside:
    'This phone could not read this document and set it aside. Download it again before you write to it.',
  base_lost: 'What you had in front of you was replaced meanwhile. Compare both texts and choose.',
  parcel_broken: 'What came from the other phone is not whole, or was changed on the way. Try again.',
  parcel_foreign: 'That comes from another cooperative.',
  parcel_unproven:
    'Nothing proves who wrote that: the other phone has not met the cooperative for too long, or is none of yours. Nothing was taken.',
  parcel_ahead:
    'This phone does not have yet what the cooperative received before: connect it once, then try again.',
  no_pass:
    'This phone has to meet the cooperative first: connect it once, then it hands over and receives without network.',
  not_on_this_phone: 'This item is not on this phone.',
  not_open: 'The data is not open yet. Wait a moment and try again.',
  interrupted: 'Another window closed during the save. Check the list before starting again.',
  unsupported: 'This browser is too old for Besace. Update it, or open the link with another.',
  crashed: 'The app had a problem and is repairing itself. Your draft is kept: try again.',
  unknown_reason: 'A reason that this version of the app does not know. Update it.',
};
