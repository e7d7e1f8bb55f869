import { createRequire } from 'node:module';
import type { PersonName } from '../../core/profile.ts';
import { type Declined, distinct } from './person-forms.ts';

/**
 * Ukrainian personal names by `shevchenko`, which knows the grammar and guesses the class of a surname with a small model. It speaks of one
 * form per case; Ukrainian has two in the dative and locative of men (Олегу, Олегові), so both are taken for both cases.
 */
type Shevchenko = typeof import('shevchenko');

/** Shevchenko's own word for the instrumental is "ablative". */
const CASES = ['inGenitive', 'inDative', 'inAccusative', 'inAblative', 'inLocative', 'inVocative'] as const;

/** Given names in -о that are declined; all others (Джо, Педро, Бруно) are not. */
const GIVEN_IN_O = new Set([
  'дмитро',
  'павло',
  'петро',
  'михайло',
  'данило',
  'кирило',
  'марко',
  'левко',
  'гаврило',
  'самійло',
  'юрко',
  'сашко',
  'василько',
  'дмитрик',
  'ярко',
  'станко',
]);

let library: Shevchenko | undefined;

/** Loaded on first use: it brings TensorFlow along, and not everyone who reads data wants forms. */
function shevchenko(): Shevchenko {
  library ??= createRequire(import.meta.url)('shevchenko') as Shevchenko;
  return library;
}

/** Whether a word keeps one form in all cases: foreign names in a vowel, and surnames of women in a consonant or -о. */
export function isFixedUkrainian(word: string, part: 'given' | 'family', gender: 'm' | 'f'): boolean {
  const lower = word.toLowerCase();
  if (/[^\p{Script=Cyrillic}'’ʼ-]/u.test(lower)) return true;
  if (/[еєиіїуюё]$/.test(lower)) return true;
  if (/о$/.test(lower)) return part === 'given' ? !GIVEN_IN_O.has(lower) : gender === 'f' || !/ко$|ло$/.test(lower);
  return gender === 'f' && !/[ая]$/.test(lower) && !(part === 'given' && /ов$|ь$/.test(lower));
}

/** The forms of a name, the nominative first; each part with its forms for that case. */
export async function declineUkrainian(name: PersonName, gender: 'm' | 'f'): Promise<readonly Declined[]> {
  const { given = '', patronymic = '', family } = name;
  const fixed = { given: isFixedUkrainian(given, 'given', gender), family: isFixedUkrainian(family, 'family', gender) };
  const forms: Declined[] = [{ given: [given], patronymic: [patronymic], family: [family] }];
  for (const inCase of CASES) {
    const declined = await shevchenko()[inCase]({
      gender: (gender === 'm' ? 'masculine' : 'feminine') as Parameters<Shevchenko['inDative']>[0]['gender'],
      ...(given && !fixed.given ? { givenName: apostrophe(given) } : {}),
      ...(patronymic ? { patronymicName: apostrophe(patronymic) } : {}),
      familyName: apostrophe(fixed.family ? 'Ткач' : family),
    });
    forms.push({
      given: [fixed.given ? given : (declined.givenName ?? '')],
      patronymic: [declined.patronymicName ?? ''],
      family: [fixed.family ? family : (declined.familyName ?? family)],
      ...(inCase === 'inVocative' ? { vocative: true } : {}),
    });
  }
  return withBothDatives(forms);
}

/** Shevchenko knows ’ and ' but not the letter apostrophe. */
function apostrophe(text: string): string {
  return text.replace(/ʼ/g, '’');
}

function withBothDatives(forms: readonly Declined[]): readonly Declined[] {
  const [dative, locative] = [forms[2], forms[5]];
  if (dative === undefined || locative === undefined) return forms;
  const both = {
    given: distinct([...dative.given, ...locative.given]),
    patronymic: distinct([...dative.patronymic, ...locative.patronymic]),
    family: distinct([...dative.family, ...locative.family]),
  };
  return forms.flatMap((form) => (form === dative ? [both] : form === locative ? [] : [form]));
}
