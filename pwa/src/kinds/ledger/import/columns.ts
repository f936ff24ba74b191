/** The columns of what is imported: what each holds, and by which names files call it. */
import { plain } from '../../../lib/search.ts';
import { FIGURES } from '../statement.ts';

export type Target = 'statements' | 'contracts';

/** What a column holds. */
export type Form = 'person' | 'month' | 'day' | 'openDay' | 'cents' | 'rate' | 'line' | 'contract' | 'basis';

export interface Column {
  key: string;
  form: Form;
  /** Whether a file may lack it. */
  optional?: boolean;
  /** Names that files give it, beside the one that the screen does. */
  names: readonly string[];
}

const NAMES: Record<(typeof FIGURES)[number], readonly string[]> = {
  cashCents: ['trésorerie', 'trésorerie du jour', 'banque', 'cash'],
  chargesCents: ['impôts et charges', 'charges sociales', 'charges', 'taxes'],
  suppliersCents: ['fournisseurs', 'suppliers'],
  salariesCents: ['salaires', 'salaries'],
  customersCents: ['clients', 'clients à encaisser', 'customers'],
  notesCents: ['notes de frais', 'ndf', 'expense notes'],
  turnoverCents: ['ca', 'ca ht', 'chiffre d’affaires', 'turnover'],
  purchasesCents: ['achats', 'purchases'],
  expensesCents: ['autres dépenses', 'dépenses', 'frais', 'expenses'],
  contributionCents: ['contribution', 'contribution coopérative'],
  payrollCents: ['coût de la paie', 'paie', 'coût salarial', 'payroll'],
};

const PERSON: Column = { key: 'member', form: 'person', names: ['membre', 'nom', 'entrepreneur', 'name'] };

export const COLUMNS: Record<Target, readonly Column[]> = {
  statements: [
    PERSON,
    { key: 'month', form: 'month', names: ['mois', 'période', 'month'] },
    { key: 'asOf', form: 'day', names: ['date', 'au', 'comptes au', 'arrêté au', 'as of'] },
    ...FIGURES.map((key): Column => ({ key, form: 'cents', names: NAMES[key] })),
  ],
  contracts: [
    PERSON,
    { key: 'kind', form: 'contract', names: ['contrat', 'type', 'kind'] },
    { key: 'start', form: 'day', names: ['début', 'date de début', 'start'] },
    { key: 'end', form: 'openDay', optional: true, names: ['fin', 'date de fin', 'end'] },
    { key: 'trialEnd', form: 'openDay', optional: true, names: ['fin d’essai', 'essai', 'trial end'] },
    { key: 'fixedPayCents', form: 'cents', optional: true, names: ['part fixe', 'salaire fixe'] },
    { key: 'contributionBasis', form: 'basis', optional: true, names: ['assiette', 'basis'] },
    {
      key: 'contributionRateBp',
      form: 'rate',
      optional: true,
      names: ['taux', 'taux de contribution', 'rate'],
    },
    { key: 'contributionFixedCents', form: 'cents', optional: true, names: ['forfait', 'fixe par mois'] },
    {
      key: 'contributionExemptUntil',
      form: 'openDay',
      optional: true,
      names: ['exonération', 'exempt until'],
    },
    { key: 'minimumActivity', form: 'line', optional: true, names: ['activité minimale'] },
    { key: 'statutesVersion', form: 'line', optional: true, names: ['statuts'] },
  ],
};

/** Which column of the file each of ours is: its place, by our key. */
export type Mapping = Partial<Record<string, number>>;

/** What the names in a file's head say by themselves. */
export function guess(target: Target, head: readonly string[], shown: (key: string) => string): Mapping {
  const heads = head.map(plain);
  const mapping: Mapping = {};
  for (const { key, names } of COLUMNS[target]) {
    const wanted = [shown(key), key, ...names].map(plain);
    const at = heads.findIndex((one) => wanted.includes(one));
    if (at >= 0) mapping[key] = at;
  }
  return mapping;
}

/** Columns that are needed and not found. */
export function lacking(target: Target, mapping: Mapping): string[] {
  const needed = COLUMNS[target].filter(({ optional, key }) => !optional && mapping[key] === undefined);
  return needed.map(({ key }) => key);
}
