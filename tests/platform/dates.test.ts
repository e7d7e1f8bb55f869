import { describe, expect, test } from 'vitest';
import { dayInWords } from '../../platform/article/day-in-words.ts';
import { isoDate } from '../../platform/article/meta.ts';

/** Days as machines and as readers see them on a page; where on the page is looked is in tests/content/article.test.ts. */

describe('dates as machines see them', () => {
  test.each([
    ['2024-10-02', '2024-10-02'],
    ['2024-10-02T10:00', '2024-10-02T10:00'],
    ['2024-10-02 10:00:00 +0300', '2024-10-02T10:00:00+03:00'],
    ['2024-10-02T10:00:00.000Z', '2024-10-02T10:00:00.000Z'],
    ['2024-10-02T10:00:00+02', '2024-10-02T10:00:00+02:00'],
    ['2024/10/02', '2024-10-02'],
    ['20241002', '2024-10-02'],
    ['2024-13-02', undefined],
    ['0000-00-00', undefined],
    ['10/02/2024', undefined],
    [1727856000, undefined],
    [undefined, undefined],
  ])('%s', (value, wanted) => expect(isoDate(value)).toBe(wanted));
});

describe('dates as readers see them', () => {
  test.each([
    ['July 8, 2025', 'en', '2025-07-08'],
    ['Published: Sep 9, 2025 | 10:00 AM', 'en', '2025-09-09'],
    ['Tuesday 2nd of October 2024', 'en', '2024-10-02'],
    ['9. September 2025, 14:30 Uhr', 'de', '2025-09-09'],
    ['09.09.2025, 14:30', 'de', '2025-09-09'],
    ['le 3 août 2025', 'fr', '2025-08-03'],
    ['15 oct 2024', 'es', '2024-10-15'],
    ['2 жовтня 2024', 'uk', '2024-10-02'],
    ['2025年9月9日 12時', 'ja', '2025-09-09'],
    ['2025-09-09 08:00', 'ko', '2025-09-09'],
    ['25/12/2025', 'en', '2025-12-25'],
    ['03/04/2025', 'en', undefined],
    ['31 February 2025', 'en', undefined],
    ['July 2025', 'en', undefined],
    ['9 September', 'en', undefined],
    ['© 2025 The Test', 'en', undefined],
    [`On July 8, 2025, ${'the ministry spoke of it at length '.repeat(3)}`, 'en', undefined],
    ['July 8, 2025', undefined, '2025-07-08'],
  ])('%s', (line, lang, wanted) => expect(dayInWords(line, lang)).toBe(wanted));
});
