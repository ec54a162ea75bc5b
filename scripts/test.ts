/**
 * `npm test`: every check there is, in order, with live output; then a table, and as the last
 * line `N passed, N failed`. `npm test -- unit e2e` runs only the steps named, and what they need.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obtainChromium } from './chromium';
import { runProcess } from './runProcess';
import {
  type Counts,
  countPlaywright,
  formatTable,
  formatTotal,
  type PlaywrightReport,
  type StepResult,
  settle,
} from './testCounts';
import { COUNTS_FILE_VARIABLE } from './vitestCounts';

interface Step {
  command: string;
  args: string[];
  limitSeconds: number;
  /** Steps that run even if they were not asked for, and without which this one cannot run. */
  needs: StepName[];
  /** How the step's JSON report is asked for and read; a step without one is itself one check. */
  report?: { variable: string; read: (text: string) => Counts };
  needsChromium?: true;
}

const STEP_NAMES = ['assets', 'types', 'lint', 'unit', 'browser', 'build', 'e2e'] as const;
type StepName = (typeof STEP_NAMES)[number];

/** Biome colours its output even into a file, a letter at a time. */
const biomeColors = process.stdout.isTTY ? [] : ['--colors=off'];

const readCounts = (text: string): Counts => JSON.parse(text);
const readPlaywright = (text: string): Counts => {
  const report: PlaywrightReport = JSON.parse(text);
  return countPlaywright(report);
};

function vitest(project: string): string[] {
  const reporters = ['--reporter=default', '--reporter=./scripts/vitestCounts.ts'];
  return ['vitest', 'run', '--project', project, ...reporters];
}

const STEPS: Readonly<Record<StepName, Step>> = {
  assets: { command: 'npm', args: ['run', 'prepare:assets'], limitSeconds: 300, needs: [] },
  types: { command: 'npx', args: ['tsc', '--noEmit'], limitSeconds: 300, needs: ['assets'] },
  lint: {
    command: 'npx',
    args: ['biome', 'ci', ...biomeColors, '.'],
    limitSeconds: 120,
    needs: [],
  },
  unit: {
    command: 'npx',
    args: vitest('node'),
    limitSeconds: 900,
    needs: ['assets'],
    report: { variable: COUNTS_FILE_VARIABLE, read: readCounts },
  },
  browser: {
    command: 'npx',
    args: vitest('browser'),
    limitSeconds: 1200,
    needs: ['assets'],
    report: { variable: COUNTS_FILE_VARIABLE, read: readCounts },
    needsChromium: true,
  },
  build: { command: 'npm', args: ['run', 'build'], limitSeconds: 300, needs: ['assets'] },
  e2e: {
    command: 'npx',
    args: ['playwright', 'test', '--reporter=list,json'],
    limitSeconds: 1800,
    needs: ['build'],
    report: { variable: 'PLAYWRIGHT_JSON_OUTPUT_FILE', read: readPlaywright },
    needsChromium: true,
  },
};

function chooseSteps(asked: readonly string[]): StepName[] {
  const unknown = asked.filter((name) => !STEP_NAMES.some((step) => step === name));
  if (unknown.length > 0) {
    console.error(`No step ${unknown.join(', ')}; the steps are ${STEP_NAMES.join(', ')}.`);
    process.exit(2);
  }
  const wanted = new Set(asked.length > 0 ? asked : STEP_NAMES);
  for (const name of STEP_NAMES.toReversed()) {
    if (wanted.has(name)) for (const need of STEPS[name].needs) wanted.add(need);
  }
  return STEP_NAMES.filter((name) => wanted.has(name));
}

function failure(step: StepName, trouble: string): StepResult {
  return { step, counts: { passed: 0, failed: 1, skipped: [] }, seconds: 0, trouble };
}

async function runStep(name: StepName, reports: string): Promise<StepResult> {
  const { command, args, limitSeconds, report, needsChromium } = STEPS[name];
  console.log(`\n--- ${name}: ${[command, ...args].join(' ')}`);
  if (needsChromium) {
    const chromium = obtainChromium();
    if (!chromium.ok) {
      console.error(chromium.reason);
      return failure(name, chromium.reason);
    }
  }
  const file = join(reports, `${name}.json`);
  const env = report ? { [report.variable]: file } : undefined;
  const ending = await runProcess(command, args, limitSeconds, env);
  let counts: Counts = { passed: 0, failed: 0, skipped: [] };
  if (report && existsSync(file)) counts = report.read(readFileSync(file, 'utf8'));
  else if (!report && ending.status === 0) counts = { ...counts, passed: 1 };
  return settle(name, counts, ending.seconds, ending);
}

const reports = mkdtempSync(join(tmpdir(), 'etude-test-'));
const results: StepResult[] = [];
for (const name of chooseSteps(process.argv.slice(2))) {
  const buildFailed = results.some(({ step, counts }) => step === 'build' && counts.failed > 0);
  results.push(
    name === 'e2e' && buildFailed
      ? failure(name, 'could not run, as the build failed')
      : await runStep(name, reports),
  );
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n${formatTable(results)}\n`);
console.log(formatTotal(results));
process.exitCode = results.some(({ counts }) => counts.failed > 0) ? 1 : 0;
