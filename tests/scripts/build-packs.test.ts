import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parsePack } from '../../core/pack.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/build-packs.ts', import.meta.url));
const FIXTURE = fileURLToPath(new URL('../fixtures/data', import.meta.url));
let output: string;

beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), 'packs-'));
});
afterEach(() => rmSync(output, { recursive: true }));

test('writes the pack and the list of sites, and says what is in them', () => {
  const said = execFileSync(process.execPath, [SCRIPT, FIXTURE, output], { encoding: 'utf8' });
  expect(said).toMatch(
    /^core@1, as of 2026-09-13: 1 company, 2 official, 0 organisation, 0 event, 0 programme; \d+ forms, \d+ bytes; 2 sites\n$/,
  );
  const pack = parsePack(readFileSync(join(output, 'core.jsonl'), 'utf8'));
  expect(pack.records.map(({ profile }) => profile.name)).toEqual(['Ukrainian Defense Industry', 'Volodymyr Zelenskyy', 'Rustem Umerov']);
  expect(JSON.parse(readFileSync(join(output, 'sites.json'), 'utf8'))).toEqual({
    sites: ['arms.example', 'news.example'],
    defence: ['arms.example'],
    never: [{ host: 'mail.example', why: 'mail' }],
  });
}, 30_000);

test('a folder that is not there ends in an error, not in an empty pack', () => {
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, join(output, 'nowhere'), output], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('nowhere');
}, 30_000);
