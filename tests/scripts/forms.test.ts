import { beforeAll, describe, expect, test } from 'vitest';
import { foldText } from '../../core/fold.ts';
import type { PackRecord } from '../../core/pack.ts';
import type { Profile } from '../../core/profile.ts';
import { familyOf } from '../../core/tongue.ts';
import { buildPack } from '../../scripts/build-packs.ts';
import { formsOf } from '../../scripts/forms/forms-of.ts';
import { readData } from '../../scripts/read-data.ts';
import { readRows } from './read-rows.ts';

const BASE = { decoys: [], offices: [], relations: [], facts: [], sources: ['fixture'], asOf: '2026' } as const;

function person(lang: string, given: string, patronymic: string, family: string, gender: 'm' | 'f'): Profile {
  const name = { given, ...(patronymic === '-' ? {} : { patronymic }), family, gender };
  return { ...BASE, id: 'Q1', kind: 'official', name: 'Nobody', aliases: [], names: { [lang]: name } };
}

async function textsOf(profile: Profile): Promise<readonly string[]> {
  return (await formsOf(profile)).flatMap(({ texts }) => texts);
}

describe('names of persons', () => {
  test.each(readRows('expected-forms.tsv'))(
    '$law: %s',
    async ({ cells: [form = '', lang = '', given = '', patronymic = '', family = '', gender = 'm', no] }) => {
      const texts = (await textsOf(person(lang, given, patronymic, family, gender as 'm' | 'f'))).map(foldText);
      if (no === 'no') expect(texts).not.toContain(foldText(form));
      else expect(texts).toContain(foldText(form));
    },
  );

  test('a bare surname is weak, unless the data lists it as strong: then so are all its forms', async () => {
    const plain = person('uk', 'Володимир', '-', 'Зеленський', 'm');
    const listed: Profile = { ...plain, aliases: [{ text: 'Зеленський', lang: 'uk', role: 'strong' }] };
    const roleOf = async (profile: Profile, text: string) => (await formsOf(profile)).find(({ texts }) => texts.includes(text))?.role;
    expect(await roleOf(plain, 'Зеленського')).toBe('weak');
    expect(await roleOf(plain, 'В. Зеленського')).toBe('weak');
    expect(await roleOf(plain, 'Володимира Зеленського')).toBe('strong');
    expect(await roleOf(listed, 'Зеленського')).toBe('strong');
    expect(await roleOf(listed, 'В. Зеленського')).toBe('strong');
  });

  test('a form that is an ordinary word is weak, whatever the data says', async () => {
    const khmara: Profile = { ...person('uk', 'Євгеній', '-', 'Хмара', 'm'), aliases: [{ text: 'Хмара', lang: 'uk', role: 'strong' }] };
    const groups = await formsOf(khmara);
    expect(groups.filter(({ texts }) => texts.includes('Хмари')).map(({ role }) => role)).toEqual(['weak']);
    expect(groups.filter(({ texts }) => texts.includes('Євгенія Хмари')).map(({ role }) => role)).toEqual(['strong']);
  });

  test('a name of our own Cyrillic is respelled for other languages and declined there', async () => {
    const texts = await textsOf({ ...person('uk', 'Володимир', '-', 'Зеленський', 'm'), country: 'UA' });
    expect(texts).toEqual(
      expect.arrayContaining(['Volodymyr Zelenskyi', 'Wolodymyr Selenskyj', 'Wołodymyra Zełenskiego', 'Volodymyra Zelenského']),
    );
  });

  test('nobody is respelled by way of a foreign spelling', async () => {
    const texts = await textsOf({ ...person('uk', 'Марко', '-', 'Рубіо', 'm'), country: 'US' });
    expect(texts.filter((text) => /\p{Script=Latin}/u.test(text))).toEqual(['Nobody']);
  });

  test('an East Asian name is declined at its end only, and stands in its own order', async () => {
    const kim = await textsOf({ ...person('uk', 'Чен Ин', '-', 'Кім', 'm'), name: 'Kim Jong Un', country: 'KP' });
    expect(kim).toEqual(expect.arrayContaining(['Кім Чен Ин', 'Кім Чен Ина', 'Кім Чен Ином', 'Kim Jong Una']));
    expect(kim.filter((text) => /Кіма|Чена/.test(text))).toEqual([]);
  });

  test('a title in front of a surname is no given name', async () => {
    const profile: Profile = {
      ...BASE,
      id: 'Q1',
      kind: 'official',
      name: 'Marco Rubio',
      country: 'US',
      aliases: [{ text: 'Secretary Rubio', role: 'strong' }],
    };
    expect(await textsOf(profile)).not.toContain('S. Rubio');
  });

  test.each([
    ['Ursula von der Leyen', 'DE', 'von der Leyen'],
    ['Xi Jinping', 'CN', 'Xi'],
    ['Charles Q. Brown Jr.', 'US', 'Brown'],
    ['Keir Starmer', 'GB', 'Starmer'],
    ['Mohammed bin Salman', 'SA', 'bin Salman'],
  ])('the family name of %s (%s) is %s', async (name, country, family) => {
    const profile: Profile = { ...BASE, id: 'Q1', kind: 'official', name, country, aliases: [] };
    const bare = (await formsOf(profile)).filter(({ role, how }) => role === 'weak' && how === 'composed').flatMap(({ texts }) => texts);
    expect(bare).toContain(family);
  });
});

