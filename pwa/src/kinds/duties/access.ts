/** What the calendar is called where members are told who reads and who writes it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'duties'> = {
  fr: {
    duties: {
      title: 'Le calendrier légal de la coopérative',
      parts: { duties: 'échéances, avec le nom de qui en répond' },
    },
  },
  en: {
    duties: {
      title: 'The legal calendar of the cooperative',
      parts: { duties: 'deadlines, with the name of who answers for them' },
    },
  },
};
