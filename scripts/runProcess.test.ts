import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProcess } from './runProcess';

/** Whether a process runs. An ended one may stay listed until its parent collects its status. */
function isAlive(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync('/proc/self/stat')) return signalReaches(pid);
  return existsSync(stat) && !/\) [ZX] /.test(readFileSync(stat, 'utf8'));
}

function signalReaches(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function ended(pid: number): Promise<boolean> {
  for (let i = 0; i < 250 && isAlive(pid); i++) await new Promise((go) => setTimeout(go, 20));
  return !isAlive(pid);
}

/** Shell script that starts a background sleeper, writes its id to `file`, and runs `then`. */
function leaveSleeper(file: string, then: string): string[] {
  return ['-c', `sleep 300 & echo $! > ${file}; ${then}`];
}

describe('runProcess', () => {
  const folder = mkdtempSync(join(tmpdir(), 'etude-run-'));

  it('passes the environment and returns the exit status', async () => {
    const ending = await runProcess('sh', ['-c', 'exit "$STATUS"'], 30, { STATUS: '7' });
    expect(ending).toMatchObject({ status: 7, timedOut: false });
  });

  it('ends background processes of a finished command', async () => {
    const file = join(folder, 'left');
    expect(await runProcess('sh', leaveSleeper(file, 'exit 0'), 30)).toMatchObject({ status: 0 });
    expect(await ended(Number(readFileSync(file, 'utf8')))).toBe(true);
  });

  it('ends a command with all its processes at the time limit', async () => {
    const file = join(folder, 'late');
    const ending = await runProcess('sh', leaveSleeper(file, 'wait'), 0.3);
    expect(ending).toMatchObject({ status: null, timedOut: true });
    expect(await ended(Number(readFileSync(file, 'utf8')))).toBe(true);
  });

  it('reports a command that cannot start', async () => {
    expect(await runProcess('no-such-command-here', [], 30)).toMatchObject({ status: null });
  });
});
