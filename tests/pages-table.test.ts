import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** docs/PAGES.md promises something of each kind of page: each promise names a test that is there. */

const table = readFileSync(new URL('../docs/PAGES.md', import.meta.url), 'utf8');
const rows = [...table.matchAll(/`((?:e2e|content)\/[\w-]+)`: (.+?) \|$/gm)].map(([, file = '', name = '']) => [file, name] as const);

describe('the table of pages', () => {
  test('names tests', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  test.each(rows)('%s has: %s', (file, name) => {
    const source = readFileSync(new URL(`${file}.test.ts`, import.meta.url), 'utf8').replaceAll("\\'", "'");
    expect(source).toContain(`'${name}'`);
  });
});
