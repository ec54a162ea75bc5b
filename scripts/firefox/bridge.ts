#!/usr/bin/env -S node --import tsx
/**
 * Stands in for the Firefox program where Playwright starts one: starts the real one, named by
 * `FIREFOX_PATH`, and hands WebDriver BiDi on between the two, with its gaps filled (`bidiGaps`).
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';
import { BidiGaps } from './bidiGaps';
import { NO_FIREFOX } from './findFirefox';

const LISTENING = /WebDriver BiDi listening on (ws:\/\/\S+)/;
/** A test's drop of files is one message of megabytes. */
const MAX_BYTES = 2 ** 30;

const path = process.env.FIREFOX_PATH;
if (path === undefined) {
  console.error(NO_FIREFOX);
  process.exit(1);
}
const firefox = spawn(path, process.argv.slice(2), { stdio: ['ignore', 'inherit', 'pipe'] });
firefox.on('error', ({ message }) => console.error(`${path} could not start: ${message}`));
firefox.on('close', (code) => process.exit(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => firefox.kill(signal));
}
createInterface({ input: firefox.stderr }).on('line', (line) => {
  const address = LISTENING.exec(line)?.[1];
  if (address === undefined) console.error(line);
  else listenFor(address);
});

/** Opens a port of our own, and names it in the words in which Firefox names its own. */
function listenFor(address: string): void {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: MAX_BYTES });
  server.on('listening', () => {
    const own = server.address();
    if (own === null || typeof own === 'string') throw new Error('The bridge has no port.');
    console.error(`WebDriver BiDi listening on ws://127.0.0.1:${own.port}`);
  });
  server.on('connection', (client, { url = '/session' }) => connect(client, `${address}${url}`));
}

function connect(client: WebSocket, address: string): void {
  const browser = new WebSocket(address, { maxPayload: MAX_BYTES, perMessageDeflate: false });
  const opened = new Promise((resolve) => browser.once('open', resolve));
  const gaps = new BidiGaps(
    (text) => browser.send(text),
    (text) => client.send(text),
  );
  client.on('message', async (data) => {
    if (browser.readyState === WebSocket.CONNECTING) await opened;
    gaps.fromPlaywright(String(data));
  });
  browser.on('message', (data) => gaps.fromFirefox(String(data)));
  for (const [one, other] of [
    [client, browser],
    [browser, client],
  ]) {
    one.on('close', () => other.close());
    one.on('error', () => other.close());
  }
}
