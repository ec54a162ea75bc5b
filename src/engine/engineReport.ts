/** Which backend runs the network, and why not another. Plain data, shown as "Engine". */

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
  /** The graphics adapter's name, or what stands for it ("SIMD", "plain JavaScript"). */
  adapter: string;
  /** Whether the processor does the graphics adapter's work (SwiftShader, llvmpipe). */
  software: boolean;
  /** Threads that the kernels use. */
  threads: number;
}

/** A backend that has been seen to train, and rightly. */
export interface EngineMeasurement extends BackendFacts {
  /** Notes read a second in a step of the Classic preset's network, windows of 32 notes. */
  notesPerSecond: number;
}

export interface EngineReport extends BackendFacts {
  /** Absent where a run had to go on with an engine that was not measured. */
  notesPerSecond?: number;
  /** The others, and why they do not run, in plain words. */
  rejectedBackends: { backend: BackendName; reason: string }[];
  /** Whether the person chose this engine. */
  forced: boolean;
}
