/** What was read, as commands. */
import type {
  Command,
  ContractFields,
  ContractRow,
  StatementChanges,
} from '../../../client/generated/types.ts';
import type { Read } from './reading.ts';

/** A month's statement: the same again says nothing new. */
function statement({ values }: Read): Command {
  const { member, month, ...figures } = values as unknown as { member: string; month: string };
  return { type: 'setStatement', member, month, statement: figures as StatementChanges };
}

/** A contract: one that stands, of the same kind and day, is brought to what the file says. */
function contract({ values }: Read, standing: readonly ContractRow[], newId: () => string): Command {
  const { member, ...said } = values as unknown as { member: string } & Partial<ContractFields>;
  const same = standing.find(({ fields }) => fields.kind === said.kind && fields.start === said.start);
  if (same) return { type: 'editContract', member, id: same.info.id, changes: said };
  const texts = { goals: '', variableRule: '', clientsClause: '' };
  return { type: 'addContract', member, id: newId(), contract: { ...texts, ...said } as ContractFields };
}

/** The commands that write all of it, in the order of the file. */
export function commandsOf(
  target: 'statements' | 'contracts',
  rows: readonly Read[],
  standing: ReadonlyMap<string, readonly ContractRow[]>,
  newId: () => string,
): Command[] {
  return rows.map((row) =>
    target === 'statements'
      ? statement(row)
      : contract(row, standing.get(String(row.values['member'])) ?? [], newId),
  );
}
