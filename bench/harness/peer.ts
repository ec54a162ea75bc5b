/** A Python process that takes training steps on request; see `peers/candidate.py`. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

const FOLDER = join(import.meta.dirname, '../peers');
/** Python with the peers' packages; `PEERS_PYTHON` names another. */
export const PEERS_PYTHON = process.env.PEERS_PYTHON ?? join(FOLDER, '.venv/bin/python');

/** Time limit: loading a framework and compiling the first step can take a minute. */
const ANSWER_LIMIT_MS = 300_000;

export function peersInstalled(): boolean {
  return existsSync(PEERS_PYTHON);
}

export class Peer {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #lines: AsyncIterator<string>;
  #complaints = '';

  private constructor(script: string, args: readonly string[]) {
    this.#child = spawn(PEERS_PYTHON, [script, ...args, '--serve'], {
      cwd: FOLDER,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child.stderr.on('data', (chunk: Buffer) => {
      this.#complaints = `${this.#complaints}${chunk}`.slice(-2000);
    });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /**
   * @returns the process, and its name with the framework's version
   * @throws {Error} with Python's output, if it does not start
   */
  static async start(
    script: string,
    args: readonly string[],
  ): Promise<{ peer: Peer; name: string }> {
    const peer = new Peer(script, args);
    try {
      return { peer, name: String((await peer.#answer()).name) };
    } catch (error) {
      peer.close();
      throw error;
    }
  }

  /** Milliseconds of `count` steps. */
  async steps(count: number): Promise<number> {
    this.#child.stdin.write(`${count}\n`);
    return Number((await this.#answer()).milliseconds);
  }

  close(): void {
    this.#child.kill();
  }

  async #answer(): Promise<Record<string, unknown>> {
    const timer = setTimeout(() => this.close(), ANSWER_LIMIT_MS);
    const { done, value } = await this.#lines.next();
    clearTimeout(timer);
    if (done) throw new Error(`It ended:\n${this.#complaints}`);
    return JSON.parse(value);
  }
}
