/** What was measured on this machine on an earlier visit, as long as nothing has changed since. */
import { graphicsAdapterHere } from '../../engine/backend/graphicsAdapter';
import type { EngineReport } from '../../engine/engineReport';
import type { EngineChoice } from '../state';

/** Changes with the kernels and with what is measured. */
const VERSION = '2';

/**
 * A measurement holds for this browser, processor and graphics adapter: the same browser may draw
 * in software tomorrow, and be given threads by its page or not.
 */
function fingerprint(): string {
  return [
    VERSION,
    navigator.userAgent,
    navigator.hardwareConcurrency,
    crossOriginIsolated,
    graphicsAdapterHere()?.renderer ?? 'no WebGL 2',
  ].join('|');
}

const keyOf = (choice: EngineChoice): string => `etude.engine.${choice}`;

/** What an earlier visit measured for that choice. */
export function recallEngine(choice: EngineChoice): EngineReport | undefined {
  try {
    const stored: { fingerprint: string; report: EngineReport } | null = JSON.parse(
      localStorage.getItem(keyOf(choice)) ?? 'null',
    );
    return stored?.fingerprint === fingerprint() ? stored?.report : undefined;
  } catch {
    // Storage may be refused or hold anything: then the engine is measured again.
    return undefined;
  }
}

export function rememberEngine(choice: EngineChoice, report: EngineReport): void {
  try {
    const entry = JSON.stringify({ fingerprint: fingerprint(), report });
    localStorage.setItem(keyOf(choice), entry);
  } catch {
    // Storage may be refused: the next visit measures again.
  }
}
