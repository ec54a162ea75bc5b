/** What a test run came to, and how Playwright's JSON report is read into it. */

export interface Skip {
  name: string;
  reason: string;
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: Skip[];
}

export const NO_REASON = 'no reason given';

/** The part of Playwright's JSON report that is read here. */
interface PlaywrightTest {
  projectName?: string;
  status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  annotations?: { type: string; description?: string }[];
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: PlaywrightTest[] }[];
}

export interface PlaywrightReport {
  suites: PlaywrightSuite[];
  /** Errors outside any test: a file that does not load, a server that does not start. */
  errors?: unknown[];
}

/**
 * Counts of a Playwright JSON report. A test that passed only when tried again counts as failed:
 * what comes and goes is not in order.
 */
export function countPlaywright(report: PlaywrightReport): Counts {
  const counts: Counts = { passed: 0, failed: report.errors?.length ?? 0, skipped: [] };
  for (const suite of report.suites) countSuite(suite, [], counts);
  return counts;
}

function countSuite(suite: PlaywrightSuite, outer: string[], counts: Counts): void {
  const path = [...outer, suite.title];
  for (const inner of suite.suites ?? []) countSuite(inner, path, counts);
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests) countTest(test, [...path, spec.title].join(' > '), counts);
  }
}

function countTest(test: PlaywrightTest, name: string, counts: Counts): void {
  switch (test.status) {
    case 'expected':
      counts.passed++;
      return;
    case 'unexpected':
    case 'flaky':
      counts.failed++;
      return;
    case 'skipped': {
      const note = test.annotations?.find(({ type }) => type === 'skip' || type === 'fixme');
      counts.skipped.push({ name, reason: note?.description ?? NO_REASON });
      return;
    }
    default:
      test.status satisfies never;
  }
}

export interface StepResult {
  step: string;
  counts: Counts;
  seconds: number;
  /** Why the step failed as a whole, where it did; it is part of `counts.failed`. */
  trouble?: string;
}

/**
 * Settles a finished run: a run that ended badly though no test failed, and one in which no test
 * ran, each count as one failure and say why.
 */
export function settle(
  step: string,
  counts: Counts,
  seconds: number,
  ending: { status: number | null; timedOut: boolean },
): StepResult {
  const fail = (trouble: string): StepResult => ({
    step,
    seconds,
    trouble,
    counts: { ...counts, failed: counts.failed + 1 },
  });
  if (ending.timedOut) return fail('ran past its time limit');
  if (counts.failed > 0) return { step, counts, seconds };
  if (ending.status !== 0) return fail(`ended with exit status ${ending.status}`);
  if (counts.passed === 0) return fail('ran no test');
  return { step, counts, seconds };
}

/** The closing table: one row a step, then troubles and skips with their reasons. */
export function formatTable(results: readonly StepResult[]): string {
  const rows = [
    ['step', 'passed', 'failed', 'skipped', 'seconds'],
    ...results.map(({ step, counts, seconds }) => [
      step,
      String(counts.passed),
      String(counts.failed),
      String(counts.skipped.length),
      seconds.toFixed(1),
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
  );
  for (const { step, trouble } of results) if (trouble) lines.push(`${step}: ${trouble}`);
  for (const { step, counts } of results) {
    for (const { name, reason } of counts.skipped) {
      lines.push(`${step}: skipped "${name}": ${reason}`);
    }
  }
  return lines.join('\n');
}

/** The last line: `N passed, N failed`, and `, N skipped` where there are any. */
export function formatTotal(results: readonly StepResult[]): string {
  const sum = (of: (counts: Counts) => number): number =>
    results.reduce((total, { counts }) => total + of(counts), 0);
  const skipped = sum((counts) => counts.skipped.length);
  const line = `${sum((counts) => counts.passed)} passed, ${sum((counts) => counts.failed)} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
