/** A mail server that takes whatever is handed to it, and keeps it to be read. */
import { createServer } from 'node:net';

/** @typedef {{ from: string, to: string[], headers: Record<string, string>, text: string }} Mail */

export async function startMailServer() {
  /** @type {Mail[]} */
  const mails = [];
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const say = (/** @type {string} */ line) => socket.write(`${line}\r\n`);
    let [from, data, isData] = ['', '', false];
    /** @type {string[]} */
    let to = [];
    const within = (/** @type {string} */ line) => (/<(.*?)>/.exec(line) ?? [])[1] ?? '';
    /** @type {Record<string, (line: string) => void>} */
    const orders = {
      EHLO: () => say('250 mail.test'),
      HELO: () => say('250 mail.test'),
      MAIL: (line) => {
        from = within(line);
        say('250 OK');
      },
      RCPT: (line) => {
        to.push(within(line));
        say('250 OK');
      },
      DATA: () => {
        isData = true;
        say('354 go on');
      },
      RSET: () => say('250 OK'),
      NOOP: () => say('250 OK'),
      QUIT: () => socket.end('221 bye\r\n'),
    };
    const take = (/** @type {string} */ line) => {
      if (!isData) return (orders[line.slice(0, 4).toUpperCase()] ?? (() => say('500 what?')))(line);
      if (line !== '.') {
        data += `${line.replace(/^\./, '')}\r\n`;
        return;
      }
      mails.push({ from, to, ...parsed(data) });
      [from, to, data, isData] = ['', [], '', false];
      say('250 OK');
    };
    let rest = '';
    socket.setEncoding('latin1').on('data', (piece) => {
      const lines = (rest + piece).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(take);
    });
    say('220 mail.test');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    mails,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/**
 * Headers by their small names, and the words, whatever they were carried in; of a mail of several parts, all of them.
 * @param {string} data As it came, one letter a byte.
 */
function parsed(data) {
  const [head = '', ...body] = data.split('\r\n\r\n');
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  const pairs = unfolded.map((line) => /** @type {const} */ ([line.split(':')[0]?.toLowerCase() ?? '', line.slice(line.indexOf(':') + 1).trim()]));
  const headers = Object.fromEntries(pairs);
  const text = body.join('\r\n\r\n');
  const how = headers['content-transfer-encoding']?.toLowerCase() ?? (/content-transfer-encoding: *(\S+)/i.exec(text) ?? [])[1]?.toLowerCase();
  return { headers, text: decoded(text, how ?? '') };
}

/**
 * @param {string} text
 * @param {string} how
 */
function decoded(text, how) {
  if (how === 'base64') return Buffer.from(text, 'base64').toString();
  if (how !== 'quoted-printable') return Buffer.from(text, 'latin1').toString();
  const bytes = text.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
