/** Which backend runs the network, and why not a better one. Plain data, shown as "Engine". */

export const backendNames = ['webgl', 'wasm', 'cpu'] as const;
export type BackendName = (typeof backendNames)[number];

export function isBackendName(name: string): name is BackendName {
  return backendNames.some((known) => known === name);
}

export interface EngineReport {
  backend: BackendName;
  /** The graphics adapter's name, or what stands for it ("SIMD", "plain JavaScript"). */
  adapter: string;
  /** Threads that the kernels use. */
  threads: number;
  /** The backends that were tried first and why they do not run, in plain words. */
  passedOver: { backend: BackendName; reason: string }[];
  /** Whether the person asked for this backend in the address. */
  forced: boolean;
}
