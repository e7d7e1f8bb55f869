import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SCRIPTS = fileURLToPath(new URL('../../scripts/', import.meta.url));

test.each([
  ['no folder', 'evaluate.ts', [], /^evaluate: no folder given\. Usage: /],
  ['a folder that is not there', 'evaluate.ts', ['/no/such/folder'], /^\/no\/such\/folder: there is no such file or folder/],
  ['no pages', 'evaluate-pages.ts', [SCRIPTS], /^no \.html or \.html\.gz in /],
  ['pages that are not there', 'evaluate-pages.ts', ['/no/such/folder'], /^\/no\/such\/folder: there is no such file or folder/],
  ['a number that is none', 'data-report.ts', ['--most', 'many'], /^data:report: --most many: give a whole number/],
  ['no source', 'import/run.ts', [], /^Usage: npm run data:import -- SOURCE FILE\.csv/],
  ['a table that is not there', 'import/run.ts', ['sipri', '/no/such.csv'], /^\/no\/such\.csv: there is no such file or folder/],
])('told in one line, without a stack: %s', (_, script, args, expected) => {
  const { status, stderr } = spawnSync(process.execPath, [SCRIPTS + script, ...args], { encoding: 'utf8' });
  const told = stderr.split('\n').filter((line) => line !== '' && !/^\(|Warning/.test(line));
  expect(told.join('\n')).toMatch(expected);
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(status).toBe(2);
});
