/** A cheap phone's processor: every thread of a page's process together gets a quarter of one core, by a control group of Linux. */
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PERIOD_US = 10_000;

/** Where groups are made, and how a quota is written there: the older hierarchy and the newer one. */
const HIERARCHIES = [
  {
    root: '/sys/fs/cgroup/cpu',
    /** @param {number} share */
    quota: (share) => [
      ['cpu.cfs_period_us', `${PERIOD_US}`],
      ['cpu.cfs_quota_us', `${Math.round(PERIOD_US * share)}`],
    ],
  },
  {
    root: '/sys/fs/cgroup',
    /** @param {number} share */
    quota: (share) => [['cpu.max', `${Math.round(PERIOD_US * share)} ${PERIOD_US}`]],
  },
];

/**
 * Slows the page's process, workers included; other processes of the browser keep their speed, as a phone's other cores do.
 * @param {import('playwright-core').Page} page
 * @param {number} times How many times slower than one core of this machine.
 */
export async function slowDown(page, times) {
  const hierarchy = HIERARCHIES.find(({ root }) => existsSync(root));
  if (!hierarchy) throw new Error('this machine has no control groups');
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('this browser tells nothing about its processes');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const group = join(hierarchy.root, `besace-slow-${process.pid}`);
  mkdirSync(group);
  for (const [file = '', text = ''] of hierarchy.quota(1 / times)) writeFileSync(join(group, file), text);
  for (const { type, id } of processInfo) {
    if (type === 'renderer') writeFileSync(join(group, 'cgroup.procs'), `${id}`);
  }
  return {
    /** Once its processes have ended. */
    end: () => rmdirSync(group),
  };
}
