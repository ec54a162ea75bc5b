/** Chooses the engine by measurement, each candidate within a time limit, and remembers it. */
import {
  type BackendName,
  backendNames,
  type EngineMeasurement,
  type EngineReport,
} from '../model/engineReport';
import { WorkerClient } from '../worker/client';

/** A candidate that has not trained two steps by then is passed over, milliseconds. */
const TIME_LIMIT = 6_000;
/** The last resort gets longer: something must run. */
const LAST_TIME_LIMIT = 60_000;

/** A measurement holds for this browser on this machine and this version of the kernels. */
function fingerprint(): string {
  return ['1', navigator.userAgent, navigator.hardwareConcurrency, crossOriginIsolated].join('|');
}

const STORAGE_KEY = 'etude.engine';

/** The engine that an earlier visit chose on this machine, if nothing has changed since. */
export function rememberedEngine(): EngineReport | undefined {
  try {
    const stored: { fingerprint: string; report: EngineReport } | null = JSON.parse(
      localStorage.getItem(STORAGE_KEY) ?? 'null',
    );
    return stored?.fingerprint === fingerprint() ? stored.report : undefined;
  } catch {
    // Storage may be refused or hold anything: then the engine is measured again.
    return undefined;
  }
}

function remember(report: EngineReport): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ fingerprint: fingerprint(), report }));
  } catch {
    // Storage may be refused: the next visit measures again.
  }
}

/**
 * Times every backend in a worker of its own, ended when it takes too long, and picks the fastest.
 * @throws {Error} with a plain sentence where none runs
 */
export async function measureEngines(createWorker: () => Worker): Promise<EngineReport> {
  const measured: EngineMeasurement[] = [];
  const passedOver: EngineReport['passedOver'] = [];
  for (const backend of backendNames) {
    // Plain JavaScript is slower than everything else: it is only for where nothing else runs.
    if (backend === 'cpu' && measured.length > 0) {
      passedOver.push({ backend, reason: 'It is only for where nothing else runs.' });
      continue;
    }
    const limit = backend === 'cpu' ? LAST_TIME_LIMIT : TIME_LIMIT;
    try {
      measured.push(await measure(backend, createWorker, limit));
    } catch (error) {
      passedOver.push({ backend, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const [best, ...others] = measured.sort((a, b) => b.notesPerSecond - a.notesPerSecond);
  if (!best) {
    throw new Error(passedOver.map(({ backend, reason }) => `${backend}: ${reason}`).join(' '));
  }
  for (const { backend, adapter, notesPerSecond } of others) {
    const share = Math.round((100 * notesPerSecond) / best.notesPerSecond);
    passedOver.push({ backend, reason: `${adapter} reaches ${share} % of the speed.` });
  }
  const report = { ...best, passedOver, forced: false };
  // The last resort may have won only because the machine was busy: the next visit looks again.
  if (best.backend !== 'cpu') remember(report);
  return report;
}

async function measure(
  backend: BackendName,
  createWorker: () => Worker,
  limit: number,
): Promise<EngineMeasurement> {
  const client = new WorkerClient(createWorker);
  const timer = setTimeout(
    () => client.end(`Two training steps took more than ${limit / 1000} s.`),
    limit,
  );
  try {
    return await client.run('probe', { backend });
  } finally {
    clearTimeout(timer);
    client.end();
  }
}
