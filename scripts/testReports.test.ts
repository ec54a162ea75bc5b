import { describe, expect, it } from 'vitest';
import {
  countPlaywright,
  countVitest,
  type PlaywrightReport,
  type VitestReport,
} from './testReports';

type VitestTest = VitestReport['testResults'][number]['assertionResults'][number];
type Spec = NonNullable<PlaywrightReport['suites'][number]['specs']>[number];

const vitestTest = (
  title: string,
  status: VitestTest['status'],
  meta: VitestTest['meta'] = {},
): VitestTest => ({
  ...{ title, status, meta, ancestorTitles: ['', 'a suite'] },
  ...{ fullName: title, failureMessages: [], tags: [] },
});

const spec = (title: string, status: Spec['tests'][number]['status'], reason?: string): Spec => ({
  ...{ title, ok: true, tags: [], id: title, file: 'a.spec.ts', line: 1, column: 1 },
  tests: [
    {
      ...{ status, timeout: 0, expectedStatus: 'passed', projectId: '', projectName: '' },
      annotations: reason === undefined ? [] : [{ type: 'skip', description: reason }],
      results: [],
    },
  ],
});

describe('countVitest', () => {
  it('counts tests, and keeps the reasons of skips', () => {
    const assertionResults = [
      vitestTest('one', 'passed'),
      vitestTest('two', 'failed'),
      vitestTest('three', 'pending'),
      vitestTest('four', 'skipped', { skipReason: 'no data' }),
      vitestTest('five', 'todo'),
    ];
    const file = { name: '/here/a.test.ts', status: 'failed' as const, assertionResults };
    expect(countVitest({ testResults: [file] })).toEqual({
      passed: 1,
      failed: 2,
      skipped: [
        'a.test.ts > a suite > four: no data',
        'a.test.ts > a suite > five: no reason given',
      ],
    });
  });

  it('counts a file that does not load as a failure', () => {
    const file = { name: 'a.test.ts', status: 'failed' as const, assertionResults: [] };
    expect(countVitest({ testResults: [file] })).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});

describe('countPlaywright', () => {
  it('counts in nested suites, and keeps the reasons of skips', () => {
    const place = { file: 'a.spec.ts', line: 1, column: 1 };
    const inner = {
      ...{ title: 'training', ...place },
      specs: [
        spec('on WebGL', 'unexpected'),
        spec('on WASM', 'flaky'),
        spec('on a GPU', 'skipped', 'no adapter'),
      ],
    };
    const outer = {
      title: 'a.spec.ts',
      ...place,
      suites: [inner],
      specs: [spec('opens', 'expected')],
    };
    expect(countPlaywright({ suites: [outer], errors: [] })).toEqual({
      passed: 1,
      failed: 2,
      skipped: ['a.spec.ts > training > on a GPU: no adapter'],
    });
  });

  it('counts an error outside the tests as a failure', () => {
    const errors = [{ message: 'no server' }];
    expect(countPlaywright({ suites: [], errors })).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});
