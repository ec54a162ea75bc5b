/** Trial of one engine in a separate worker, which is ended at the time limit. */
import type { BackendName, EngineMeasurement } from '../../engine/engineReport';
import { errorMessage } from '../../lib/errorMessage';
import { t } from '../../texts/t';
import { WorkerClient } from '../../worker/client';

export type TrialOutcome =
  | { kind: 'measured'; measurement: EngineMeasurement }
  | {
      kind: 'failed';
      /** A plain sentence. */
      reason: string;
      /** It might have run, given time. */
      timedOut: boolean;
    };

export interface TrialTerms {
  createWorker: () => Worker;
  /** Milliseconds, from the start of the worker on. */
  limit: number;
  /** Aborted: the worker is ended at once. */
  signal: AbortSignal;
}

export async function tryEngine(
  backend: BackendName,
  { createWorker, limit, signal }: TrialTerms,
): Promise<TrialOutcome> {
  const client = new WorkerClient(createWorker);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    client.end(t('engine.tooSlow', { seconds: limit / 1000 }));
  }, limit);
  const abort = (): void => client.end();
  signal.addEventListener('abort', abort);
  try {
    return { kind: 'measured', measurement: await client.run('probe', { backend }) };
  } catch (error) {
    const reason = errorMessage(error);
    return { kind: 'failed', reason, timedOut };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    client.end();
  }
}
