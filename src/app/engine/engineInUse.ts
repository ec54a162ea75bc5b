/** The engine as a run found it, which may not be the one that it began with. */
import type { BackendFacts, EngineReport } from '../../engine/engineReport';
import { t } from '../../texts/t';

/** @param chosen what the run began with; @param facts what it runs on now */
export function engineInUse(chosen: EngineReport, facts: BackendFacts): EngineReport {
  if (facts.backend === chosen.backend) return { ...chosen, ...facts };
  const others = chosen.rejectedBackends.filter(({ backend }) => backend !== facts.backend);
  return {
    ...facts,
    rejectedBackends: [...others, { backend: chosen.backend, reason: t('engine.lostInRun') }],
    forced: false,
  };
}
