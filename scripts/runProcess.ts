/** A command with live output and a time limit, in a process group that ends with it. */
import { spawn } from 'node:child_process';

/** Time between SIGTERM and SIGKILL. */
const GRACE_MS = 10_000;

export interface Ending {
  /** Exit status; null if a signal ended the command or it could not start. */
  status: number | null;
  timedOut: boolean;
  seconds: number;
}

/** Runs `command` until it ends or `limitSeconds` have passed, then ends its process group. */
export function runProcess(
  command: string,
  args: readonly string[],
  limitSeconds: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Ending> {
  const started = performance.now();
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    env: { ...process.env, ...env },
  });
  const signalGroup = (signal: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // The group has already ended.
    }
  };
  const interrupt = (): void => {
    signalGroup('SIGTERM');
    process.exit(130);
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  return new Promise((resolve) => {
    let timedOut = false;
    let kill: NodeJS.Timeout | undefined;
    const limit = setTimeout(() => {
      timedOut = true;
      signalGroup('SIGTERM');
      kill = setTimeout(signalGroup, GRACE_MS, 'SIGKILL');
    }, limitSeconds * 1000);
    const finish = (status: number | null): void => {
      clearTimeout(limit);
      clearTimeout(kill);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      signalGroup('SIGKILL');
      resolve({ status, timedOut, seconds: (performance.now() - started) / 1000 });
    };
    child.once('exit', finish).once('error', (error) => {
      console.error(`${command} could not start: ${error.message}`);
      finish(null);
    });
  });
}
