import { expect, test } from 'vitest';

import { agentOf } from './agent.ts';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36';

test.each([
  [`Mozilla/5.0 (Linux; Android 14; Pixel 8 Pro) ${CHROME}`, 'Chrome 131', 'Android 14'],
  [
    `Mozilla/5.0 (Linux; Android 13; SM-G991B) ${CHROME} SamsungBrowser/27.0`,
    'Samsung Internet 27',
    'Android 13',
  ],
  ['Mozilla/5.0 (Android 15; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0', 'Firefox 133', 'Android 15'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari 18.1',
    'iOS 18',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    'Safari 18.1',
    'macOS',
  ],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/131.0.0.0`, 'Edge 131', 'Windows'],
  ['Quelque chose', '', ''],
])('%s', (agent, browser, system) => expect(agentOf(agent)).toEqual({ browser, system }));
