/** Memory levels by part, and their growth. */

import type { BackendName } from '../../src/engine/engineReport';

export type Part =
  | 'tensors'
  | 'page heap'
  | 'worker heaps'
  | 'tfjs WASM memory'
  /** Size of the kernels' memory, and the part of it in use. */
  | 'kernel WASM memory'
  | 'kernel memory in use'
  | 'adapter memory';

/** Bytes, except for tensors. Default: not measured. */
export type Levels = Partial<Record<Part, number>>;

const everywhere: readonly Part[] = ['tensors', 'page heap', 'worker heaps'];

/** Parts of each engine, all of which must be measured. */
export const partsOf: Record<BackendName, readonly Part[]> = {
  wasm: [...everywhere, 'tfjs WASM memory', 'kernel WASM memory', 'kernel memory in use'],
  webgl: [...everywhere, 'adapter memory'],
  cpu: everywhere,
};

/** Allowed growth after warming up, as a share. */
const ALLOWED = 0.05;

interface Growth {
  part: string;
  warm: number;
  end: number;
  share: number;
}

function growths({ warm, end }: { warm: Levels; end: Levels }): Growth[] {
  const before = new Map(Object.entries(warm));
  return Object.entries(end).map(([part, level]) => {
    const at = before.get(part) ?? 0;
    return { part, warm: at, end: level, share: at === 0 ? 0 : level / at - 1 };
  });
}

export function formatLevels(levels: { warm: Levels; end: Levels }): string {
  return growths(levels)
    .map(({ part, warm, end, share }) => {
      const figure = (level: number): string =>
        part === 'tensors' ? String(level) : `${(level / 2 ** 20).toFixed(2)} MiB`;
      const sign = share < 0 ? '' : '+';
      return `${part}: ${figure(warm)} -> ${figure(end)} (${sign}${(100 * share).toFixed(1)} %)`;
    })
    .join('\n');
}

/** @param required parts that must be measured both times */
export function verdict(
  levels: { warm: Levels; end: Levels },
  required: readonly Part[],
): { flat: boolean; text: string } {
  const missing = required.filter((part) => !(levels.warm[part] && levels.end[part]));
  if (missing.length > 0) return { flat: false, text: `Not measured: ${missing.join(', ')}.` };
  const grown = growths(levels).filter(({ warm, end }) => end > (1 + ALLOWED) * warm);
  if (grown.length === 0) return { flat: true, text: 'Memory is flat.' };
  return { flat: false, text: `Memory grows: ${grown.map(({ part }) => part).join(', ')}.` };
}
