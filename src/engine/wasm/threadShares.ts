/** How rows are shared out among threads. */

export interface ThreadShare {
  firstRow: number;
  rows: number;
}

/** Shares that differ by one row at most; the first has one if any has. */
export function threadShares(rows: number, threads: number): ThreadShare[] {
  const least = Math.floor(rows / threads);
  const more = rows % threads;
  return Array.from({ length: threads }, (_, i) => ({
    firstRow: i * least + Math.min(i, more),
    rows: least + (i < more ? 1 : 0),
  }));
}
