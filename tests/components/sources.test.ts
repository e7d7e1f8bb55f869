import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

describe('what is drawn', () => {
  const folder = new URL('../../components/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

  test.each(sources)('%s makes no element of a string', (name) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser/,
    );
  });

  test.each(sources)('%s takes nothing of the platform but types', (name) => {
    const imports = readFileSync(new URL(name, folder), 'utf8').matchAll(/^import (?!type )[^;]*?from '([^']*)'/gm);
    for (const [, from] of imports) expect(from).not.toMatch(/platform\/|wxt\/|entrypoints\//);
  });
});
