import fc from 'fast-check';

/** Texts, dates and ids to draw records from. */

const NASTY = [
  '=1+1',
  '+49',
  '-x',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '＝1',
  ' =2',
  "'=3",
  '"',
  '""',
  'a,b',
  'a;b',
  'a\r\nb',
  '<&>"\'',
  ']]>',
  '&amp;',
];
const ODD = [
  '\u0000',
  '\u0001',
  '\u000b',
  '\u001f',
  '\u007f',
  '\u0085',
  '\ud800',
  '\udc00x',
  '\ufffe',
  '\uffff',
  '\ufeff',
  '\u2028',
  '😀',
  'ї',
  '\u202e',
  '__proto__',
];

/** Any text at all: controls, half surrogate pairs, formulas, markup. */
export const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...NASTY, ...ODD), fc.string({ maxLength: 8 })), {
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

export const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
export const moment = fc.integer({ min: 0, max: 2_000_000_000 }).map((n) => new Date(n * 1_000).toISOString());
export const partialDate = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([iso, length]) => iso.slice(0, length));
export const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

export const QIDS = ['Q1', 'Q22', 'Q333'];
export const IDS = [...QIDS, 'muster:acme', 'muster:the-other-body', 'own:00000000-0000-4000-8000-000000000001'];
/** Known to pairs and sightings, but to no profile: its pack is gone. */
export const GONE = 'muster:gone';

/** What an own name comes out as after the check is what it went in as. */
export const cleanName = fc.tuple(fc.constantFrom('A', 'Ж', '7', 'Acme Inc., "Ltd"', '=Firm', '<b>&'), anyText).map(([start, rest]) =>
  `${start}${rest}`
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim(),
);
