import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { giveFile } from './give_file.ts';
import { saveFile } from './save_text.ts';

vi.mock('./save_text.ts', () => ({ saveFile: vi.fn() }));

/** A system that passes files on, or does not, and what comes of it. */
function system(given: { coarse?: boolean; takes?: boolean; share?: () => Promise<void> }) {
  const { coarse = true, takes = true, share = () => Promise.resolve() } = given;
  const shared = vi.fn((_: ShareData) => share());
  vi.stubGlobal('matchMedia', () => ({ matches: coarse }));
  vi.stubGlobal('navigator', { canShare: () => takes, share: shared });
  return shared;
}
const give = (): Promise<boolean> => giveFile('agenda.ics', 'BEGIN:VCALENDAR', 'text/calendar');

beforeEach(() => vi.mocked(saveFile).mockClear());
afterEach(() => vi.unstubAllGlobals());

test('a phone whose system takes the file passes it on, under its name, and downloads nothing', async () => {
  const shared = system({});
  expect(await give()).toBe(true);
  expect(shared.mock.calls[0]?.[0].files?.[0]).toMatchObject({ name: 'agenda.ics', type: 'text/calendar' });
  expect(saveFile).not.toHaveBeenCalled();
});

test.each([
  ['does not take such files', { takes: false }],
  ['has a mouse', { coarse: false }],
  [
    'says that the tap is too long ago',
    { share: () => Promise.reject(new DOMException('', 'NotAllowedError')) },
  ],
])('where the system %s, it is a download', async (_, given) => {
  system(given);
  expect(await give()).toBe(true);
  expect(saveFile).toHaveBeenCalledWith('agenda.ics', 'BEGIN:VCALENDAR', 'text/calendar');
});

test('a browser that passes nothing on downloads', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('navigator', {});
  expect(await give()).toBe(true);
  expect(saveFile).toHaveBeenCalled();
});

test('who closes the sheet is given nothing', async () => {
  system({ share: () => Promise.reject(new DOMException('', 'AbortError')) });
  expect(await give()).toBe(false);
  expect(saveFile).not.toHaveBeenCalled();
});
