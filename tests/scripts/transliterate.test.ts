import { beforeAll, describe, expect, test } from 'vitest';
import { foldText } from '../../core/fold.ts';
import type { PackRecord } from '../../core/pack.ts';
import type { Kind, PersonName } from '../../core/profile.ts';
import { buildPack } from '../../scripts/build-packs.ts';
import { prefixed, withPrefixes } from '../../scripts/forms/prefixes.ts';
import { respell } from '../../scripts/forms/transliterate.ts';
import { readData } from '../../scripts/read-data.ts';
import { readRows } from './read-rows.ts';

describe('the real pack', () => {
  let byName: ReadonlyMap<string, PackRecord>;
  beforeAll(async () => {
    const pack = await buildPack(readData(), 1);
    byName = new Map(pack.records.map((record) => [record.profile.name, record]));
  });

  test.each(readRows('attested-spellings.tsv'))('$law: %s', ({ cells: [spelling = '', , name = ''] }) => {
    const forms = byName.get(name)?.forms.flatMap(({ texts }) => texts.map(foldText));
    expect(forms, `no record is called ${name}`).toBeDefined();
    expect(forms).toContain(foldText(spelling));
  });

  test('respelling adds less than sixty forms a person who is respelled', () => {
    const respelled = [...byName.values()]
      .map(({ forms }) => forms.filter(({ how }) => how === 'transliterated'))
      .filter((groups) => groups.length > 0);
    const count = respelled.flat().reduce((sum, { texts }) => sum + texts.length, 0);
    expect(respelled.length).toBeGreaterThan(100);
    expect(count / respelled.length).toBeLessThan(60);
  });
});

describe('respelling', () => {
  const spellings = (name: PersonName, lang: string, country: string, to: string) =>
    respell(name, lang, country)
      .filter((respelled) => respelled.lang === to)
      .map(({ name: { given, family } }) => `${given} ${family}`);

  test.each<[given: string, family: string, lang: string, country: string, to: string, expected: string]>([
    ['Сергей', 'Шойгу', 'ru', 'RU', 'nl', 'Sergej Sjojgoe'],
    ['Сергей', 'Шойгу', 'ru', 'RU', 'sv', 'Sergej Sjojgu'],
    ['Сергей', 'Шойгу', 'ru', 'RU', 'fi', 'Sergei Šoigu'],
    ['Сергей', 'Шойгу', 'ru', 'RU', 'hu', 'Szergej Sojgu'],
    ['Сергей', 'Шойгу', 'ru', 'RU', 'ro', 'Serghei Șoigu'],
    ['Сергей', 'Шойгу', 'ru', 'RU', 'sr', 'Сергеј Шојгу'],
    ['Валерий', 'Герасимов', 'ru', 'RU', 'de', 'Waleri Gerassimow'],
    ['Денис', 'Шмигаль', 'uk', 'UA', 'hu', 'Denisz Smihal'],
    ['Денис', 'Шмигаль', 'uk', 'UA', 'no', 'Denys Sjmyhal'],
    ['Денис', 'Шмигаль', 'uk', 'UA', 'bg', 'Денис Шмигал'],
    ['Андрій', 'Єрмак', 'uk', 'UA', 'fr', 'Andriï Iermak'],
    ['Сергей', 'Петров-Водкин', 'ru', 'RU', 'fr', 'Sergueï Petrov-Vodkine'],
  ])('%s %s (%s, %s) in %s: %s', (given, family, lang, country, to, expected) => {
    expect(spellings({ given, family }, lang, country, to)).toContain(expected);
  });

  test('a Czech makes a name of her own for a woman', () => {
    expect(spellings({ given: 'Юлія', family: 'Тимошенко', gender: 'f' }, 'uk', 'UA', 'cs')).toContain('Julija Tymošenková');
    expect(spellings({ given: 'Юлія', family: 'Тимошенко', gender: 'f' }, 'uk', 'UA', 'de')).not.toContain('Julija Tymoschenkoová');
    expect(spellings({ given: 'Петро', family: 'Порошенко', gender: 'm' }, 'uk', 'UA', 'cs')).toEqual(['Petro Porošenko']);
  });

  test('of one scheme no given name goes with the family name of another', () => {
    const english = spellings({ given: 'Володимир', family: 'Зеленський' }, 'uk', 'UA', 'en');
    expect(new Set(english)).toEqual(new Set(['Volodymyr Zelenskyi', 'Volodymyr Zelenskyy', 'Volodymyr Zelensky', 'Volodymyr Zelenskiy']));
  });

  test('foreigners, and those who have famous namesakes, keep the spellings that the data lists', () => {
    expect(respell({ given: 'Марко', family: 'Рубіо' }, 'uk', 'US')).toEqual([]);
    expect(respell({ given: 'Леонид', family: 'Слуцкий' }, 'ru', 'RU')).toEqual([]);
  });
});

