import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scan } from '../../core/automaton.ts';
import { type AutomatonForm, compile } from '../../core/compile.ts';
import { readWords } from '../../core/words.ts';

function found(forms: readonly AutomatonForm[], text: string): string[] {
  const hits: number[] = [];
  scan(compile(forms).automaton, text, hits);
  const names: string[] = [];
  for (let at = 0; at < hits.length; at += 3) names.push(`${text.slice(hits[at], hits[at + 1])}=${hits[at + 2]}`);
  return names;
}
const forms = (...texts: string[]): AutomatonForm[] => texts.map((text, value) => ({ text, value, case: 'capital' }));

describe('one pass finds every form', () => {
  test.each<[string, AutomatonForm[], string, string[]]>([
    ['shorter and longer', forms('BAE', 'BAE Systems'), 'the BAE Systems plant', ['BAE=0', 'BAE Systems=1']],
    ['whole words only', forms('Saab'), 'Saabs and Ursaab, Saab.', ['Saab=0']],
    ['Cyrillic boundaries', forms('Укроборонпром'), '«Укроборонпром» і Укроборонпрому', ['Укроборонпром=0']],
    ['across a no-break space', forms('BAE Systems'), 'BAE\u00a0Systems', ['BAE\u00a0Systems=0']],
    ['soft hyphen inside', forms('Lockheed Martin'), 'Lock\u00adheed Martin', ['Lock\u00adheed Martin=0']],
    ['possessive', forms('Lockheed Martin'), 'Lockheed Martin’s jets', ['Lockheed Martin=0']],
    ['compound', forms('Rheinmetall'), 'der Rheinmetall-Chef', ['Rheinmetall=0']],
    ['Turkish suffix', forms('Baykar'), "Baykar'ın", ['Baykar=0']],
    ['a comma in the form may be missing', forms('Amentum Services, Inc'), 'Amentum Services Inc', ['Amentum Services Inc=0']],
    ['a comma in the text may not', forms('Boeing Airbus'), 'Boeing, Airbus', []],
    ['quotation marks may be missing', forms('КБ «Луч»'), 'КБ Луч і КБ «Луч»', ['КБ Луч=0', 'КБ «Луч=0']],
    ['a name never crosses a blank line', forms('Lockheed Martin'), 'Lockheed\n\nMartin', []],
    ['ampersand', forms('D&M Holding'), 'D & M Holding', ['D & M Holding=0']],
    ['Han', forms('三菱重工業'), '日本の三菱重工業は', ['三菱重工業=0']],
    ['capital asked for', forms('Colt'), 'a colt, a Colt, COLT', ['Colt=0', 'COLT=0']],
    ['letter for letter', [{ text: 'BAE', value: 0, case: 'exact' }], 'Bae bae BAE', ['BAE=0']],
    ['letter for letter, mixed', [{ text: 'MoD', value: 0, case: 'exact' }], 'MOD Mod MoD', ['MoD=0']],
    ['any case', [{ text: 'air defence', value: 0, case: 'any' }], 'Air Defence, air defence', ['Air Defence=0', 'air defence=0']],
    ['small particle', forms('von der Leyen'), 'Von der Leyen, von der leyen', ['Von der Leyen=0']],
    [
      'two values under one surface',
      [
        { text: 'Fedorov', value: 1, case: 'capital' },
        { text: 'Fedorov', value: 2, case: 'capital' },
      ],
      'Fedorov',
      ['Fedorov=1', 'Fedorov=2'],
    ],
    ['lone surrogates', forms('BAE'), '\udc00BAE\ud800', ['BAE=0']],
    ['empty', forms('BAE'), '', []],
  ])('%s', (_, list, text, expected) => {
    expect(found(list, text)).toEqual(expected);
  });

  test('forms without a word are left out and counted', () => {
    expect(compile(forms('', '—', 'Boeing'))).toMatchObject({ count: 1, leftOut: 2 });
  });
});

test('a form with a word that is too long to be told from others is left out', () => {
  const long = (end: string) => `Б\u0301${'о'.repeat(300)}${end}`;
  expect(found(forms(long('a')), long('b'))).toEqual([]);
  expect(compile(forms(long('a')))).toMatchObject({ count: 0, leftOut: 1 });
});

test('signs that may be missing do not multiply without end', () => {
  const many = Array.from({ length: 30 }, (_, index) => `A${index}`);
  expect(found(forms(many.join('. ')), many.join('. '))).toHaveLength(1);
  expect(found(forms(many.slice(0, 5).join(', ')), many.slice(0, 5).join(' '))).toHaveLength(1);
});

/** The four naive lines of the essay in automaton.ts, over words. */
function naive(list: readonly string[], text: string): string[] {
  const words = readWords(text);
  const hits: string[] = [];
  words.forEach((word, at) => {
    const matches: { length: number; hit: string }[] = [];
    list.forEach((form, value) => {
      const parts = readWords(form);
      const fits =
        parts.length > 0 &&
        parts.every((part, index) => words[at + index]?.folded === part.folded && (index === 0 || words[at + index]?.gap === 0));
      if (fits) matches.push({ length: parts.length, hit: `${text.slice(word.start, words[at + parts.length - 1]?.end)}=${value}` });
    });
    hits.push(...matches.sort((a, b) => a.length - b.length).map((match) => match.hit));
  });
  return hits;
}

test('agrees with the naive search', () => {
  const word = fc.constantFrom('a', 'b', 'ab', 'Ба', 'ба\u0301', '三', '菱', '&', 'a\u00adb', 'ß');
  const gap = fc.constantFrom(' ', '\u00a0', '-', ', ', '. ', '\n\n', '');
  const text = fc.array(fc.tuple(word, gap), { maxLength: 30 }).map((parts) => parts.flat().join(''));
  const form = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(
      fc.uniqueArray(form, {
        maxLength: 12,
        selector: (f) =>
          readWords(f)
            .map((w) => w.folded)
            .join(' '),
      }),
      text,
      (list, where) => {
        const any = list.map((each, value): AutomatonForm => ({ text: each, value, case: 'any' }));
        expect(found(any, where)).toEqual(naive(list, where));
      },
    ),
    { numRuns: 1000 },
  );
});
