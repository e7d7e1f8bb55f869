import { describe, expect, test } from 'vitest';
import { foldText } from '../../core/fold.ts';
import { readWords } from '../../core/words.ts';

describe('what is the same', () => {
  test.each([
    ['case', 'BAE Systems', 'bae SYSTEMS'],
    ['no-break space', 'BAE Systems', 'BAE\u00a0Systems'],
    ['thin space', 'BAE Systems', 'BAE\u2009Systems'],
    ['soft hyphen', 'Lockheed', 'Lock\u00adheed'],
    ['zero-width space', 'Lockheed', 'Lock\u200bheed'],
    ['composed and decomposed', 'Škoda', 'S\u030ckoda'],
    ['diacritics', 'Škoda', 'Skoda'],
    ['й in two units', 'Київський', 'Київськии\u0306'],
    ['ї in two units', 'Київ', 'Киі\u0308в'],
    ['ё and е', 'Фёдоров', 'Федоров'],
    ['ґ and г', 'Ґрінкевич', 'Грінкевич'],
    ['sharp s', 'Großmann', 'Grossmann'],
    ['ligature', 'Næss', 'Naess'],
    ['stroke', 'Wałęsa', 'Walesa'],
    ['dotless i', 'Işık', 'isik'],
    ['capital dotted i', 'İSTANBUL', 'istanbul'],
    ['final sigma', 'Σίσυφος', 'ΣΙΣΥΦΟΣ'],
    ['full width', 'ＮＡＴＯ', 'NATO'],
    ['apostrophe ’', "В'ячеслав", 'В’ячеслав'],
    ['apostrophe ʼ', "В'ячеслав", 'Вʼячеслав'],
    ['hyphen and dash', 'Rolls-Royce', 'Rolls‑Royce'],
    ['decomposed kana', 'ボーイング', 'ホ\u3099ーインク\u3099'],
    ['niqqud', 'שלום', 'שָׁלוֹם'],
    ['Hebrew presentation forms', 'שלום', '\ufb2aָל\ufb4bם'],
    ['a letter with an apostrophe in it', '\u0149a', 'ʼna'],
  ])('%s', (_, a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });

  test('what is folded is folded: every unit there is', () => {
    const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((unit) => unit.isWellFormed());
    expect(units.filter((unit) => foldText(foldText(unit)) !== foldText(unit))).toEqual([]);
  });

  test.each([
    ['й is not и', 'Майя', 'Маия'],
    ['ї is not і', 'Київ', 'Киів'],
    ['two words are not one', 'Mc Donnell', 'McDonnell'],
    ['matras count', 'मोदी', 'मदा'],
  ])('different: %s', (_, a, b) => {
    expect(foldText(a)).not.toBe(foldText(b));
  });
});

describe('words and what stands between them', () => {
  const read = (text: string) => readWords(text).map((word) => `${word.gap}${word.folded}`);
  test.each([
    ['D&M Holding', ['4d', '0&', '0m', '0holding']],
    ['Amentum Services, Inc.', ['4amentum', '0services', '1inc']],
    ['J. D. Vance', ['4j', '2d', '2vance']],
    ['КБ «Луч»', ['4кб', '3луч']],
    ['Boeing – Airbus', ['4boeing', '4airbus']],
    ['Boeing\n\nAirbus', ['4boeing', '4airbus']],
    ['Lockheed\n  Martin', ['4lockheed', '0martin']],
    ['三菱', ['4三', '0菱']],
    ['NATO事務', ['4nato', '0事', '0務']],
    ['RTX/HII', ['4rtx', '4hii']],
    ["Baykar'ın", ['4baykar', '0in']],
    ['\ud800BAE\udc00', ['4bae']],
    ['', []],
    ['…', []],
  ])('%j', (text, words) => {
    expect(read(text)).toEqual(words);
  });

  test('offsets are those of the text', () => {
    const text = '«Lock\u00adheed» Ма\u0301ртін';
    expect(readWords(text).map((word) => text.slice(word.start, word.end))).toEqual(['Lock\u00adheed', 'Ма\u0301ртін']);
  });
});
