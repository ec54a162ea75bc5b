/** Steps of `npm test`, and their selection by arguments. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** In the order of execution. */
export const stepNames = [
  'assets',
  'types',
  'lint',
  'unit',
  'browser',
  'build',
  'e2e',
  'firefox',
  'webkit',
] as const;
export type StepName = (typeof stepNames)[number];

export interface Step {
  command: string;
  args: readonly string[];
  limitMinutes: number;
  /** Required steps, which run first even if not requested. */
  needs: readonly StepName[];
  /** Runner with a JSON report of its tests. Default: none (the step is one check). */
  runner?: 'vitest' | 'playwright';
  /** Browser without which the step cannot run. */
  browser?: 'chromium' | 'firefox' | 'webkit';
  /** Left out of a run of all steps where its browser is missing. */
  optional?: true;
}

const vitest = (project: string): string[] => ['vitest', 'run', '--project', project];

export const steps: Readonly<Record<StepName, Step>> = {
  assets: { command: 'npm', args: ['run', 'prepare:assets'], limitMinutes: 5, needs: [] },
  types: { command: 'npm', args: ['run', 'types'], limitMinutes: 5, needs: [] },
  lint: { command: 'npm', args: ['run', 'lint'], limitMinutes: 5, needs: [] },
  unit: {
    command: 'npx',
    args: vitest('node'),
    limitMinutes: 15,
    needs: ['assets'],
    runner: 'vitest',
  },
  browser: {
    command: 'npx',
    args: vitest('browser'),
    limitMinutes: 20,
    needs: ['assets'],
    runner: 'vitest',
    browser: 'chromium',
  },
  build: { command: 'npm', args: ['run', 'build'], limitMinutes: 5, needs: ['assets'] },
  e2e: {
    command: 'npx',
    args: ['playwright', 'test'],
    limitMinutes: 30,
    needs: ['assets', 'build'],
    runner: 'playwright',
    browser: 'chromium',
  },
  firefox: {
    command: 'npx',
    args: ['playwright', 'test', '--config', 'e2e/firefox.config.ts'],
    limitMinutes: 45,
    needs: ['assets', 'build'],
    runner: 'playwright',
    browser: 'firefox',
    optional: true,
  },
  webkit: {
    command: 'npx',
    args: vitest('webkit'),
    limitMinutes: 10,
    needs: ['assets', 'build'],
    runner: 'vitest',
    browser: 'webkit',
    optional: true,
  },
};

/** A step with its selected test files. Default: all files. */
export interface PlannedStep {
  name: StepName;
  files: readonly string[];
  /** Left out, not failed, where its browser is missing. */
  optional: boolean;
}

export type TestPlan = { ok: true; steps: PlannedStep[] } | { ok: false; reason: string };

const isStep = (text: string): text is StepName => stepNames.some((name) => name === text);

/**
 * @param path relative to the project
 * @param suite step that runs end-to-end tests
 */
function stepOfFile(path: string, suite: StepName): StepName | undefined {
  if (/^e2e\/.*\.spec\.ts$/.test(path)) return suite;
  if (/^e2e\/webkit\/.*\.walk\.ts$/.test(path)) return 'webkit';
  if (/^src\/.*\.browser\.test\.tsx?$/.test(path)) return 'browser';
  if (/^(src|scripts|bench)\/.*\.test\.ts$/.test(path)) return 'unit';
  return undefined;
}

/**
 * Arguments name steps or test files. A step named along with its files runs whole, but `firefox`
 * along with end-to-end tests runs those in Firefox.
 * @returns every step if there are no arguments
 */
export function planTests(args: readonly string[]): TestPlan {
  const files = new Map<StepName, string[]>();
  const whole = new Set<StepName>(args.length === 0 ? stepNames : args.filter(isStep));
  const suite = whole.has('firefox') ? 'firefox' : 'e2e';
  for (const arg of args) {
    if (isStep(arg)) continue;
    const path = relative(ROOT, resolve(arg)).replaceAll('\\', '/');
    const step = stepOfFile(path, suite);
    if (step === undefined || !existsSync(join(ROOT, path))) {
      const allowed = `The steps are ${stepNames.join(', ')}; files end in .test.ts, .browser.test.ts(x), .spec.ts or .walk.ts.`;
      return { ok: false, reason: `"${arg}" is no step and no test file. ${allowed}` };
    }
    files.set(step, [...(files.get(step) ?? []), path]);
  }
  if (files.has('firefox')) whole.delete('firefox');
  const wanted = new Set<StepName>([...whole, ...files.keys()]);
  for (const name of [...wanted]) for (const need of steps[name].needs) wanted.add(need);
  return {
    ok: true,
    steps: stepNames
      .filter((name) => wanted.has(name))
      .map((name) => ({
        name,
        files: whole.has(name) ? [] : (files.get(name) ?? []),
        optional: args.length === 0 && steps[name].optional === true,
      })),
  };
}
