import { describe, expect, it } from 'vitest';
import { planTests } from './testPlan';

describe('planTests', () => {
  it('runs every step by default', () => {
    const plan = planTests([]);
    expect(plan.ok && plan.steps.map(({ name }) => name)).toEqual([
      ...['assets', 'types', 'lint', 'unit', 'browser', 'build', 'e2e', 'firefox', 'webkit'],
    ]);
  });

  it('lets a browser be missing where it was not asked for', () => {
    const optional = (...args: string[]): string[] => {
      const plan = planTests(args);
      return plan.ok ? plan.steps.filter((step) => step.optional).map(({ name }) => name) : [];
    };
    expect(optional()).toEqual(['firefox', 'webkit']);
    expect(optional('firefox')).toEqual([]);
    expect(optional('webkit')).toEqual([]);
    expect(optional('e2e/webkit/mainJob.walk.ts')).toEqual([]);
  });

  it('runs end-to-end tests in Firefox if that is named along with them', () => {
    expect(planTests(['firefox', 'e2e/page.spec.ts'])).toMatchObject({
      steps: [
        { name: 'assets' },
        { name: 'build' },
        { name: 'firefox', files: ['e2e/page.spec.ts'] },
      ],
    });
  });

  it('adds required steps, in order', () => {
    expect(planTests(['e2e', 'lint'])).toEqual({
      ok: true,
      steps: ['assets', 'lint', 'build', 'e2e'].map((name) => ({
        name,
        files: [],
        optional: false,
      })),
    });
  });

  it.each([
    ['scripts/testPlan.test.ts', 'unit'],
    ['./scripts/testPlan.test.ts', 'unit'],
    ['src/audio/player.browser.test.ts', 'browser'],
    ['e2e/page.spec.ts', 'e2e'],
    ['e2e/webkit/mainJob.walk.ts', 'webkit'],
  ])('finds the runner of %s', (file, name) => {
    const plan = planTests([file]);
    expect(plan.ok && plan.steps.at(-1)).toEqual({
      name,
      files: [file.replace('./', '')],
      optional: false,
    });
  });

  it('runs the whole step if it is named along with one of its files', () => {
    const plan = planTests(['unit', 'scripts/testPlan.test.ts']);
    expect(plan.ok && plan.steps.at(-1)).toEqual({ name: 'unit', files: [], optional: false });
  });

  it.each(['units', 'src/none.test.ts', 'scripts/testPlan.ts'])('refuses %s', (arg) => {
    expect(planTests([arg])).toMatchObject({
      ok: false,
      reason: expect.stringContaining(`"${arg}" is no step and no test file. The steps are assets`),
    });
  });
});
