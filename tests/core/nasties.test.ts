import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Pack, parsePack, recordToLine } from '../../core/pack.ts';
import { GOOD_HEADER, goodRecord, NASTIES } from '../fixtures/nasties.ts';

/** The oracle, on purpose another list than that of core/check.ts: what must stand in no text that came through. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is meant alone
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|\p{Cs}/u;
/** A message may name one bad thing after another; it may not become a book. */
const LONGEST_MESSAGE = 4_000;

/** The keys of what every object is made from: a pack must add none. */
const roots = () => [Object, Array, String, Function].map((root) => Reflect.ownKeys(root.prototype).map(String));

let before: ReturnType<typeof roots>;
beforeAll(() => {
  before = roots();
});
afterAll(() => {
  expect(roots()).toEqual(before);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

/** The pack, or in which words it was refused. Anything but our own words is a crash. */
function parse(lines: readonly string[]): Pack | string {
  try {
    return parsePack(lines.map((line) => `${line}\n`).join(''));
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error || !error.message.startsWith('pack ')) throw error;
    return error.message;
  }
}

/** Every text in a value, the keys too. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value !== 'object' || value === null ? [] : [...Object.keys(value), ...Object.values(value).flatMap(textsIn)];
}

/** All that would become an address of a link. */
const addressesIn = ({ header, records }: Pack): readonly string[] => [
  ...Object.values(header.sources).flatMap((source) => source.url ?? []),
  ...records.flatMap(({ profile }) => profile.facts.flatMap(({ key, value }) => (key === 'website' ? value : []))),
];

/** What holds for every pack that was taken, whoever made it. */
function expectInert(pack: Pack, header: string): void {
  const again = parse([header, ...pack.records.map(recordToLine)]);
  expect(again).toEqual(pack);
  for (const text of textsIn(pack)) expect(text).not.toMatch(UNSEEN);
  for (const address of addressesIn(pack)) {
    expect(address).toMatch(/^https?:\/\//i);
    if (URL.canParse(address)) expect(new URL(address)).toMatchObject({ protocol: /^https?:$/, username: '', password: '' });
  }
}

describe('the nasties', () => {
  test('are as many as they are said to be', () => {
    const count = (group: string, isRefused: boolean) =>
      NASTIES.filter((one) => one.group === group && (one.refused !== undefined) === isRefused).length;
    expect(new Set(NASTIES.map(({ group, name }) => `${group} ${name}`)).size).toBe(NASTIES.length);
    expect(NASTIES.length).toBeGreaterThanOrEqual(200);
    expect(count('address', true) / 2).toBeGreaterThanOrEqual(60);
    expect(count('markup', false)).toBeGreaterThanOrEqual(60);
  });

  test.each(NASTIES.filter((one) => one.refused !== undefined))(
    'refused, $group: $name',
    ({ lines, refused }) => {
      const answer = parse(lines());
      if (typeof answer !== 'string') throw new Error('was taken');
      expect(answer).toMatch(/^pack [a-z?]+: line /);
      expect(answer.slice(answer.indexOf('line '))).toContain(`line ${refused?.line}: `);
      expect(answer).toContain(refused?.says);
      expect(answer).not.toMatch(UNSEEN);
      expect(answer).not.toMatch(/\p{M}{5}/u);
      expect(answer.length).toBeLessThan(LONGEST_MESSAGE);
    },
    5_000,
  );

  test.each(NASTIES.filter((one) => one.refused === undefined))('inert, $group: $name', ({ lines }) => {
    const [header = '', ...records] = lines();
    const answer = parse([header, ...records]);
    if (typeof answer === 'string') throw new Error(answer);
    expect(answer.records).toHaveLength(1);
    expectInert(answer, header);
  });
});

type Path = readonly (string | number)[];

/** Every place in a record that can be changed: its keys, its entries, and theirs. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  const here = path.length === 0 ? [] : [path];
  if (typeof value !== 'object' || value === null) return here;
  const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
  return [...here, ...keys.flatMap((key) => placesIn((value as Record<string | number, unknown>)[key], [...path, key]))];
}

/** A copy with another value at one place; `undefined` leaves it out. A place that an earlier change took away stays away. */
function changed(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return to;
  const inner = rest.length === 0 ? to : changed((value as Record<string | number, unknown>)[key], rest, to);
  return Array.isArray(value) ? value.map((one, i) => (i === key ? inner : one)) : { ...value, [key]: inner };
}

/** Texts that are good, nearly good and bad, in about equal parts: with bad ones alone nothing would ever be taken. */
const words = fc.oneof(
  fc.stringMatching(/^[A-Z][a-z]{1,12}$/),
  fc.stringMatching(/^[A-ZÀ-ÞА-Я][a-zà-þа-я]{1,12}( [A-Z][a-z]{1,8}){0,2}$/),
  fc.stringMatching(/^[a-z]{1,6}$/),
  fc.constantFrom(
    'en',
    'uk',
    'GB',
    'Q7',
    'muster:forum',
    '2026',
    '2026-07',
    'report',
    'weak',
    'strong',
    'exact',
    'm',
    's',
    'does',
    'website',
  ),
  fc.constantFrom('https://zorblat.example/a', 'http://x.example', 'official', 'company', 'owns', 'minister', 'c', 'g', ''),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc
    .array(fc.constantFrom('\u0301', 'e', ' ', '\u202e', '\u200b', '<', '"', '/', ':', 'javascript', '\ud800', '\u2800'), { maxLength: 8 })
    .map((all) => all.join('')),
  fc.webUrl({ validSchemes: ['http', 'https', 'javascript', 'data', 'ftp'], withQueryParameters: true, withFragments: true }),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `https://x${text}.example/${text}`),
);

const values = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.array(words, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.dictionary(words, words, { maxKeys: 3 }) },
);

