/** Test counts from the JSON reports of Vitest and Playwright. */
import { basename } from 'node:path';
import type { JSONReport, JSONReportSuite } from 'playwright/types/testReporter';
import type { JsonTestResults } from 'vitest/node';

export interface Counts {
  passed: number;
  failed: number;
  /** One line each: the test and the reason. */
  skipped: string[];
}

/** Fields of the reports that are read. */
export type VitestReport = {
  testResults: Pick<
    JsonTestResults['testResults'][number],
    'name' | 'status' | 'assertionResults'
  >[];
};
export type PlaywrightReport = Pick<JSONReport, 'suites' | 'errors'>;

const skipLine = (path: readonly string[], reason = 'no reason given'): string =>
  `${path.filter((title) => title !== '').join(' > ')}: ${reason}`;

/** A file that fails outside its tests (it does not load) counts as one failure. */
export function countVitest(report: VitestReport): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: [] };
  for (const { name, status, assertionResults } of report.testResults) {
    let failed = 0;
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed++;
      else if (test.status === 'failed' || test.status === 'pending') failed++;
      else {
        const path = [basename(name), ...test.ancestorTitles, test.title];
        counts.skipped.push(skipLine(path, test.meta.skipReason));
      }
    }
    counts.failed += status === 'failed' ? Math.max(failed, 1) : failed;
  }
  return counts;
}

/** An error outside the tests counts as a failure; so does a test that passes only on retry. */
export function countPlaywright({ suites, errors }: PlaywrightReport): Counts {
  const counts: Counts = { passed: 0, failed: errors.length, skipped: [] };
  const countSuite = (suite: JSONReportSuite, outer: readonly string[]): void => {
    const path = [...outer, suite.title];
    for (const inner of suite.suites ?? []) countSuite(inner, path);
    for (const { title, tests } of suite.specs) {
      for (const { status, annotations } of tests) {
        if (status === 'expected') counts.passed++;
        else if (status !== 'skipped') counts.failed++;
        else {
          const note = annotations.find(({ type }) => type === 'skip' || type === 'fixme');
          counts.skipped.push(skipLine([...path, title], note?.description));
        }
      }
    }
  };
  for (const suite of suites) countSuite(suite, []);
  return counts;
}
