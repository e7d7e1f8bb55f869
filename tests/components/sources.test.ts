import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const sourcesIn = (folder: string) => {
  const url = new URL(`../../${folder}/`, import.meta.url);
  const names = readdirSync(url, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(tsx?|html)$/.test(name));
  return names.map((name) => ({ name: `${folder}/${name}`, text: readFileSync(new URL(name, url), 'utf8') }));
};

/** Ways to make an element, or a program, of a string. */
const FROM_STRINGS =
  /[iI]nnerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|setHTML|srcdoc|\beval\b|new Function|\bFunction\(|(?:setTimeout|setInterval)\(\s*['"`]|javascript:/;
const PARSER = /DOMParser/;

/** What a page wrote of itself is parsed into a tree that is shown nowhere; of a title the entities, and what comes of it is text again. */
const MAY_PARSE = ['platform/article/parse-page.ts', 'platform/article/meta.ts'];
/** Who only looks at how a page is written, and at what: the one has it written down, the other asks what its frames show. They set nothing. */
const MAY_LOOK: Readonly<Record<string, RegExp>> = {
  'platform/page-outline.ts': /'outerHTML'/g,
  'platform/page-frames.ts': /attribute\(frame, 'srcdoc'\)|\|javascript:/g,
};

/** What is said of such ways, in a comment, is no use of them. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

describe('what is drawn', () => {
  test.each(['components', 'entrypoints', 'platform'].flatMap(sourcesIn))('$name makes no element of a string', ({ name, text }) => {
    const bare = withoutComments(text);
    expect(bare.replaceAll(MAY_LOOK[name] ?? /$^/g, '')).not.toMatch(FROM_STRINGS);
    if (!MAY_PARSE.includes(name)) expect(text).not.toMatch(PARSER);
  });

  test.each([
    'a.innerHTML = x',
    '<p dangerouslySetInnerHTML={x} />',
    'a.insertAdjacentHTML(x, y)',
    'document.write(x)',
    'eval(x)',
    '(0, eval)(x)',
    'new Function(x)',
    "setTimeout('x', 1)",
    'href="javascript:x"',
  ])('the check bites: %s', (text) => expect(text).toMatch(FROM_STRINGS));

  test.each(sourcesIn('components'))('$name takes nothing of the platform but types', ({ text }) => {
    const imports = text.matchAll(/^import (?!type )[^;]*?from '([^']*)'/gm);
    for (const [, from] of imports) expect(from).not.toMatch(/platform\/|wxt\/|entrypoints\//);
  });
});
