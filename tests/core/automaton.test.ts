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

const isUpper = (text: string) => text.toLowerCase() !== text;

/** The four naive lines of the essay in automaton.ts, over words. */
function naive(list: readonly AutomatonForm[], text: string): string[] {
  const words = readWords(text);
  const hits: string[] = [];
  words.forEach((word, at) => {
    const matches: { length: number; hit: string }[] = [];
    for (const form of list) {
      const parts = readWords(form.text);
      const fits =
        parts.length > 0 &&
        parts.every((part, index) => {
          const there = words[at + index];
          if (there?.folded !== part.folded || (index > 0 && there.gap !== 0)) return false;
          return form.case === 'any' || !isUpper(form.text.charAt(part.start)) || isUpper(text.charAt(there.start));
        });
      if (fits) matches.push({ length: parts.length, hit: `${text.slice(word.start, words[at + parts.length - 1]?.end)}=${form.value}` });
    }
    hits.push(...matches.sort((a, b) => a.length - b.length).map((match) => match.hit));
  });
  return hits;
}

describe('agrees with the naive search', () => {
  const LATIN = ['a', 'B', 'ab', 'Ab', 'aB', 'NATO', 'nato', 'abcdefgh', 'x1', 'é', 'É', 'e\u0301'];
  const OTHERS = [
    'Ба',
    'ба\u0301',
    'й',
    'и\u0306',
    'Їх',
    'Σς',
    'ΣΣ',
    'İi',
    'ıI',
    'ii',
    'ß',
    'Ss',
    'ﬁn',
    'Fin',
    'ǅ',
    'ǆ',
    'Ǆ',
    'dž',
    'Dž',
    'Æ',
    'ae',
  ];
  const JOINED = ['a\u00adb', '\u00adab', 'ab\u00ad', 'a\u200db', 'A\u200bb', 'מ\u05b7', 'मो'];
  const SIGNS = ['三', '菱', '&', '＆', 'カ', 'か\u3099', 'が', '한', 'ก', 'Ａ', 'NATO三', '三a', '&b'];
  const word = fc.constantFrom(...LATIN, ...OTHERS, ...JOINED, ...SIGNS);
  const gap = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    '\u00a0',
    '-',
    ', ',
    '. ',
    '\n\n',
    '',
    '\u00ad',
    '\ud83d\ude00',
    '\ud800',
    "'",
    ' \u200e',
    '\u0301',
  );
  // Words that lie across the end of what is read in one go.
  const lead = fc.oneof(
    fc.constant(''),
    fc.integer({ min: 1000, max: 1030 }).map((length) => '. '.repeat(length / 2)),
    fc.integer({ min: 1000, max: 1030 }).map((length) => `${'z'.repeat(length)} `),
    fc.integer({ min: 330, max: 345 }).map((length) => 'zz '.repeat(length)),
  );
  const text = fc.tuple(lead, fc.array(fc.tuple(word, gap), { maxLength: 30 })).map(([before, parts]) => before + parts.flat().join(''));
  const form = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));

  test.each<AutomatonForm['case']>(['any', 'capital'])('%s case', (rule) => {
    fc.assert(
      fc.property(fc.uniqueArray(form, { maxLength: 12 }), text, (list, where) => {
        const rules = list.map((each, value): AutomatonForm => ({ text: each, value, case: rule }));
        expect(found(rules, where)).toEqual(naive(rules, where));
      }),
      { numRuns: 1000 },
    );
  });

  test('forms of one letter and of many words', () => {
    const short = fc.array(fc.constantFrom('a', 'A', 'b', '三', '&'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(short, { maxLength: 20 }), short, (list, where) => {
        const rules = list.map((each, value): AutomatonForm => ({ text: each, value, case: value % 2 === 0 ? 'any' : 'capital' }));
        expect(found(rules, where)).toEqual(naive(rules, where));
      }),
      { numRuns: 500 },
    );
  });
});

test('compiled names are small', () => {
  // Distinct names of two words, a word in three of them new.
  const names = Array.from({ length: 20_000 }, (_, n) => `Kor${(n * 7919) % 13_331} Bera${n % 1_013}`);
  const { automaton, count } = compile(forms(...names));
  const bytes = Object.values(automaton).reduce((sum, section) => sum + section.byteLength, 0);
  expect(bytes / count).toBeLessThan(64);
});
