import { expect, test } from 'vitest';

import { roleNamed, workingRole } from './roles.ts';

test('somebody works in the role they chose, while they have it', () => {
  expect(workingRole(['coach', 'director'], 'coach')).toBe('coach');
  expect(workingRole(['entrepreneur', 'director'], 'coach')).toBe('director');
});

test('who chose none works in the one that answers for most', () => {
  expect(workingRole(['entrepreneur', 'coach'], null)).toBe('coach');
  expect(workingRole(['comms', 'director'], null)).toBe('director');
  expect(workingRole([], null)).toBe('entrepreneur');
});

test('what was kept may be any word', () => {
  expect(roleNamed('comms')).toBe('comms');
  expect(roleNamed('treasurer')).toBeUndefined();
  expect(workingRole(['comms'], 'treasurer')).toBe('comms');
});
