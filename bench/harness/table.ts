/** Tables, for the terminal and for Markdown. */

export interface Table {
  title: string;
  /** The first column names the row; the others hold figures. */
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Columns padded to their widest cell, under the title. */
export function formatTable({ title, header, rows }: Table): string {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = cells[column] ?? '';
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ');
  const rule = widths.map((width) => '-'.repeat(width));
  return [title, '', ...[header, rule, ...rows].map(line)].join('\n');
}

export function markdownTable({ title, header, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, column) => (column === 0 ? '---' : '--:'));
  return [`${title}:`, '', ...[header, rule, ...rows].map(line)].join('\n');
}

/** Three significant digits for fractions. */
export function figure(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '-';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
