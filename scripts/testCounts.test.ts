import { describe, expect, it } from 'vitest';
import { type Counts, countPlaywright, formatTable, formatTotal, settle } from './testCounts';

const counts = (passed: number, failed = 0, skipped: Counts['skipped'] = []): Counts => ({
  passed,
  failed,
  skipped,
});

describe('countPlaywright', () => {
  it('counts through nested suites, and keeps the reasons of skips', () => {
    const report = {
      suites: [
        {
          title: 'walk.spec.ts',
          specs: [{ title: 'imports', tests: [{ status: 'expected' as const }] }],
          suites: [
            {
              title: 'training',
              specs: [
                { title: 'on WebGL', tests: [{ status: 'unexpected' as const }] },
                { title: 'on WASM', tests: [{ status: 'flaky' as const }] },
                {
                  title: 'on a GPU',
                  tests: [
                    {
                      status: 'skipped' as const,
                      annotations: [{ type: 'skip', description: 'no adapter' }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    };
    expect(countPlaywright(report)).toEqual(
      counts(1, 2, [{ name: 'walk.spec.ts > training > on a GPU', reason: 'no adapter' }]),
    );
  });

  it('counts an error outside the tests as a failure', () => {
    expect(countPlaywright({ suites: [], errors: [{ message: 'no server' }] })).toEqual(
      counts(0, 1),
    );
  });
});

describe('settle', () => {
  const well = { status: 0, timedOut: false };

  it('leaves a good run as it is', () => {
    expect(settle('unit', counts(3), 1, well)).toEqual({
      step: 'unit',
      counts: counts(3),
      seconds: 1,
    });
  });

  it('fails a run in which no test ran', () => {
    const skipped = [{ name: 'one', reason: 'no data' }];
    expect(settle('unit', counts(0, 0, skipped), 1, well)).toMatchObject({
      counts: { failed: 1, skipped },
      trouble: 'ran no test',
    });
  });

  it('fails a run that ended badly though its tests passed', () => {
    const settled = settle('unit', counts(3), 1, { status: 2, timedOut: false });
    expect(settled.counts).toEqual(counts(3, 1));
    expect(settled.trouble).toBe('ended with exit status 2');
  });

  it('counts each failed test once', () => {
    const settled = settle('unit', counts(3, 2), 1, { status: 1, timedOut: false });
    expect(settled.counts).toEqual(counts(3, 2));
  });

  it('fails a run that was cut off', () => {
    const settled = settle('e2e', counts(3, 2), 1, { status: null, timedOut: true });
    expect(settled.counts).toEqual(counts(3, 3));
    expect(settled.trouble).toBe('ran past its time limit');
  });
});

describe('what is printed', () => {
  const results = [
    { step: 'types', counts: counts(1), seconds: 4.04 },
    { step: 'unit', counts: counts(20, 1, [{ name: 'big', reason: 'no data' }]), seconds: 61 },
  ];

  it('lists steps, troubles and skips', () => {
    const table = formatTable([...results, { ...results[0], trouble: 'ran no test' }]);
    expect(table.split('\n')).toEqual([
      'step   passed  failed  skipped  seconds',
      'types       1       0        0      4.0',
      'unit       20       1        1     61.0',
      'types       1       0        0      4.0',
      'types: ran no test',
      'unit: skipped "big": no data',
    ]);
  });

  it('names skips in the last line only where there are any', () => {
    expect(formatTotal(results)).toBe('21 passed, 1 failed, 1 skipped');
    expect(formatTotal(results.slice(0, 1))).toBe('1 passed, 0 failed');
  });
});
