import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

/** The recogniser as a command, with the pack that ships. */
const folder = mkdtempSync(join(tmpdir(), 'muster-annotate-'));
const files = {
  text: ['a.txt', 'Zelensky met the people of Rheinmetall.\n\nЗустріч із Зеленським.\n'],
  page: ['b.html', '<!doctype html><title>Boeing</title><script>var a = "Boeing"</script><p>Lock<b>heed</b> Martin&nbsp;won.<p>Nobody'],
  empty: ['c.txt', ''],
} as const;

interface Row {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly id: string;
}

function annotate(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: folder };
    execFile(process.execPath, ['scripts/annotate.ts', ...args], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

beforeAll(() => {
  for (const [name, text] of Object.values(files)) writeFileSync(join(folder, name), text);
});

describe('npm run annotate', () => {
  test('text: offsets into the file', async () => {
    const { code, out } = await annotate('--json', 'a.txt');
    const mentions = JSON.parse(out).files[0].mentions as Row[];
    expect(code).toBe(0);
    expect(mentions.map((row) => [row.surface, row.id])).toEqual([
      ['Zelensky', 'Q3874799'],
      ['Rheinmetall', 'Q161544'],
      ['Зеленським', 'Q3874799'],
    ]);
    for (const row of mentions) expect(files.text[1].slice(row.start, row.end)).toBe(row.surface);
    expect(Object.keys(mentions[0] ?? {})).toEqual(['start', 'end', 'surface', 'id', 'name', 'kind', 'certainty', 'also', 'why']);
  });

  test('HTML: across inline tags, offsets into the text that comes along', async () => {
    const { out } = await annotate('--json', 'b.html');
    const [{ text, mentions }] = JSON.parse(out).files as [{ text: string; mentions: Row[] }];
    expect(mentions.map((row) => row.surface)).toEqual(['Lockheed Martin']);
    expect(text.slice(mentions[0]?.start, mentions[0]?.end)).toBe('Lockheed Martin');
  });

  test('a missing file is named, the others are still done', async () => {
    const { code, out, err } = await annotate('none.txt', 'a.txt', 'c.txt');
    expect(code).toBe(2);
    expect(err).toContain('none.txt');
    expect(out.trim().split('\n')).toHaveLength(3);
  });

  test('no file at all', async () => {
    const { code, err } = await annotate('--json');
    expect(code).toBe(2);
    expect(err).toContain('Usage');
  });
});
