import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/**
 * What a reader sees or hears comes from the catalogues. The views are read as the compiler reads them: letters between tags, texts of
 * attributes that are shown or spoken, and sentences anywhere else are words that somebody forgot.
 */

const root = fileURLToPath(new URL('../../components', import.meta.url));
const views = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

const LETTERS = /\p{L}{2}/u;
/** Two words with a blank between them, or one that ends like a sentence. */
const SENTENCE = /\p{L}{2}[,;:]? \p{L}{2}|^\p{Lu}\p{L}+[.!?…]$/u;
/** Attributes that nobody sees or hears. Of the others every text counts. */
const UNSEEN = new Set(
  'class style id key type role dir lang href rel target name value list rows icon d fill stroke viewBox focusable autocomplete autocapitalize spellcheck scope aria-hidden aria-describedby aria-autocomplete data-act aria-labelledby aria-current stroke-linecap stroke-linejoin kind certainty'.split(
    ' ',
  ),
);
/** The names in the search's example, our own, and a key of core/changes.ts. */
const NAMES = new Set(['as of', 'Muster', 'Rheinmetall', 'Укроборонпром', '三菱重工']);

/** A question about the window. */
const MEDIA = /^\([a-z-]+: [a-z0-9]+\)$/;

/** Words in a view that no catalogue knows, each with its line. */
function literals(source: string): readonly string[] {
  const file = ts.createSourceFile('view.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    if (!NAMES.has(text.trim()) && !MEDIA.test(text))
      found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.trim()}`);
  };
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isJsxAttribute(node) && UNSEEN.has(node.name.getText())) return;
    if (ts.isJsxText(node) && LETTERS.test(node.text)) note(node, node.text);
    const inAttribute = node.parent !== undefined && ts.isJsxAttribute(node.parent);
    const between = node.parent !== undefined && ts.isJsxExpression(node.parent) && !ts.isJsxAttribute(node.parent.parent);
    if (ts.isStringLiteralLike(node) && (inAttribute || between ? LETTERS : SENTENCE).test(node.text)) note(node, node.text);
    if (
      ts.isTemplateExpression(node) &&
      SENTENCE.test([node.head, ...node.templateSpans.map((span) => span.literal)].map((part) => part.text).join('…'))
    )
      note(node, node.getText());
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

describe('no view says what is not in the catalogues', () => {
  // What is written for CSS, SVG and shaders is no words.
  const drawn = ['card-style.ts', 'kinds.ts', 'explorer/network-stage.ts', 'explorer/network-svg.ts', 'explorer/save-network.ts'];
  test.each(views.filter((file) => !drawn.includes(file)))('%s', (file) => {
    expect(literals(readFileSync(`${root}/${file}`, 'utf8'))).toEqual([]);
  });

  test.each([
    ['<p>Nothing here</p>', '1: Nothing here'],
    ['<p>{"Loading"}</p>', '1: Loading'],
    ['<button aria-label="Close" class="big button" />', '1: Close'],
    ['<Switch label="Pause here" />', '1: Pause here'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    ['const words = `Not on ${host} any more`;', '1: `Not on ${host} any more`'],
    ["const told = well ? 'It is done' : '';", '1: It is done'],
  ])('%s is found', (source, told) => expect(literals(source)).toEqual([told]));

  test.each(['<p class="muted block">{ui.reader.gone}</p>', "const state = 'private-window';", '<bdi>Muster</bdi>'])(
    '%s is none',
    (source) => expect(literals(source)).toEqual([]),
  );
});
