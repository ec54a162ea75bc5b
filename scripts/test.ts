/**
 * `npm test`: all checks, in order and with live output, then a table, the reasons of skipped
 * tests, and as the last line `N passed, N failed`. Arguments name steps or test files.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatTable } from '../bench/harness/table';
import { findWorkingChromium, NO_CHROMIUM } from './chromium';
import { findWorkingFirefox, NO_FIREFOX } from './firefox/findFirefox';
import { runProcess } from './runProcess';
import { type PlannedStep, planTests, type StepName, steps } from './testPlan';
import { type Counts, countPlaywright, countVitest } from './testReports';
import { findWebKit, NO_WEBKIT } from './webkit';

interface Result extends Counts {
  step: StepName;
  seconds: number;
  /** Failure of the whole step; counted in `failed`. */
  problem?: string;
  /** Why the step was left out. */
  leftOut?: string;
}

const browsers = {
  chromium: { find: findWorkingChromium, missing: NO_CHROMIUM },
  firefox: { find: findWorkingFirefox, missing: NO_FIREFOX },
  webkit: { find: findWebKit, missing: NO_WEBKIT },
};

const reports = mkdtempSync(join(tmpdir(), 'etude-test-'));

const failure = (step: StepName, problem: string): Result => {
  console.error(problem);
  return { step, passed: 0, failed: 1, skipped: [], seconds: 0, problem };
};

const omission = (step: StepName, reason: string): Result => {
  const leftOut = `left out. ${reason}`;
  console.log(leftOut);
  return { step, passed: 0, failed: 0, skipped: [], seconds: 0, leftOut };
};

function readCounts(runner: 'vitest' | 'playwright', file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: [] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return runner === 'vitest' ? countVitest(report) : countPlaywright(report);
}

/** Failure of a run without failed tests, or without any test. */
function problemOf({ passed, failed, skipped }: Counts, status: number | null): string | undefined {
  if (failed > 0) return undefined;
  if (status !== 0) return `ended with exit status ${status}`;
  return passed + skipped.length === 0 ? 'ran no test' : undefined;
}

async function runStep({ name, files, optional }: PlannedStep): Promise<Result> {
  const { command, args, limitMinutes, runner, browser } = steps[name];
  console.log(`\n--- ${[name, ...files].join(' ')}`);
  if (browser && browsers[browser].find() === undefined) {
    return (optional ? omission : failure)(name, browsers[browser].missing);
  }
  const report = join(reports, `${name}.json`);
  const reporting = {
    vitest: ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    playwright: ['--reporter=list,json'],
  };
  const { status, timedOut, seconds } = await runProcess(
    command,
    [...args, ...files, ...(runner ? reporting[runner] : [])],
    limitMinutes * 60,
    {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      // Playwright sets FORCE_COLOR for its server, which warns about both.
      ...(process.stdout.isTTY || runner === 'playwright' ? {} : { NO_COLOR: '1' }),
    },
  );
  const counts = runner
    ? readCounts(runner, report)
    : { passed: status === 0 ? 1 : 0, failed: 0, skipped: [] };
  const problem = timedOut
    ? `ran past its limit of ${limitMinutes} minutes`
    : problemOf(counts, status);
  return { ...counts, step: name, seconds, problem, failed: counts.failed + (problem ? 1 : 0) };
}

const plan = planTests(process.argv.slice(2));
if (!plan.ok) {
  console.error(plan.reason);
  process.exit(2);
}
const results: Result[] = [];
for (const step of plan.steps) {
  const failed = results.find(
    (done) => done.failed > 0 && steps[step.name].needs.includes(done.step),
  );
  results.push(
    failed ? failure(step.name, `could not run, as ${failed.step} failed`) : await runStep(step),
  );
}
rmSync(reports, { recursive: true, force: true });

const rows = results.map(({ step, passed, failed, skipped, seconds }) => [
  step,
  ...[passed, failed, skipped.length].map(String),
  seconds.toFixed(1),
]);
const header = ['step', 'passed', 'failed', 'skipped', 'seconds'];
console.log(`\n${formatTable({ title: 'Tests', header, rows })}\n`);
for (const { step, problem, leftOut } of results) {
  if (problem ?? leftOut) console.log(`${step}: ${problem ?? leftOut}`);
}
for (const { step, skipped } of results) {
  for (const line of skipped) console.log(`${step}: skipped ${line}`);
}
const sum = (of: (result: Result) => number): number =>
  results.reduce((n, each) => n + of(each), 0);
const skipped = sum((result) => result.skipped.length);
const total = `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`;
console.log(skipped > 0 ? `${total}, ${skipped} skipped` : total);
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
