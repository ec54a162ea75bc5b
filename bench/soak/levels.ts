/** How much memory each part takes, and whether it grew. */

/** Bytes, but for tensors; a part that an engine does not have is absent. */
export type Levels = Partial<
  Record<'tensors' | 'page heap' | 'worker heaps' | 'tfjs WASM memory' | 'kernel memory', number>
>;

/** How far a level may stand above what it was after warming up. */
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

export function verdict(levels: { warm: Levels; end: Levels }): { flat: boolean; text: string } {
  const grown = growths(levels).filter(({ warm, end }) => end > (1 + ALLOWED) * warm);
  if (grown.length === 0) return { flat: true, text: 'Memory is flat.' };
  return { flat: false, text: `Memory grows: ${grown.map(({ part }) => part).join(', ')}.` };
}
