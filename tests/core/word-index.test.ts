import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articlesWithWords, holdsWords, makeWordChunk } from '../../core/word-index.ts';

const chunk = makeWordChunk([
  { id: 3, texts: ['Rheinmetall will build a plant', 'Міністр зустрівся з Rheinmetall'] },
  { id: 7, texts: ['BAE Systems and KNDS'] },
  { id: 300, texts: ['Škoda, BAE-led', 'the minister’s word'] },
  { id: 301, texts: [] },
]);

describe('words in kept sentences', () => {
  test.each([
    ['a word', 'knds', [7]],
    ['in any case', 'KNDS', [7]],
    ['its beginning', 'rhein', [3]],
    ['in several articles', 'bae', [7, 300]],
    ['all words must be there', 'bae systems', [7]],
    ['in any order, in different sentences', 'міністр plant', [3]],
    ['without its accents', 'skoda', [300]],
    ['not the middle of a word', 'metall', []],
    ['one letter', 'a', [3, 7]],
    ['nothing asked', '  ', []],
    ['marks only', '…!', []],
    ['a line break finds nothing by itself', '\n', []],
    ['not there', 'zzz', []],
    ['before all others', '0', []],
  ])('%s: %s', (_, question, expected) => {
    expect([...articlesWithWords(chunk, question)].sort((x, y) => x - y)).toEqual(expected);
  });

  test('the index finds just what the sentences hold', () => {
    const word = fc.constantFrom('bae', 'BAE', 'baer', 'Дія', 'дії', 'Saab', 'saab-led', 'O’Neill', 'a', '1', '–');
    const texts = fc.array(
      fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        texts,
        fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')),
        (all, question) => {
          const index = makeWordChunk(all.map((text, id) => ({ id, texts: [text] })));
          const expected =
            question.replaceAll('–', '').trim() === '' ? [] : all.flatMap((text, id) => (holdsWords(text, question) ? [id] : []));
          expect([...articlesWithWords(index, question)].sort((x, y) => x - y)).toEqual(expected);
        },
      ),
    );
  });
});
