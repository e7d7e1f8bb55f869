import type { Language, PersonName } from '../../core/profile.ts';
import type { Gender, Respelled } from './forms-of-person.ts';
import { endedInLithuanian } from './persons-lt.ts';
import { toSerbianLatin } from './serbian-script.ts';

/**
 * Ukrainian and Russian names in languages beside those of transliterate.ts: Slovak, Slovene, Estonian, and the two Baltic ones, which put an
 * ending to every name: Zelenskyj, Zelenski, Zelenskõi, Zelenskis. A scheme is a list of replacements, which follow each other; "^" and "$" are
 * the ends of a word. What none covers stays as it is.
 */
type Scheme = readonly (readonly [from: RegExp, to: string])[];

const scheme = (text: string): Scheme =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const at = pair.lastIndexOf('=');
      return [new RegExp(pair.slice(0, at), 'g'), pair.slice(at + 1)] as const;
    });

const VOWEL = '(?<=[аеєиіїоуюяёыэ])';
const SERBIAN = "лю=љу ля=ља ню=њу ня=ња ль=љ нь=њ ьо=јо ё=јо ю=ју я=ја й=ј щ=шч э=е ы=и ъ= ь= ['’ʼ]=";
const LATIN = "а=a б=b в=v г=g ґ=g д=d е=e з=z и=i і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f э=e ь= ъ= ['’ʼ]=";
/** й in front of a consonant: Šoigu, Baidens. */
const CLOSED = 'й(?=[бвгджзклмнпрстфхцчшщ])=i';
const CARONS = 'ж=ž ч=č ш=š щ=šč ц=c';
const UKRAINIAN: readonly (readonly [Language, Scheme])[] = [
  ['sk', scheme(`и=y ій$=ij г=h х=ch ^є=je ${VOWEL}є=je є=e ї=ji й=j ${CARONS} лю=ľu ля=ľa ль=ľ ю=ju я=ja ${LATIN}`)],
  ['et', scheme(`ий$=õi ій$=i и=õ г=h ${VOWEL}х=hh х=h ^є=je ${VOWEL}є=je є=e ї=ji й=i ж=ž ц=ts ч=tš щ=štš ш=š ю=ju я=ja ${LATIN}`)],
  [
    'lv',
    scheme(
      `ський$=skis цький$=ckis ий$=ijs ій$=ijs г=h х=h ^є=je ${VOWEL}є=je є=e ї=ji ${CLOSED} й=j ${CARONS} лю=ļu ля=ļa ю=ju я=ja ${LATIN}`,
    ),
  ],
  [
    'lt',
    scheme(`ський$=skis цький$=ckis ний$=nas ий$=yjus ій$=ijus ль$=lis и=y г=h х=ch ^є=je ${VOWEL}є=je є=e ї=ji ${CLOSED} й=j ${CARONS}
      ^ю=ju ^я=ja ${VOWEL}ю=ju ${VOWEL}я=ja ю=iu я=ia ${LATIN}`),
  ],
];

const RUSSIAN: readonly (readonly [Language, Scheme])[] = [
  ['sk', scheme(`^е=je ${VOWEL}е=je х=ch ы=y ё=jo й=j ${CARONS} ю=ju я=ja ${LATIN}`)],
  [
    'et',
    scheme(
      `ий$=i ия$=ia ый$=õi ^е=je ${VOWEL}е=je й=i ж=ž ${VOWEL}х(?=[аеиоуыэюя])=hh х=h ц=ts ч=tš щ=štš ш=š ы=õ ё=jo ю=ju я=ja ${LATIN}`,
    ),
  ],
  ['lv', scheme(`ский$=skis цкий$=ckis ий$=ijs ый$=ijs ^е=je ${VOWEL}е=je ${CLOSED} й=j х=h ${CARONS} ы=i ё=jo ю=ju я=ja ${LATIN}`)],
  [
    'lt',
    scheme(
      `ский$=skis цкий$=ckis ий$=ijus ый$=as ^е=je ${VOWEL}е=je й$=jus ${CLOSED} й=j ль$=lis х=ch ${CARONS} ы=y ё=io ^ю=ju ^я=ja ${VOWEL}ю=ju ${VOWEL}я=ja ю=iu я=ia ${LATIN}`,
    ),
  ],
];

/** What Serbs write, from which the Latin of Croats and Slovenes is taken. */
const SERBIAN_OF_UKRAINIAN = scheme(`ський$=ски цький$=цки ий$=и ^є=је ${VOWEL}є=је є=е ї=ји ${SERBIAN} і=и ґ=г`);
const SERBIAN_OF_RUSSIAN = scheme(`ский$=ски цкий$=цки ый$=и др$=дар ^е=је ${VOWEL}е=је ${SERBIAN}`);

