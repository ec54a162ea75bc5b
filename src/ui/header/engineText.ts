/** The engine in words. */
import type { BackendName, EngineReport } from '../../model/engineReport';
import { formatCount, plural } from '../format';

const names: Record<BackendName, string> = { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' };

export function backendTitle(backend: BackendName): string {
  return names[backend];
}

/** `WASM · SIMD · 2 threads` */
export function engineLine(engine: EngineReport): string {
  const parts = [backendTitle(engine.backend)];
  if (engine.adapter) parts.push(engine.adapter);
  // Threads are a matter of the processor; a graphics adapter has its own.
  if (engine.backend !== 'webgl') parts.push(plural(engine.threads, 'thread'));
  return parts.join(' · ');
}

/** Why not a better one: a sentence for each backend that was passed over. */
export function engineReasons(engine: EngineReport): string[] {
  const reasons = engine.passedOver.map(
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
