import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reportOf } from '../../scripts/data-report.ts';
import { readData } from '../../scripts/read-data.ts';

const FIXTURE = fileURLToPath(new URL('../fixtures/data', import.meta.url));
const SCRIPT = fileURLToPath(new URL('../../scripts/data-report.ts', import.meta.url));

test('counts what the folder holds', () => {
  const report = reportOf(readData(FIXTURE));
  expect(report.coverage).toEqual({ UA: { company: 1, official: 2 } });
  expect(report.kinds).toEqual({ company: 1, official: 2, organisation: 0, event: 0, programme: 0 });
  expect(report.oldest.map(({ asOf }) => asOf)).toEqual([...report.oldest.map(({ asOf }) => asOf)].sort());
  expect(report.oldest[0]?.place).toMatch(/^data\/(?:companies|officials)\/ua\.yaml:\d+$/);
  expect(report.offices.officials).toBe(2);
});

test('tells shared aliases, and weak ones that nothing speaks for', () => {
  const data = readData(FIXTURE);
  const [first, ...rest] = data.records as [(typeof data.records)[number], ...(typeof data.records)[number][]];
  const weak = { text: 'Rustem Umerov', role: 'weak' } as const;
  const company = { ...first, profile: { ...first.profile, aliases: [...first.profile.aliases, weak] } };
  const report = reportOf({ ...data, records: [company, ...rest] });
  expect(report.shared.find(({ alias }) => alias === 'Rustem Umerov')?.owners).toHaveLength(2);
  expect(report.unspoken.map(({ alias }) => alias)).toContain('Rustem Umerov');
});

test('prints a table', () => {
  const out = execFileSync(process.execPath, [SCRIPT, FIXTURE], { encoding: 'utf8' });
  expect(out).toMatch(/^Records by country/);
  expect(out).toMatch(/ {2}UA +1 +2/);
  expect(out).toContain('Weak aliases without evidence terms');
});