/** Foreigners in Latvian, by way of Russian, which hears the same sounds in them: Tramps, Makrons, Starmers. */
const BY_SOUND = scheme(`дж=dž ([бвгдзклмпрстф])\\1=$1 ия$=ija йе=je ^е=je ${CLOSED} й=j х=h ${CARONS} ы=i ю=ju я=ja ${LATIN}`);
/** Vowels that Russian can only hint at (Рютте), and languages that it hears otherwise. */
const UNSOUND = /[бвгджзклмнпрстфхцчшщ][юёя]|ь[еёюя]|^[ую]э|уэ/i;
const HEARD_OTHERWISE = /^(?:CN|KR|KP|TW|JP|VN|TH|LA|KH|MM|LV|LT|PL|FI|TR|HU)$/;

export function respellForNeighbours(name: PersonName, lang: Language, country = '', gender: Gender = 'm'): readonly Respelled[] {
  if (lang === 'en') return inLithuanian(name, country, gender);
  const ukrainian = lang === 'uk' && country === 'UA';
  if (!ukrainian && lang !== 'ru') return lang === 'sr' && isCyrillic(name) ? [{ lang: 'hr', name: map(name, toSerbianLatin) }] : [];
  if (!ukrainian && !/^(?:RU|BY|KZ)$/.test(country)) return country === 'UA' ? [] : soundsInLatvian(name, country, gender);
  const schemes = ukrainian ? UKRAINIAN : RUSSIAN;
  const own = schemes.map(([to, letters]): Respelled => ({ lang: to, name: map(name, (text) => ended(write(text, letters), to, gender)) }));
  return [...own, ...southSlavicLatin(name, ukrainian)];
}

/** Lithuanian keeps the letters of a Latin name and puts an ending to it; East Asian names get none. */
function inLithuanian(name: PersonName, country: string, gender: Gender): readonly Respelled[] {
  if (gender === 'f' || / of /.test(name.family) || /^(?:UA|RU|BY|KZ|LT|LV|CN|KR|KP|TW|JP|VN|TH|LA|KH|MM)?$/.test(country)) return [];
  return [{ lang: 'lt', name: map(name, endedInLithuanian) }];
}

/** Croats and Slovenes write what Serbs do, in Latin letters; most of them hear an h in the Ukrainian г, and no softness at the end of Шмигаль. */
function southSlavicLatin(name: PersonName, ukrainian: boolean): readonly Respelled[] {
  const letters = ukrainian ? SERBIAN_OF_UKRAINIAN : SERBIAN_OF_RUSSIAN;
  const spell = (change: (text: string) => string) => map(name, (text) => toSerbianLatin(write(change(text), letters)));
  const hard = (text: string) => text.replace(/(?<=[лн])ь/g, '');
  const inH = (text: string) => (ukrainian ? text.replace(/г/g, 'х').replace(/Г/g, 'Х') : text);
  const variants = [spell((text) => hard(inH(text))), spell(hard), spell((text) => text)];
  return variants.flatMap((spelled) => [
    { lang: 'hr', name: spelled },
    { lang: 'sl', name: map(spelled, (text) => text.replace(/(?<=ksand)ar$/, 'er')) },
  ]);
}

function soundsInLatvian(name: PersonName, country: string, gender: Gender): readonly Respelled[] {
  const text = `${name.given ?? ''} ${name.family}`;
  if (country === '' || UNSOUND.test(text) || HEARD_OTHERWISE.test(country)) return [];
  return [{ lang: 'lv', name: map(name, (part) => ended(write(part, BY_SOUND), 'lv', gender)) }];
}

function isCyrillic({ family }: PersonName): boolean {
  return /\p{Script=Cyrillic}/u.test(family);
}

function map({ given, family, gender }: PersonName, spell: (text: string) => string): PersonName {
  return { ...(given === undefined ? {} : { given: spell(given) }), family: spell(family), ...(gender ? { gender } : {}) };
}

function write(text: string, letters: Scheme): string {
  return text.replace(/[\p{Script=Cyrillic}'’ʼ]+/gu, (word) => {
    const written = letters.reduce((done, [from, to]) => done.replace(from, to), word.toLowerCase());
    return /^\p{Lu}/u.test(word) ? written.charAt(0).toUpperCase() + written.slice(1) : written;
  });
}

/** Latvian and Lithuanian names have an ending of their own; here the words that lack one get it. Particles are in lower case. */
function ended(text: string, lang: Language, gender: Gender): string {
  if (lang === 'lt') return gender === 'm' ? endedInLithuanian(text) : text;
  if (lang !== 'lv') return text;
  return text.replace(/\p{Lu}\p{L}*\p{Ll}(?!\p{L})/gu, (word) => {
    if (/[aeiouyāēīūō]$/.test(word) || /(?:[sc]ki|j)s$/.test(word)) return word;
    return gender === 'm' ? `${word}s` : `${word}a`;
  });
}
