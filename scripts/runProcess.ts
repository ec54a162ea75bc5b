/** Runs a command with live output in a process group of its own, which never outlives it. */
import { type ChildProcess, spawn } from 'node:child_process';

/** How long processes have to end after being asked, before they are made to. */
const GRACE_MS = 10_000;

export interface Ending {
  /** The exit status; null where a signal ended the command or it could not start. */
  status: number | null;
  timedOut: boolean;
  seconds: number;
}

/** Signals the child's whole group; a group that has already ended is no error. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/**
 * Runs `command` to its end or for `limitSeconds`, whichever comes first. Either way what it
 * started is ended with it: asked first, then made to.
 */
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
  return new Promise((resolve) => {
    let timedOut = false;
    let making: NodeJS.Timeout | undefined;
    const limit = setTimeout(() => {
      timedOut = true;
      signalGroup(child, 'SIGTERM');
      making = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
    }, limitSeconds * 1000);
    const interrupted = (): void => {
      signalGroup(child, 'SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', interrupted);
    const finish = (status: number | null): void => {
      clearTimeout(limit);
      clearTimeout(making);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      signalGroup(child, 'SIGKILL');
      resolve({ status, timedOut, seconds: (performance.now() - started) / 1000 });
    };
    child.once('error', (error) => {
      console.error(`${command} could not start: ${error.message}`);
      finish(null);
    });
    child.once('exit', finish);
  });
}
