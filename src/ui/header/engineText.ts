/** The engine in words. */
import type { AppState } from '../../app/state';
import { backendTitle, type EngineReport } from '../../engine/engineReport';
import { formatCount, plural } from '../../lib/counts';

export interface EngineText {
  /** `WASM · SIMD · 2 threads`, or the state while none is chosen. */
  name: string;
  /** `15,300 notes/s`; absent where nothing was measured. */
  pace?: string;
  /** Why this one, in sentences. */
  reasons: string[];
}

export function engineText({
  engine,
  engineChoice: choice,
  engineFault: fault,
}: Pick<AppState, 'engine' | 'engineChoice' | 'engineFault'>): EngineText {
  if (engine) {
    return { name: engineName(engine), pace: enginePace(engine), reasons: engineReasons(engine) };
  }
  if (fault !== undefined) return { name: 'No engine', reasons: [fault] };
  const name = choice === 'auto' ? 'Choosing an engine...' : `Measuring ${backendTitle(choice)}...`;
  return { name, reasons: [] };
}

function engineName(engine: EngineReport): string {
  const parts = [backendTitle(engine.backend), engine.adapter];
  // Threads of the processor; they mean nothing on a graphics adapter.
  if (engine.backend !== 'webgl') parts.push(plural(engine.threads, 'thread'));
  return parts.join(' · ');
}

function enginePace({ notesPerSecond }: EngineReport): string | undefined {
  return notesPerSecond === undefined ? undefined : `${formatCount(notesPerSecond)} notes/s`;
}

/** A sentence for each rejected backend. */
function engineReasons(engine: EngineReport): string[] {
  const reasons = engine.rejectedBackends.map(
    ({ backend, reason }) => `${backendTitle(backend)} was passed over: ${reason}`,
  );
  if (engine.forced) {
    reasons.unshift(
      `${backendTitle(engine.backend)} was asked for, here or in the page's address; the others were not tried.`,
    );
  }
  if (engine.notesPerSecond !== undefined) {
    reasons.unshift(
      `It was measured here at ${formatCount(engine.notesPerSecond)} notes a second.`,
    );
  }
  if (reasons.length === 0) reasons.push('It is the first choice; none was passed over.');
  return reasons;
}
