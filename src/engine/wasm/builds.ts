/** The builds of the WASM module, and the choice between them. */

export const buildNames = ['simd', 'relaxed', 'simd-shared', 'relaxed-shared'] as const;
export type BuildName = (typeof buildNames)[number];

/** Memory limit of a module, in pages of 64 KiB: 2 GiB. */
export const MAX_PAGES = 32768;

/**
 * The smallest module that uses relaxed SIMD: a function of no parameters that drops
 * `f32x4.relaxed_madd` of three zero vectors (opcode 0xfd 0x105).
 */
function relaxedProbe(): Uint8Array<ArrayBuffer> {
  const zeroVector = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
  const code = [...zeroVector, ...zeroVector, ...zeroVector, 0xfd, 0x85, 0x02, 0x1a];
  const body = [0, ...code, 0x0b];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 4, 1, 0x60, 0, 0],
    ...[3, 2, 1, 0],
    ...[10, body.length + 2, 1, body.length, ...body],
  ]);
}

export function hasRelaxedSimd(): boolean {
  return WebAssembly.validate(relaxedProbe());
}

/** Whether memory can be shared with helper threads: pages must be cross-origin isolated. */
export function hasSharedMemory(): boolean {
  return typeof SharedArrayBuffer !== 'undefined' && globalThis.crossOriginIsolated !== false;
}

export function chooseBuild(shared: boolean, relaxed: boolean = hasRelaxedSimd()): BuildName {
  if (shared) return relaxed ? 'relaxed-shared' : 'simd-shared';
  return relaxed ? 'relaxed' : 'simd';
}
