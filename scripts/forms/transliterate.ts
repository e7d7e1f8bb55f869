import type { Language, PersonName } from '../../core/profile.ts';
import type { Respelled } from './forms-of-person.ts';

/**
 * Ukrainian and Russian names as the press of other countries writes them. A scheme is a table from letters to letters; longer keys go
 * first, "^" binds a key to the start of a word and "$" to its end. What no key covers stays as it is.
 */
interface Scheme {
  readonly lang: Language;
  readonly table: Readonly<Record<string, string>>;
}

const table = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split('=') as [string, string]),
  );

const UK_PLAIN = "а=a б=b в=v г=h ґ=g д=d е=e з=z и=y і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ь= '= ’= ʼ=";

const UKRAINIAN: readonly Scheme[] = [
  // Resolution 55 of 2010, as in passports: Zelenskyi, Yulia → Yuliia, Syrskyi.
  { lang: 'en', table: table(`${UK_PLAIN} зг=zgh є=ie ^є=ye ж=zh ї=i ^ї=yi й=i ^й=y х=kh ц=ts ч=ch ш=sh щ=shch ю=iu ^ю=yu я=ia ^я=ya`) },
  // BGN/PCGN: Zelenskyy, Yuliya.
  { lang: 'en', table: table(`${UK_PLAIN} є=ye ж=zh ї=yi й=y х=kh ц=ts ч=ch ш=sh щ=shch ю=yu я=ya`) },
  // The press: Zelensky, Yulia, Andriy.
  { lang: 'en', table: table(`${UK_PLAIN} ський$=sky цький$=tsky ий$=y ія$=ia є=ye ж=zh ї=yi й=y х=kh ц=ts ч=ch ш=sh щ=shch ю=yu я=ya`) },
  { lang: 'de', table: table(`${UK_PLAIN} в=w з=s є=je ж=sch ї=ji й=j х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja ьо=jo`) },
  {
    lang: 'fr',
    table: table(`${UK_PLAIN} ський$=sky цький$=tsky ий$=y є=ie ж=j ї=ï й=ï х=kh ц=ts ч=tch ш=ch щ=chtch у=ou ю=iou ^ю=iou я=ia ^я=ia`),
  },
  {
    lang: 'es',
    table: table(`${UK_PLAIN} ський$=ski цький$=tski ий$=i є=ie ж=zh ї=i й=i х=j ц=ts ч=ch ш=sh щ=shch ю=iu ^ю=yu я=ia ^я=ya`),
  },
  {
    lang: 'pl',
    table:
      table(`${UK_PLAIN} в=w л=ł лі=li ле=łe лє=le лю=lu ля=la ль=l ський$=ski цький$=cki зький$=zki є=ie ^є=je ж=ż ї=ji й=j х=ch ц=c ць=ć ч=cz ш=sz щ=szcz
      ю=iu ^ю=ju я=ia ^я=ja ія=ija ію=iju ья=ja зь=ź нь=ń сь=ś`),
  },
  { lang: 'cs', table: table(`${UK_PLAIN} є=je ж=ž ї=ji й=j х=ch ц=c ч=č ш=š щ=šč ю=ju я=ja`) },
  { lang: 'cs', table: table(`${UK_PLAIN} ський$=ský цький$=cký ий$=yj є=je ж=ž ї=ji й=j х=ch ц=c ч=č ш=š щ=šč ю=ju я=ja`) },
];

const RU_PLAIN = 'а=a б=b в=v г=g д=d е=e ё=e з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ы=y э=e ь= ъ=';

const RUSSIAN: readonly Scheme[] = [
  { lang: 'en', table: table(`${RU_PLAIN} ^е=ye ё=yo ж=zh й=y ий$=y ый$=y х=kh ц=ts ч=ch ш=sh щ=shch ю=yu я=ya`) },
  { lang: 'en', table: table(`${RU_PLAIN} ж=zh й=i ий$=iy ей$=ei ай$=ai ия$=ia х=kh ц=ts ч=ch ш=sh щ=shch ю=yu я=ya`) },
  { lang: 'de', table: table(`${RU_PLAIN} в=w ^е=je ё=jo ж=sch з=s с=s й=i ий$=i ый$=y ск=sk х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja`) },
  { lang: 'fr', table: table(`${RU_PLAIN} ин$=ine у=ou ж=j й=ï ий$=i ей$=eï ч=tch ш=ch щ=chtch х=kh ц=ts ю=iou я=ia`) },
  {
    lang: 'pl',
    table:
      table(`${RU_PLAIN} в=w л=ł ли=li ле=le лё=lo лю=lu ля=la ль=l ский$=ski цкий$=cki ий$=ij ^е=je ё=io ж=ż й=j х=ch ц=c ч=cz ш=sz щ=szcz ю=iu ^ю=ju я=ia ^я=ja
      ия=ija нь=ń сь=ś зь=ź`),
  },
];

/** Spellings in Latin letters of a Ukrainian or Russian name; none for other languages. The patronymic is left out: the press does. */
export function respell(name: PersonName, lang: Language, country: string | undefined): readonly Respelled[] {
  // A name that is Cyrillic at home only: nobody spells Mr Rubio by way of «Рубіо».
  const schemes = lang === 'uk' && country === 'UA' ? UKRAINIAN : lang === 'ru' && /^(?:UA|RU|BY|KZ)$/.test(country ?? '') ? RUSSIAN : [];
  return schemes.map((scheme) => ({
    lang: scheme.lang,
    name: {
      ...(name.given === undefined ? {} : { given: transliterate(name.given, scheme.table) }),
      family: transliterate(name.family, scheme.table),
    },
  }));
}

/** Each word anew, so that "^" and "$" hold in compounds too. */
function transliterate(text: string, letters: Readonly<Record<string, string>>): string {
  return text.replace(/[\p{Script=Cyrillic}'’ʼ]+/gu, (word) => {
    const latin = transliterateWord(word.toLowerCase(), letters);
    return /^\p{Lu}/u.test(word) ? latin.charAt(0).toUpperCase() + latin.slice(1) : latin;
  });
}

const LONGEST_KEY = 5;

function transliterateWord(word: string, letters: Readonly<Record<string, string>>): string {
  let latin = '';
  for (let at = 0; at < word.length; ) {
    const [length, text] = bestKey(word, at, letters);
    latin += text;
    at += length;
  }
  return latin;
}

function bestKey(word: string, at: number, letters: Readonly<Record<string, string>>): readonly [length: number, text: string] {
  for (let length = Math.min(LONGEST_KEY, word.length - at); length > 0; length--) {
    const key = word.slice(at, at + length);
    const bound =
      (at === 0 ? letters[`^${key}`] : undefined) ?? (at + length === word.length ? letters[`${key}$`] : undefined) ?? letters[key];
    if (bound !== undefined) return [length, bound];
  }
  return [1, word.charAt(at)];
}
