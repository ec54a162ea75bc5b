/** The engine in words. */
import type { AppState } from '../../app/state';
import { backendTitle, type EngineReport } from '../../engine/engineReport';
import { formatCount } from '../../texts/numbers';
import { t } from '../../texts/t';

export interface EngineText {
  /** `WASM`, or the state while none is chosen. */
  name: string;
  /** `SIMD · 2 threads`; absent while none is chosen. */
  device?: string;
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
    return {
      name: backendTitle(engine.backend),
      device: engineDevice(engine),
      pace: enginePace(engine),
      reasons: engineReasons(engine),
    };
  }
  if (fault !== undefined) return { name: t('header.noEngine'), reasons: [fault] };
  const name =
    choice === 'auto'
      ? t('header.choosingEngine')
      : t('header.measuringEngine', { engine: backendTitle(choice) });
  return { name, reasons: [] };
}

function engineDevice(engine: EngineReport): string {
  const parts = [engine.adapter];
  // Threads of the processor; they mean nothing on a graphics adapter.
  if (engine.backend !== 'webgl') parts.push(t('header.threads', { count: engine.threads }));
  return parts.join(' · ');
}

function enginePace({ notesPerSecond }: EngineReport): string | undefined {
  return notesPerSecond === undefined
    ? undefined
    : t('header.pace', { notes: formatCount(notesPerSecond) });
}

/** A sentence for each rejected backend. */
function engineReasons(engine: EngineReport): string[] {
  const reasons = engine.rejectedBackends.map(({ backend, reason }) =>
    t('header.engineSkipped', { engine: backendTitle(backend), reason }),
  );
  if (engine.forced) {
    reasons.unshift(t('header.askedFor', { engine: backendTitle(engine.backend) }));
  }
  if (engine.notesPerSecond !== undefined) {
    reasons.unshift(t('header.measured', { notes: formatCount(engine.notesPerSecond) }));
  }
  if (reasons.length === 0) reasons.push(t('header.firstChoice'));
  return reasons;
}
