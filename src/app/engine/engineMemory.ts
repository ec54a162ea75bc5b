/** Engine measurement of an earlier visit, valid while machine and language are unchanged. */
import { graphicsAdapterHere } from '../../engine/backend/graphicsAdapter';
import type { EngineReport } from '../../engine/engineReport';
import { currentLanguage } from '../../texts/language';
import type { EngineChoice } from './engineState';

/** Raised when the kernels or the measurement change. */
const VERSION = '2';

/**
 * Identifies browser, processor, graphics adapter and isolation: the same browser may later render
 * in software or run without threads. The language is part of it, since the report holds sentences.
 */
function fingerprint(): string {
  return [
    VERSION,
    currentLanguage(),
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
    // Storage may be refused or its content invalid: the engine is measured again.
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