describe('names of bodies', () => {
  test.each(readRows('expected-body-forms.tsv'))('$law: %s', async ({ cells: [form = '', lang = '', name = '', no] }) => {
    const latin = ['pl', 'cs', 'de'].includes(lang);
    const aliases = latin ? [] : [{ text: name, lang: lang.slice(0, 2), role: 'strong' as const }];
    const profile: Profile = { ...BASE, id: 'Q1', kind: 'company', name: latin ? name : 'Nothing', aliases };
    const texts = await textsOf(profile);
    if (no === 'no') expect(texts).not.toContain(form);
    else expect(texts).toContain(form);
  });

  test('a fixed alias is left alone', async () => {
    const profile: Profile = {
      ...BASE,
      id: 'Q1',
      kind: 'company',
      name: 'MBDA',
      aliases: [{ text: 'Патрон', lang: 'uk', role: 'strong', fixed: true }],
    };
    expect(await textsOf(profile)).toEqual(['MBDA', 'Патрон']);
  });

  test('acronyms ask for their letters, and no text stands twice', async () => {
    const aliases = [
      { text: 'KNDS', role: 'strong' as const },
      { text: 'Knds France', role: 'weak' as const },
      { text: 'KNDS France', role: 'strong' as const },
    ];
    const groups = await formsOf({ ...BASE, id: 'Q1', kind: 'company', name: 'KNDS', aliases });
    expect(groups.filter(({ how }) => how === 'given').map(({ texts, case: rule, role }) => [texts, rule, role])).toEqual([
      [['KNDS'], 'exact', 'strong'],
      [['KNDS France'], 'capital', 'strong'],
    ]);
  });
});

describe('the real pack', () => {
  let byName: ReadonlyMap<string, PackRecord>;
  beforeAll(async () => {
    const pack = await buildPack(readData(), 1);
    byName = new Map(pack.records.map((record) => [record.profile.name, record]));
  });

  test.each(readRows('attested-forms.tsv'))('knows the form %s', ({ cells: [form = '', , name = ''] }) => {
    const forms = byName.get(name)?.forms.flatMap(({ texts }) => texts.map(foldText));
    expect(forms, `no record is called ${name}`).toBeDefined();
    expect(forms).toContain(foldText(form));
  });

  test('no record has a text twice among its forms of one case rule, unless as the declined forms of two families of languages', () => {
    const twice = [...byName.values()].flatMap(({ profile, forms }) => {
      const keys = forms.flatMap(({ texts, case: rule, how, lang }) =>
        texts.map((text) => `${foldText(text)} ${rule} ${how === 'declined' ? familyOf(lang) : ''}`),
      );
      return keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${profile.id}: ${key}`);
    });
    expect(twice).toEqual([]);
  });
});
