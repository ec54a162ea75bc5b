/** The backend in use and those rejected: plain data, shown as "Engine". */

/** In the order in which they are tried. */
export const backendNames = ['webgl', 'wasm', 'cpu'] as const;
export type BackendName = (typeof backendNames)[number];

export function isBackendName(name: string): name is BackendName {
  return backendNames.some((known) => known === name);
}

const titles: Record<BackendName, string> = { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' };

export function backendTitle(backend: BackendName): string {
  return titles[backend];
}

/** What a started backend runs on. */
export interface BackendFacts {
  backend: BackendName;
  /** Graphics adapter, or its counterpart ("SIMD", "plain JavaScript"). */
  adapter: string;
  /** Whether the graphics adapter is the processor (SwiftShader, llvmpipe). */
  software: boolean;
  /** Threads that the kernels use. */
  threads: number;
}

/** A backend whose training was measured and checked. */
export interface EngineMeasurement extends BackendFacts {
  /** Notes read a second in a step of the Classic preset's network, windows of 32 notes. */
  notesPerSecond: number;
}

export interface EngineReport extends BackendFacts {
  /** Absent if a run continues on an engine that was not measured. */
  notesPerSecond?: number;
  /** Backends that do not run here, each with the reason in a sentence. */
  rejectedBackends: { backend: BackendName; reason: string }[];
  /** Whether the person chose this engine. */
  forced: boolean;
}