describe('words written together with the name', () => {
  test.each<[text: string, kind: Kind, form: string, lang?: string]>([
    ['נתניהו', 'official', 'ונתניהו'],
    ['נתניהו', 'official', 'לנתניהו'],
    ['נתניהו', 'official', 'שנתניהו'],
    ['בנימין נתניהו', 'official', 'ולבנימין נתניהו'],
    ['קרמלין', 'organisation', 'הקרמלין'],
    ['הקרמלין', 'organisation', 'בקרמלין'],
    ['הקרמלין', 'organisation', 'מהקרמלין'],
    ['אלביט', 'company', 'מאלביט'],
    ['بوتين', 'official', 'وبوتين'],
    ['بوتين', 'official', 'لبوتين'],
    ['دونالد ترامب', 'official', 'ودونالد ترامب'],
    ['الناتو', 'organisation', 'للناتو'],
    ['الناتو', 'organisation', 'والناتو'],
    ['كرملين', 'organisation', 'الكرملين'],
    ['السيسي', 'official', 'والسيسي'],
  ])('%s (%s): %s', (text, kind, form) => {
    expect(prefixed(text, kind)).toContain(form);
  });

  test.each<[text: string, kind: Kind, form: string, lang?: string]>([
    ['נתניהו', 'official', 'הנתניהו'],
    ['الناتو', 'organisation', 'لالناتو'],
    ['بوتين', 'official', 'البوتين'],
    ['پوتین', 'official', 'وپوتین', 'fa'],
    ['Putin', 'official', 'וPutin'],
    ['Зеленський', 'official', 'וЗеленський'],
  ])('%s (%s): never %s', (text, kind, form, lang) => {
    expect(prefixed(text, kind, lang)).not.toContain(form);
  });

  test('of strong drafts only, and how they came to be is told', () => {
    const strong = { alias: 'נתניהו', lang: 'he', role: 'strong', how: 'given', texts: ['נתניהו'] } as const;
    const weak = { ...strong, alias: 'כץ', role: 'weak', texts: ['כץ'] } as const;
    const drafts = withPrefixes([strong, weak], 'official');
    expect(drafts.map(({ alias, how }) => `${alias} ${how}`)).toEqual(['נתניהו given', 'כץ given', 'נתניהו declined']);
  });
});

describe('folding of other scripts', () => {
  test.each([
    ['Ζελένσκι', 'ΖΕΛΕΝΣΚΙ'],
    ['Πούτιν', 'ΠΟΥΤΙΝ'],
    ['Μπόινγκ', 'ΜΠΟΪΝΓΚ'],
    ['Μερτς', 'ΜΕΡΤΣ'],
    ['Ράινμεταλ', 'Ραϊνμεταλ'],
    ['Зеленски', 'ЗЕЛЕНСКИ'],
    ['Шојгу', 'ШОЈГУ'],
    ['Պուտին', 'ՊՈՒՏԻՆ'],
    ['პუტინი', 'ᲞᲣᲢᲘᲜᲘ'],
    ['ゼレンスキー', 'セ\u3099レンスキー'],
    ['نتنياهو', 'نَتنياهو'],
    ['נתניהו', 'נְתַנְיָהוּ'],
    ["ג'ו ביידן", 'ג’ו ביידן'],
  ])('%s equals %s', (a, b) => {
    expect(foldText(b)).toBe(foldText(a));
  });
});
