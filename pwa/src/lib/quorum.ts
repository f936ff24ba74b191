/** How many must answer or come, in hundredths of a percent, as a field of a form: typed in percent, empty for none. */
import type { Field } from './fields.ts';

interface Quorate {
  quorumBp: number | null;
}

const BP = 100;
const read = (typed: string): number => Number(typed.replace(',', '.'));

export function quorum<E extends Quorate>(wrong: () => string): Field<E, string> {
  return {
    of: ({ quorumBp }) => (quorumBp === null || quorumBp === undefined ? '' : `${quorumBp / BP}`),
    to: (typed) => {
      const said: Quorate = { quorumBp: typed.trim() === '' ? null : Math.round(read(typed) * BP) };
      return said as Partial<E>;
    },
    wrong: (typed) => (read(typed) >= 0 && read(typed) <= 100 ? undefined : wrong()),
  };
}
