import { describe, expect, test } from 'vitest';
import { foldText } from '../../core/fold.ts';
import type { Profile } from '../../core/profile.ts';
import { familyOf } from '../../core/tongue.ts';
import { formsOf } from '../../scripts/forms/forms-of.ts';
import { readRows } from './read-rows.ts';

const BASE = {
  decoys: [],
  offices: [{ office: 'Office', role: 'minister', source: 'test' }],
  relations: [],
  facts: [],
  sources: ['fixture'],
  asOf: '2026',
} as const;

function profileOf([country = '', from = '', given = '', family = '', gender = 'm']: readonly string[]): Profile {
  if (country === 'body') {
    return {
      ...BASE,
      id: 'Q1',
      kind: 'company',
      name: 'Nothing',
      aliases: [{ text: family, lang: foreign(family) ?? from, role: 'strong' }],
    };
  }
  const name = { given, family, gender: gender as 'm' | 'f' };
  const english = from === 'en' ? `${given} ${family}` : 'Nobody';
  return { ...BASE, id: 'Q1', kind: 'official', name: english, country, aliases: [], names: { [from]: name } };
}

/** Foreign brands are listed without a language, or in English. */
function foreign(name: string): string | undefined {
  return /^(?:Rheinmetall|Boeing|Leonardo|Patria|Saab|Nammo|Airbus|Milrem)$/.test(name) ? 'en' : undefined;
}

/** The texts that a page in this language may be believed to have: a form declined in another family of languages is none of them. */
async function textsIn(lang: string, profile: Profile): Promise<readonly string[]> {
  const groups = await formsOf(profile);
  return groups.flatMap((group) => {
    const isForeign = group.how === 'declined' && familyOf(group.lang) !== familyOf(lang);
    return isForeign ? [] : group.texts.map(foldText);
  });
}

describe.each(['bg', 'mk', 'sr', 'hr', 'sl', 'sk', 'fi', 'et', 'lv', 'lt', 'hu'])('%s', (lang) => {
  test.each(readRows(`expected-forms-${lang}.tsv`))('$law: %s', async ({ cells: [form = '', ...of] }) => {
    const texts = await textsIn(lang, profileOf(of));
    if (of[5] === 'no') expect(texts).not.toContain(foldText(form));
    else expect(texts).toContain(foldText(form));
  });
});

describe('German compounds in one word', () => {
  const compoundsOf = async (name: string, role: 'strong' | 'weak' = 'strong') => {
    const profile: Profile = { ...BASE, id: 'Q1', kind: 'company', name: 'MBDA', aliases: [{ text: name, role }] };
    return (await formsOf(profile)).flatMap(({ texts, how, lang }) => (how === 'composed' && lang === 'de' ? texts : []));
  };

  test.each([
    ['Rheinmetallaktie', 'Rheinmetall'],
    ['Rheinmetallchef', 'Rheinmetall'],
    ['Airbuschef', 'Airbus'],
    ['Airbuskonzern', 'Airbus'],
    ['Boeingwerk', 'Boeing'],
    ['Hensoldtaktien', 'Hensoldt'],
  ])('%s', async (form, name) => {
    expect(await compoundsOf(name)).toContain(form);
  });

  test.each([
    ['a weak name', 'Thales', 'weak'],
    ['a short one', 'Diehl', 'strong'],
    ['two words', 'Lockheed Martin', 'strong'],
    ['letters', 'ASELSAN', 'strong'],
    ['an ordinary word', 'Leonardo', 'strong'],
  ] as const)('not for %s', async (_, name, role) => {
    expect(await compoundsOf(name, role)).toEqual([]);
  });
});

test.each(['Доналда Трампа', 'Трампом', 'Трампу', 'Trampa', 'Trampom', 'Donalda Trampa'])(
  'a Serbian alias is declined in both scripts: %s',
  async (form) => {
    const profile: Profile = {
      ...BASE,
      id: 'Q1',
      kind: 'official',
      name: 'Donald Trump',
      country: 'US',
      aliases: [
        { text: 'Доналд Трамп', lang: 'sr', role: 'strong' },
        { text: 'Трамп', lang: 'sr', role: 'strong' },
        { text: 'Гвоздена дама', lang: 'sr', role: 'strong' },
      ],
    };
    const texts = (await formsOf(profile)).flatMap((group) => group.texts);
    expect(texts).toContain(form);
    expect(texts.filter((text) => text.startsWith('Гвозден'))).toEqual(['Гвоздена дама']);
    expect(texts.filter((text) => /[A-Za-z]/.test(text) && /\p{Script=Cyrillic}/u.test(text))).toEqual([]);
  },
);

test('a form says from which alias and in which language it was made', async () => {
  const groups = await formsOf(profileOf(['US', 'en', 'Donald', 'Trump', 'm']));
  const madeAs = (text: string) => groups.filter(({ texts }) => texts.includes(text)).map(({ alias, lang, how }) => [alias, lang, how]);
  expect(madeAs('Trumpille')).toEqual([['Trump', 'fi', 'declined']]);
  expect(madeAs('Trumpiga')).toEqual([['Trump', 'et', 'declined']]);
  expect(madeAs('Trumpo')).toEqual([['Trumpas', 'lt', 'declined']]);
  expect(madeAs('Trumpom')).toEqual([['Trump', 'sk', 'declined']]);
});
