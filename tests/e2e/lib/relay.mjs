/** The real relay on a loopback port, with a folder of its own, that the test may stop, kill and start again. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, start } from './child.mjs';
import { findRelay } from './find.mjs';
import { until } from './wait.mjs';

/** How long the demo cooperative may take to be made by an unoptimised build on a busy machine. */
const DEMO_MS_MAX = 480_000;
const READY_MS_MAX = 30_000;
/** A relay that derived nothing for so long has nothing left to derive. */
const DERIVED_QUIET_MS = 5_000;

/** Where `makeDemo` leaves its folder, for the test files that follow. */
export const DEMO_VARIABLE = 'BESACE_E2E_DEMO';

/** Name of the file of links beside the template's data. */
const LINKS = 'links.json';

/** @typedef {'director' | 'coach' | 'entrepreneur' | 'finance'} Persona */
/** @typedef {Persona | 'comms'} Role */

/** What `besace demo` calls each of them. */
/** @type {Record<Persona, RegExp>} */
const PRINTED = {
  director: /(\S.*) \(direct\S+\)\s+(https?:\S+)/,
  coach: /(\S.*) \(accompagn\S+\)\s+(https?:\S+)/,
  entrepreneur: /(\S.*) \(entrepreneur\S+\)\s+(https?:\S+)/,
  finance: /(\S.*) \(compta\S+\)\s+(https?:\S+)/,
};

/** @typedef {{ name: string, link: string }} Invitation */

/**
 * Makes the demo cooperative once, to be copied by each test.
 * @param {string} folder The template's.
 * @param {string[]} wishes What else its command is told.
 */
export async function makeDemo(folder, wishes = []) {
  const demo = start(findRelay(), ['demo', '--data', join(folder, 'data'), ...wishes]);
  const timer = setTimeout(() => demo.end('SIGKILL'), DEMO_MS_MAX);
  const code = await demo.exited;
  clearTimeout(timer);
  const printed = demo.output();
  if (code !== 0) throw new Error(`besace demo ended with ${code}:\n${printed}`);
  const links = Object.fromEntries(
    Object.entries(PRINTED).map(([persona, pattern]) => {
      const match = printed.match(pattern);
      if (!match) throw new Error(`besace demo prints no link for the ${persona}:\n${printed}`);
      return [persona, { name: match[1], link: match[2] }];
    }),
  );
  await writeFile(join(folder, LINKS), JSON.stringify(links));
  await derive(join(folder, 'data'));
}

/**
 * Has a relay derive once what it makes of the demonstration's documents: no copy of it has to begin with that.
 * @param {string} data
 */
async function derive(data) {
  const [port, figures] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const relay = start(findRelay(), ['serve'], {
    env: {
      BESACE_LISTEN: `127.0.0.1:${port}`,
      BESACE_DATA: data,
      BESACE_PUBLIC_URL: url,
      BESACE_METRICS_LISTEN: `127.0.0.1:${figures}`,
    },
  });
  let [spent, since] = ['0', performance.now()];
  await until(
    'everything is derived',
    async () => {
      const told = await (await fetch(`http://127.0.0.1:${figures}/metrics`)).text();
      const now = told.match(/^besace_derived_seconds\S* (\S+)$/m)?.[1] ?? '0';
      if (now !== spent) [spent, since] = [now, performance.now()];
      return Number(spent) > 0 && performance.now() - since > DERIVED_QUIET_MS;
    },
    { timeoutMs: DEMO_MS_MAX, everyMs: 250 },
  );
  await relay.end();
}

/**
 * Copies the demo cooperative.
 * @param {string} data Where to.
 * @returns {Promise<Partial<Record<Persona, Invitation>>>}
 */
async function copyDemo(data) {
  let template = process.env[DEMO_VARIABLE];
  if (!template) {
    template = await mkdtemp(join(tmpdir(), 'besace-demo-'));
    await makeDemo(template);
    process.env[DEMO_VARIABLE] = template;
  }
  await cp(join(template, 'data'), data, { recursive: true });
  return JSON.parse(await readFile(join(template, LINKS), 'utf8'));
}

/**
 * Founds a cooperative as a customer does: nobody but its first director.
 * @param {string} data Where.
 * @param {string} name The director's.
 * @returns {Promise<Partial<Record<Persona, Invitation>>>}
 */
