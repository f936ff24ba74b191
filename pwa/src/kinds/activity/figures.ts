/** The month at a glance: what was spent, driven and expected. */
import type { Formats } from '../../lib/format.ts';
import { monthOf } from '../../lib/groups.ts';
import { type Figure, asked } from '../../registry/kind.ts';
import type { fr } from './fr.ts';
import { activityPath } from './paths.ts';

export const figures = asked(
  ({ isEntrepreneur, year }) => (isEntrepreneur ? { view: 'activity' as const, member: null, year } : null),
  ({ months }) =>
    (t: typeof fr, f: Formats, today: string): Figure[] => {
      const month = months.find((one) => one.month === monthOf(today));
      const { expenseNetCents = 0, expenseVatCents = 0, metres = 0, forecastCents = null } = month ?? {};
      return [
        {
          // What the list of expenses says above its month.
          name: t.today.expenses,
          value: f.money(expenseNetCents + expenseVatCents),
          path: activityPath(null, null, 'expenses'),
        },
        { name: t.today.distance, value: f.distance(metres), path: activityPath(null, null, 'trips') },
        {
          name: t.today.forecast,
          value: forecastCents === null ? t.today.noForecast : f.wholeMoney(forecastCents),
          path: activityPath(null, null, 'forecast'),
        },
      ];
    },
);
