/**
 * A Vitest reporter that writes the run's counts as JSON. Vitest's own JSON report leaves out why
 * a test was skipped, and tests of a file that did not load.
 */
import { writeFileSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';
import { type Counts, NO_REASON } from './testCounts';

/** Names the file that the counts are written to. */
export const COUNTS_FILE_VARIABLE = 'ETUDE_TEST_COUNTS';

/**
 * Counts of finished modules. A file that failed outside its tests and an error outside any test
 * each count as one failure.
 */
export function countModules(
  modules: readonly TestModule[],
  strayErrors: readonly SerializedError[],
): Counts {
  const counts: Counts = { passed: 0, failed: strayErrors.length, skipped: [] };
  for (const module of modules) {
    let failedTests = 0;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') counts.passed++;
      else if (result.state === 'failed') failedTests++;
      else if (result.state === 'skipped') {
        counts.skipped.push({ name: test.fullName, reason: result.note ?? NO_REASON });
      } else failedTests++;
    }
    const failedOutside = failedTests === 0 && module.state() === 'failed' ? 1 : 0;
    counts.failed += failedTests + failedOutside;
  }
  return counts;
}

export default class VitestCounts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    const file = process.env[COUNTS_FILE_VARIABLE];
    if (file) writeFileSync(file, JSON.stringify(countModules(modules, strayErrors)));
  }
}
