import type { Language, PersonName } from '../../core/profile.ts';
import type { Respelled } from './forms-of-person.ts';
import { givenNames } from './transliterate-given.ts';
import { transliterate } from './transliterate-letters.ts';
import { RUSSIAN } from './transliterate-russian.ts';
import type { Scheme } from './transliterate-scheme.ts';
import { UKRAINIAN } from './transliterate-ukrainian.ts';

/** Famous for something else under the very same name: a football coach, an actor, a cyclist. Each further spelling would be one more trap. */
const HAVE_NAMESAKES: ReadonlySet<string> = new Set(['Леонид Слуцкий', 'Леонід Слуцький', 'Юрий Борисов', 'Сергей Иванов']);

/**
 * Spellings in Latin letters of a Ukrainian, Russian or Belarusian name, as the press of other countries writes it; none for other languages. Of one
 * scheme all given names go with the one family name, never those of another scheme. The patronymic is left out: the press does.
 */
export function respell(name: PersonName, lang: Language, country: string | undefined): readonly Respelled[] {
  if (HAVE_NAMESAKES.has(`${name.given} ${name.family}`)) return [];
  const spelled = schemesFor(lang, country).flatMap((scheme) => respellIn(name, scheme));
  const keys = spelled.map(({ lang: to, name: { given = '', family } }) => `${to} ${given} ${family}`);
  return spelled.filter((_, i) => keys.indexOf(keys[i] as string) === i);
}

/** A name that is Cyrillic at home only: nobody spells Mr Rubio by way of «Рубіо». */
function schemesFor(lang: Language, country: string | undefined): readonly Scheme[] {
  if (lang === 'uk' && country === 'UA') return UKRAINIAN;
  return lang === 'ru' && /^(?:UA|RU|BY|KZ)$/.test(country ?? '') ? RUSSIAN : [];
}

function respellIn({ given, family, gender }: PersonName, scheme: Scheme): readonly Respelled[] {
  const { lang, before = (text: string) => text, feminine } = scheme;
  const spelled = transliterate(before(family), scheme.family);
  const families = gender === 'f' && feminine ? [spelled, feminine(spelled)] : [spelled];
  if (given === undefined) return families.map((one) => ({ lang, name: { family: one } }));
  const byLetters = scheme.given.map((table) => transliterate(before(given), table));
  const variants = [...new Set(byLetters.flatMap((text) => givenNames(given, lang, text)))];
  return families.flatMap((one) => variants.map((variant) => ({ lang, name: { given: variant, family: one } })));
}
