import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countArticle, sentencesOf } from '../../core/cooccurrence.ts';
import type { Mention } from '../../core/mention.ts';

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['Mr. Smith came. He left.', ['Mr. Smith came.', 'He left.']],
    ['Gen. Syrskyi and J. D. Vance spoke. Then they left.', ['Gen. Syrskyi and J. D. Vance spoke.', 'Then they left.']],
    ['Amentum Services, Inc. Kongsberg followed.', ['Amentum Services, Inc. Kongsberg followed.']],
    ['The U.S. Army bought it. Good.', ['The U.S. Army bought it.', 'Good.']],
    ['У 2024 р. Україна купила 5 тис. дронів. Це багато.', ['У 2024 р. Україна купила 5 тис. дронів.', 'Це багато.']],
    ['«Так», — сказав він. Потім пішов.', ['«Так», — сказав він.', 'Потім пішов.']],
    ['It cost 3.5 billion. Fine.', ['It cost 3.5 billion.', 'Fine.']],
    [
      'Завод ім. Малишева на вул. Плеханівській, т. зв. «сотий». Так.',
      ['Завод ім. Малишева на вул. Плеханівській, т. зв. «сотий».', 'Так.'],
    ],
    ['Сума 5 млн. дол. США. Багато.', ['Сума 5 млн. дол. США.', 'Багато.']],
    ['Указ підписав В. О. Зеленський. Кінець.', ['Указ підписав В. О. Зеленський.', 'Кінець.']],
    ['«Усе готово!» — сказав Федоров. Далі тиша.', ['«Усе готово!» — сказав Федоров.', 'Далі тиша.']],
    [
      'AeroVironment, Inc., KNDS and Amentum Services, Inc. signed. Then rain.',
      ['AeroVironment, Inc., KNDS and Amentum Services, Inc. signed.', 'Then rain.'],
    ],
    ['Er sprach z. B. mit Dr. Merz. Ende.', ['Er sprach z. B. mit Dr. Merz.', 'Ende.']],
    ['', []],
    ['no end', ['no end']],
    ['One sentence,\n  wrapped in the\r\nsource. Another\none.', ['One sentence,\n  wrapped in the\r\nsource.', 'Another\none.']],
    ['A line\n\nafter a blank one.', ['A line', 'after a blank one.']],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

const mention = (text: string, block: number, name: string, from = 0, certainty: Mention['certainty'] = 'sure'): Mention => {
  const start = text.indexOf(name, from);
  return {
    block,
    start,
    end: start + name.length,
    surface: name,
    entity: name,
    name,
    kind: 'company',
    certainty,
    also: [],
    why: { alias: name, how: 'given', evidence: [] },
  };
};

describe('pairs at three levels', () => {
  const texts = ['Aa met Bb. Cc watched. Aa and Bb signed; Aa left.', 'Cc said no.', 'Dd and Aa? Perhaps.'];
  const blocks = texts.map((text, id) => ({ id, text }));
  const [first, second, third] = texts as [string, string, string];
  const mentions = [
    ...['Aa', 'Bb', 'Cc'].map((name) => mention(first, 0, name)),
    mention(first, 0, 'Aa', 20),
    mention(first, 0, 'Bb', 20),
    mention(first, 0, 'Aa', 38),
    mention(second, 1, 'Cc'),
    mention(third, 2, 'Dd'),
    mention(third, 2, 'Aa', 0, 'uncertain'),
    mention('Ee', 9, 'Ee'),
  ];
  const counted = countArticle(blocks, mentions, 'en');

  test('entities with their times; uncertain ones and other blocks stay out', () => {
    expect(counted.entities).toEqual([
      { entity: 'Aa', times: 3 },
      { entity: 'Bb', times: 2 },
      { entity: 'Cc', times: 2 },
      { entity: 'Dd', times: 1 },
    ]);
  });
  test('each two of the article, once a sentence, once a paragraph', () => {
    expect(counted.pairs.map((pair) => `${pair.a}${pair.b} ${pair.sentences} ${pair.paragraphs}`)).toEqual([
      'AaBb 2 1',
      'AaCc 0 1',
      'AaDd 0 0',
      'BbCc 0 1',
      'BbDd 0 0',
      'CcDd 0 0',
    ]);
  });
  test('each sentence with a name is evidence, its spans within it', () => {
    expect(
      counted.evidence.map(
        (sentence) => `${sentence.paragraph} ${sentence.text} ${sentence.spans.map((span) => sentence.text.slice(span.start, span.end))}`,
      ),
    ).toEqual(['0 Aa met Bb. Aa,Bb', '0 Cc watched. Cc', '0 Aa and Bb signed; Aa left. Aa,Bb,Aa', '1 Cc said no. Cc', '2 Dd and Aa? Dd']);
  });

  test('a sentence is never more than its paragraphs, and every mention is in a sentence', () => {
    const names = ['Aa', 'Bb', 'Cc', 'Dd'];
    const paragraph = fc
      .array(fc.constantFrom(...names, 'said', 'to', 'Inc.', 'then.', 'so!', 'p.', '\u00a0'), { maxLength: 25 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 5 }), (all) => {
        const read = all.map((text, id) => ({ id, text }));
        const found = read.flatMap(({ id, text }) =>
          [...text.matchAll(/\b(Aa|Bb|Cc|Dd)\b/g)].map((hit) => mention(text, id, hit[0], hit.index)),
        );
        const result = countArticle(read, found);
        expect(result.evidence.flatMap((sentence) => sentence.spans).length).toBe(found.length);
        for (const pair of result.pairs) {
          expect(pair.a < pair.b).toBe(true);
          if (pair.sentences > 0) expect(pair.paragraphs).toBeGreaterThan(0);
        }
      }),
    );
  });
});

test('a name with a point in it does not end a sentence', () => {
  const text = 'We met Yahoo! Japan yesterday.';
  expect(sentencesOf(text).length).toBe(2);
  expect(sentencesOf(text, [{ start: 7, end: 19 }]).length).toBe(1);
});
test('a name at the very end of a sentence does', () => {
  const text = 'We met Boeing. Kongsberg came.';
  expect(sentencesOf(text, [{ start: 7, end: 13 }]).length).toBe(2);
});