const GOOD = [goodRecord('company'), goodRecord('official')];

/** A good record with some of its places changed, as the line of a pack. */
const mutations = fc
  .constantFrom(...GOOD)
  .chain((good) =>
    fc.tuple(fc.constant(good), fc.array(fc.tuple(fc.constantFrom(...placesIn(good)), values), { minLength: 1, maxLength: 2 })),
  )
  .map(([good, changes]) => JSON.stringify(changes.reduce<unknown>((record, [path, to]) => changed(record, path, to), good)) ?? '');

/** A good line with a piece cut out of it and another put in. */
const torn = fc
  .tuple(
    fc.constantFrom(...GOOD),
    fc.nat(),
    fc.nat({ max: 6 }),
    fc.oneof(words, fc.constantFrom('}', ']', ',', '\\u202e', '\\ud800', '"__proto__":{},')),
  )
  .map(([good, at, length, text]) => {
    const line = JSON.stringify(good);
    const from = at % line.length;
    return line.slice(0, from) + text.replaceAll('\n', '') + line.slice(from + length);
  });

/** Anything at all, but with what is looked at first: so that the rest is looked at too. */
const anything = fc
  .tuple(fc.jsonValue(), fc.boolean())
  .map(([value, dressed]) => JSON.stringify(dressed ? { ...goodRecord(), ...Object(value) } : value));

describe('ten thousand made by chance', () => {
  test('each is refused in our own words, or taken and inert', () => {
    const header = JSON.stringify(GOOD_HEADER);
    let taken = 0;
    const runs = 10_000;
    fc.assert(
      fc.property(
        fc.oneof({ weight: 6, arbitrary: mutations }, { weight: 2, arbitrary: torn }, { weight: 1, arbitrary: anything }),
        (line) => {
          const answer = parse([header, line]);
          if (typeof answer === 'string') {
            expect(answer).toMatch(/^pack nasty: line \d+: ./);
            expect(answer.length).toBeLessThan(LONGEST_MESSAGE);
            expect(answer).not.toMatch(UNSEEN);
            return;
          }
          taken++;
          expectInert(answer, header);
        },
      ),
      { numRuns: runs },
    );
    // Were nearly all refused, the second half of the sentence would be tried on nothing.
    expect(taken).toBeGreaterThan(runs / 20);
    expect(taken).toBeLessThan(runs / 2);
  }, 60_000);
});
