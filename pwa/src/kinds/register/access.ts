/** What the register of a member's sessions is called where members are told who reads it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'register'> = {
  fr: {
    register: {
      title: 'Le registre de vos séances',
      parts: {
        sessions: 'dates, durées, types, présences et signatures, jamais ce qui s’est dit',
      },
    },
  },
  en: {
    register: {
      title: 'The register of your sessions',
      parts: {
        sessions: 'dates, lengths, kinds, presence and signatures, never what was said',
      },
    },
  },
};
