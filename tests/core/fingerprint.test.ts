import { describe, expect, test } from 'vitest';
import { fingerprintOf, isCopy, likeness, nearOf } from '../../core/fingerprint.ts';

const HEAD = 'Drones for the north';
const REPORT = [
  'The ministry signed a contract for ground stations and spare parts on Tuesday, two officials said after the ceremony in the old harbour.',
  'Deliveries will begin in the spring, once the test range near the coast has been handed over to the new owners of the yard.',
  '"We have waited for these stations longer than anyone should have to wait for anything that was paid for," the minister told reporters.',
  'A spokesman declined to name the price, but said that it was well below the sum that parliament had set aside for the whole programme.',
  'The first six stations go to units that were promised them four years ago and have made do with borrowed ones since that winter.',
  'Critics in the opposition called the order late and small, and asked why no second supplier had been invited to make an offer.',
];
/** The same event by another hand, with the minister's quote. */
const OTHER = [
  'After four years of delay the north is to have its stations: in a short ceremony beside the quay the papers were signed at noon.',
  REPORT[2] as string,
  'Nobody would say what they cost. Parliament had allowed for more, if one believes those who stood near the table and smiled.',
  'For the companies along the coast it means work until the end of the decade; the union of the yard counted three hundred posts.',
  'It is not the end of the quarrel. Members of the opposition want to know in the coming week who else could have built them.',
  'Spring is when the first of them should stand on its mast, if the range is cleared of what the navy left there in the past.',
];
const ADDED =
  'This version adds the reaction of the builder, whose head of sales spoke of a good day for all who work at the yard and beyond it.';
const CHINESE =
  '国防部星期二签署了地面站合同两名官员在仪式后表示价格低于议会批准的预算首批六座地面站将于明年春天交付给北方部队反对党批评订单太晚太少并质问为什么没有邀请第二家供应商参加投标';

describe('the same text', () => {
  test.each([
    ['word for word', REPORT],
    ['under another headline', ['Ministry buys stations', ...REPORT]],
    ['shortened by a third', REPORT.slice(0, 4)],
    ['with a paragraph added', [...REPORT.slice(0, 3), ADDED, ...REPORT.slice(3)]],
    ['with quotes and dashes typed otherwise', REPORT.map((text) => text.replaceAll('"', '»').replaceAll('-', '–').toUpperCase())],
    ['with a word changed here and there', REPORT.map((text) => text.replace('the', 'its').replace('Tuesday', 'the day'))],
    ['cut into other paragraphs', [REPORT.join(' ')]],
    ['another headline, a paragraph less and one more', ['Late but there', ...REPORT.slice(1), ADDED]],
  ])('%s is a copy', (_what, texts) => {
    const [a, b] = [fingerprintOf([HEAD, ...REPORT]) ?? [], fingerprintOf(texts) ?? []];
    expect(likeness(a, b)).toBe(likeness(b, a));
    expect(isCopy(a, b)).toBe(true);
    expect(nearOf(a).some((hash) => nearOf(b).includes(hash))).toBe(true);
  });

  test('in a script without spaces', () => {
    expect(isCopy(fingerprintOf([CHINESE]) ?? [], fingerprintOf([CHINESE.slice(0, 60)]) ?? [])).toBe(true);
  });
});

describe('another text', () => {
  test.each([
    ['a report of the same event with the same quote', OTHER],
    ['a comment that quotes two paragraphs', [...OTHER, REPORT[0] as string]],
    ['the same words in another order', [...REPORT.join(' ').split(' ')].sort()],
  ])('%s is none', (_what, texts) => {
    expect(isCopy(fingerprintOf(REPORT) ?? [], fingerprintOf(texts) ?? [])).toBe(false);
  });

  test('a line or two are too short to be known again', () => {
    expect(fingerprintOf([HEAD, REPORT[0] as string])).toBeUndefined();
    expect(fingerprintOf([])).toBeUndefined();
  });
});
