/** What can be done with a consultation, and which of it can be corrected in a form. */
import type { ConsultationCommand, StanceCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addConsultation: true,
  editConsultation: true,
  addOption: false,
  editOption: false,
  setConsultationStatus: false,
  publishOutcome: true,
  takeStance: true,
  takeStanceBack: false,
} satisfies CommandsOf<ConsultationCommand | StanceCommand>;
