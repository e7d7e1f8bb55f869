import { expect, test } from 'vitest';
import { uncertainSentence, whySentences } from '../../components/why.ts';
import type { Evidence, Why } from '../../core/mention.ts';

/** Without the invisible marks that keep a name's own direction. */
const seen = (sentences: readonly string[]) => sentences.join(' ').replace(/[\u2068\u2069]/gu, '');

const why = (alias: string, how: Why['how'], lang?: string, evidence: readonly Evidence[] = []): Why => ({
  alias,
  how,
  evidence,
  ...(lang === undefined ? {} : { lang }),
});

test.each<[string, Why, string]>([
  ['Acme', why('Acme', 'given'), '“Acme” is a known name.'],
  ['ACME\u00a0SYSTEMS', why('Acme Systems', 'given'), '“ACME\u00a0SYSTEMS” is a known name.'],
  ['Укроборонпрому', why('Укроборонпром', 'declined', 'uk'), '“Укроборонпрому” is a form of “Укроборонпром” (Ukrainian).'],
  ['Prykladna', why('Прикладна', 'transliterated', 'uk'), '“Prykladna” is “Прикладна” in other letters (Ukrainian).'],
  ['O. Prykladna', why('Oksana Prykladna', 'composed'), '“O. Prykladna” is a way to write “Oksana Prykladna”.'],
])('the form of %s', (surface, because, words) => expect(seen(whySentences(surface, because, {}))).toBe(words));

test.each<[Evidence, string]>([
  [{ type: 'full-name-on-page', alias: 'Oksana Prykladna' }, 'The full name, “Oksana Prykladna”, stands on this page.'],
  [{ type: 'office', title: 'Defence Secretary', role: 'defence-minister' }, 'It stands beside the office “Defence Secretary”.'],
  [
    { type: 'office', title: 'Defence Secretary', role: 'defence-minister', held: 'at-the-time' },
    'It stands beside the office “Defence Secretary”, which was held at the time.',
  ],
  [
    { type: 'office', title: 'Defence Secretary', role: 'defence-minister', held: 'earlier' },
    'It stands beside the office “Defence Secretary”, which had ended by then.',
  ],
  [{ type: 'setting', where: '/defence/' }, 'This page belongs to a part of the press that writes about defence (/defence/).'],
  [{ type: 'byline' }, 'It stands where an author or photographer is named, who may bear the same name.'],
  [{ type: 'alone' }, 'Nothing else on this page speaks of offices or of defence.'],
  [{ type: 'related', entity: 'Q3' }, 'Alliance of Examples, which is related, is named on this page.'],
  [{ type: 'related', entity: 'Q99' }, 'Q99, which is related, is named on this page.'],
  [{ type: 'needed-word', word: 'missile' }, 'The word “missile” stands on this page.'],
  [{ type: 'field-words', words: ['tank', 'brigade'] }, 'Words of the field stand on this page: tank and brigade.'],
  [{ type: 'confirmed' }, 'You said that it is.'],
])('evidence %o', (evidence, words) => {
  const [, ...told] = whySentences('X', why('X', 'given', undefined, [evidence]), { Q3: 'Alliance of Examples' });
  expect(seen(told)).toBe(words);
});

test.each<[string, Why, string]>([
  ['Zelensky', why('Zelensky', 'given', undefined, [{ type: 'strong-alias' }]), '“Zelensky” is a known name, clear by itself.'],
  [
    'Зеленським',
    why('Зеленський', 'declined', 'uk', [{ type: 'strong-alias' }]),
    '“Зеленським” is a form of “Зеленський” (Ukrainian), clear by itself.',
  ],
])('%s, a strong name, is one sentence', (surface, because, words) => expect(seen(whySentences(surface, because, {}))).toBe(words));

test('evidence without words says nothing', () => {
  expect(whySentences('X', why('X', 'given', undefined, [{ type: 'field-words', words: [] }]), {})).toHaveLength(1);
});

test('uncertain: all that may be meant are named', () => {
  expect(uncertainSentence([])).toMatch(/somebody or something else/);
  expect(seen([uncertainSentence([{ name: 'A' }, { name: 'B' }])])).toBe('The same words may also mean A or B.');
});