async function found(data, name) {
  const order = ['init', '--name', 'Les Quatre Saisons', '--director', name];
  const init = start(findRelay(), order, { env: { BESACE_DATA: data, BESACE_LOG: 'warn' } });
  const code = await init.exited;
  const [link] = init.output().match(/https?:\S+/) ?? [];
  if (code !== 0 || !link) throw new Error(`besace init ended with ${code}:\n${init.output()}`);
  return { director: { name, link } };
}

/**
 * Starts a relay over a fresh copy of the demo cooperative, or over a new cooperative.
 * @param {{ publicPort?: number, origins?: string[], director?: string, settings?: Record<string, string> }} [options]
 *   `publicPort`: a proxy's, if phones go through one. `director`: founds a cooperative with them alone. `settings`: of the
 *   relay, by their variables.
 */
export async function startRelay({ publicPort, origins = [], director, settings = {} } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'besace-relay-'));
  const data = join(folder, 'data');
  const printed = await (director ? found(data, director) : copyDemo(data));
  /** @param {Persona} persona */
  const invited = (persona) => {
    const invitation = printed[persona];
    if (!invitation) throw new Error(`nobody was invited as ${persona}`);
    return invitation;
  };
  const port = await freePort();
  const url = `http://127.0.0.1:${publicPort ?? port}`;
  const own = `http://127.0.0.1:${port}`;
  let log = '';
  /** @type {import('./child.mjs').Child | null} */
  let child = null;

  const relay = {
    port,
    url,
    data,
    /** Everything the relay printed so far. */
    log: () => log + (child?.output() ?? ''),
    /** Starts it, on the same port and folder each time. */
    async start() {
      if (child) throw new Error('the relay runs already');
      child = start(findRelay(), ['serve'], {
        env: {
          ...settings,
          BESACE_LISTEN: `127.0.0.1:${port}`,
          BESACE_DATA: data,
          BESACE_PUBLIC_URL: url,
          BESACE_ALLOWED_ORIGINS: [own, ...origins].join(','),
        },
      });
      const ended = child.exited.then((code) => ({ code }));
      await Promise.race([
        until('the relay is ready', () => fetch(`${own}/health`).then((answer) => answer.ok), {
          timeoutMs: READY_MS_MAX,
        }),
        ended.then(({ code }) => {
          throw new Error(`the relay ended with ${code}:\n${relay.log()}`);
        }),
      ]);
    },
    /**
     * Stops it as an administrator does, or as a power cut does with `SIGKILL`.
     * @param {NodeJS.Signals} [signal]
     */
    async stop(signal = 'SIGTERM') {
      await child?.end(signal);
      log += child?.output() ?? '';
      child = null;
    },
    kill: () => relay.stop('SIGKILL'),
    /**
     * Gives an order as the administrator does, whether the relay runs or not.
     * @param {string[]} args
     */
    async order(...args) {
      const order = start(findRelay(), args, { env: { BESACE_DATA: data, BESACE_PUBLIC_URL: url, BESACE_LOG: 'warn' } });
      const code = await order.exited;
      if (code !== 0) throw new Error(`besace ${args.join(' ')} ended with ${code}:\n${order.output()}`);
      return order.output();
    },
    /**
     * A new invitation.
     * @param {string} member Their name.
     */
    async invite(member) {
      const [link] = (await relay.order('invite', '--no-qr', member)).match(/https?:\S+/) ?? [];
      if (!link) throw new Error(`no link for ${member}`);
      return link;
    },
    /**
     * An invitation as printed, at this relay's address.
     * @param {Persona} persona
     */
    link: (persona) => invited(persona).link.replace(/^https?:\/\/[^/]+/, url),
    /**
     * Who is here and has this role alone, as listed.
     * @param {Role} role
     */
    async namesOf(role) {
      const listed = new RegExp(`^\\S+\\s+(\\S.*?)\\s{2,}${role}\\s{2,}active`, 'gm');
      return [...(await relay.order('members')).matchAll(listed)].map(([, name]) => name);
    },
    /**
     * An invitation of somebody who has this role alone, and their name: the persona, or the first that is listed.
     * @param {Role} role
     * @returns {Promise<Invitation>}
     */
    async invited(role) {
      if (role !== 'comms') return { name: relay.nameOf(role), link: relay.link(role) };
      const [name] = await relay.namesOf('comms');
      if (!name) throw new Error('nobody has communication as their only role');
      return { name, link: await relay.invite(name) };
    },
    /**
     * The name printed with it.
     * @param {Persona} persona
     */
    nameOf: (persona) => invited(persona).name,
    async close() {
      await relay.stop().catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
  await relay.start();
  return relay;
}

/** @typedef {Awaited<ReturnType<typeof startRelay>>} Relay */
