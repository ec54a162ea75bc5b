/** Which of some pieces are copies of one another. */
import { rowsIdentity, type ShapeColumns, shapeIdentity } from './copying';
import type { Rows } from './encoding/encoding';
import { isSameWork, keysOf, type MusicKeys, type Strokes } from './identity';

export interface ComparedPiece {
  rows: Rows;
  /** Of the song. Default: only its rows tell which pieces are copies of it. */
  strokes?: Strokes;
}

/**
 * Groups copies. Both rows and strokes tell: rows may be equal in arrangements, and may differ in
 * files of one performance.
 * @param kind whether transpositions count as copies (`work`) or not (`music`)
 * @returns for each piece the index of one of its group, the same for all of them
 */
export function copiesAmong(
  pieces: readonly ComparedPiece[],
  columns: ShapeColumns,
  kind: keyof MusicKeys,
): number[] {
  const parents = pieces.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parents[at] !== at) at = parents[at];
    parents[i] = at;
    return at;
  };
  const byRows = new Map<string, number>();
  /** One piece of each music with this key. */
  const byKey = new Map<string, number[]>();
  pieces.forEach(({ rows, strokes }, i) => {
    const key = kind === 'work' ? shapeIdentity(rows, columns) : rowsIdentity(rows, columns);
    const alike = byRows.get(key);
    if (alike === undefined) byRows.set(key, i);
    else parents[i] = root(alike);
    if (!strokes) return;
    const others = byKey.get(keysOf(strokes)[kind]) ?? [];
    const same = others.find((other) => isSame(pieces[other].strokes, strokes));
    if (same !== undefined) parents[root(i)] = root(same);
    else byKey.set(keysOf(strokes)[kind], [...others, i]);
  });
  return pieces.map((_, i) => root(i));
}

function isSame(one: Strokes | undefined, other: Strokes): boolean {
  return one !== undefined && isSameWork(one, other);
}
