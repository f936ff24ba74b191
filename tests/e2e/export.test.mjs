/**
 * Nobody's data is locked in: what `besace export` writes is opened by a plain Automerge tool, and says what the
 * cooperative knows.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import * as Automerge from '@automerge/automerge';
import { startRelay } from './lib/relay.mjs';

test('a plain Automerge tool opens every exported document and reads the same content', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const folder = await mkdtemp(join(tmpdir(), 'besace-export-'));
  t.after(() => rm(folder, { recursive: true, force: true }));

  await relay.order('export', '--to', folder);

  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  assert.ok(index.documents.length > 400, `only ${index.documents.length} documents`);
  /** @type {Map<string, any[]>} */
  const byKind = new Map();
  for (const { file, kind } of index.documents) {
    const doc = Automerge.load(await readFile(join(folder, file)));
    const again = Automerge.load(Automerge.save(doc));
    assert.deepEqual(Automerge.getHeads(again), Automerge.getHeads(doc), file);
    byKind.set(kind, [...(byKind.get(kind) ?? []), Automerge.toJS(doc)]);
  }

  const [directory] = byKind.get('directory') ?? [];
  const names = Object.values(directory.members).map((member) => String(member.name));
  for (const persona of /** @type {const} */ (['director', 'coach', 'entrepreneur', 'finance'])) {
    const name = relay.nameOf(persona);
    assert.ok(names.includes(name), `${name} is not in ${names}`);
  }
  const expenses = (byKind.get('activity') ?? []).flatMap((activity) => Object.values(activity.expenses));
  assert.ok(expenses.length > 1_000, `${expenses.length} expenses`);
  assert.ok(expenses.every((expense) => Number.isInteger(expense.net_cents) && String(expense.label).length > 0));
  const sessions = (byKind.get('coaching_log') ?? []).flatMap((log) => Object.values(log.sessions));
  assert.ok(sessions.some((session) => String(session.points).length > 500), 'the texts of sessions are there');
});
