/**
 * `npm test`: everything that must hold, in the order in which one would want to hear of it, ending with `N passed, N failed`.
 * A step that fails does not hide the ones after it. Each check counts as one; Vitest's tests count one by one.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkBundles } from './check-bundles.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache');

interface Tally {
  readonly passed: number;
  readonly failed: number;
}
interface Step {
  readonly name: string;
  readonly run: () => Promise<Tally>;
}

/** The part of Vitest's JSON report that is counted. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Runs a program with its output shown as it comes; answers the exit status. */
function show(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, MUSTER_BUILT: '1' },
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => {
      console.log(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function command(name: string, line: string): Step {
  const [program = '', ...args] = line.split(' ');
  return { name, run: async () => ((await show(program, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) };
}

function vitest(name: string, ...args: readonly string[]): Step {
  return {
    name,
    run: async () => {
      const output = join(cache, `${name.replaceAll(/\W+/g, '-')}.json`);
      rmSync(output, { force: true });
      const status = await show('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`, ...args]);
      return existsSync(output) ? count(JSON.parse(readFileSync(output, 'utf8')) as VitestReport, status) : { passed: 0, failed: 1 };
    },
  };
}

/** A file that could not even be loaded has no tests in the report, but has failed; so has a run that failed for no test's sake. */
function count(report: VitestReport, status: number): Tally {
  const results = report.testResults.flatMap((file) => file.assertionResults);
  const passed = results.filter((result) => result.status === 'passed').length;
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((result) => result.status !== 'failed'),
  ).length;
  const failed = results.filter((result) => result.status === 'failed').length + unloaded;
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
}

const bundles: Step = {
  name: 'bundles: sizes and what must not be in them',
  run: async () => {
    const findings = checkBundles(join(root, '.output'));
    for (const { ok, says } of findings) console.log(`${ok ? '✓' : '✗'} ${says}`);
    return { passed: findings.filter((finding) => finding.ok).length, failed: findings.filter((finding) => !finding.ok).length };
  },
};

const steps: readonly Step[] = [
  command('packs from data/', 'node scripts/build-packs.ts'),
  command('prepare types', 'wxt prepare'),
  command('types', 'tsc --noEmit'),
  command('core has no DOM and no Node', 'tsc --noEmit -p core'),
  command('style (Biome)', 'biome check --error-on-warnings'),
  command('layers (dependency-cruiser)', 'depcruise --config .dependency-cruiser.cjs core platform components entrypoints scripts tests'),
  vitest('data, unit and component tests'),
  command('build for Chromium', 'wxt build'),
  command('build for Firefox', 'wxt build -b firefox'),
  command('web-ext lint of the Firefox build', 'web-ext lint --source-dir .output/firefox-mv3 --no-config-discovery'),
  bundles,
  vitest('end to end in Chromium', '--config', 'tests/e2e/vitest.config.ts', '--project', 'chromium'),
  vitest('end to end in Firefox', '--config', 'tests/e2e/vitest.config.ts', '--project', 'firefox'),
];

async function main(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const tallies: { name: string; tally: Tally; seconds: number }[] = [];
  for (const [i, step] of steps.entries()) {
    console.log(`\n── ${i + 1}/${steps.length} ${step.name}`);
    const start = performance.now();
    const tally = await step.run().catch((error: unknown) => {
      console.log(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    tallies.push({ name: step.name, tally, seconds: (performance.now() - start) / 1000 });
  }
  console.log('');
  for (const { name, tally, seconds } of tallies) {
    console.log(`${tally.failed === 0 ? '✓' : '✗'} ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds.toFixed(1)} s)`);
  }
  const passed = tallies.reduce((sum, { tally }) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, { tally }) => sum + tally.failed, 0);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`\n${passed} passed, ${failed} failed`);
}

await main();
