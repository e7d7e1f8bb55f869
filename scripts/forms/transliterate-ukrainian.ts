import { czechWoman, doubleS, letters } from './transliterate-letters.ts';
import type { Scheme } from './transliterate-scheme.ts';

/** Ukrainian names as the press of other countries writes them. */

const PLAIN =
  "а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= '= ’= ʼ=";
/** As English hears them. */
const SOFT_Y = 'є=ye ї=yi й=y ю=yu я=ya';
const HACEKS = 'є=je ж=ž ї=ji й=j х=h ц=c ч=č ш=š щ=šč ю=ju я=ja ьо=jo';

// Resolution 55 of 2010, as in passports: Zelenskyi, Yuliia, Syrskyi.
const NATIONAL = letters(PLAIN, '^є=ye ^ї=yi ^й=y ю=iu ^ю=yu я=ia ^я=ya зг=zgh');
// The press: Zelensky, Yulia, Andriy.
const PRESS = letters(PLAIN, SOFT_Y, 'ський$=sky цький$=tsky ий$=y ія$=ia');
// г as Russian has it: Shmygal, Sybiga, Oleg, Sergiy.
const WITH_G = letters(PLAIN, SOFT_Y, 'г=g ський$=sky цький$=tsky ий$=y ія$=ia');
const GERMAN = letters(PLAIN, 'в=w з=s є=je ж=sch ї=ji й=j х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja ьо=jo');
const FRENCH = letters(PLAIN, 'є=e ^є=ie ж=j ї=ï й=ï ч=tch ш=ch щ=chtch у=ou ю=iou я=ia ський$=sky цький$=tsky ий$=y ін$=ine ін=in');
const SPANISH = letters(PLAIN, 'є=e ^є=ye и=i ж=zh х=j ю=iu ^ю=yu я=ia ^я=ya ський$=ski цький$=tski ий$=i ій$=i');
const POLISH = letters(
  PLAIN,
  `в=w л=ł лі=li ле=łe лє=le лю=lu ля=la ль=l є=ie ^є=je ж=ż ї=ji й=j х=ch ц=c ць=ć ч=cz ш=sz щ=szcz ю=iu ^ю=ju я=ia ^я=ja ія=ija ію=iju ья=ja зь=ź нь=ń
  сь=ś ський$=ski цький$=cki зький$=zki ий$=y`,
);
const CZECH = letters(PLAIN, HACEKS, 'х=ch');
const DUTCH = letters(PLAIN, 'є=je мє=me ж=zj ї=ji й=j х=ch ч=tsj ш=sj щ=sjtsj у=oe ю=joe я=ja ський$=sky цький$=tsky ий$=y');
const SWEDISH = letters(PLAIN, 'є=je мє=me ж=zj ї=ji й=j х=ch ч=tj ш=sj щ=sjtj ю=ju я=ja');
const NORWEGIAN = letters(PLAIN, 'є=je мє=me ж=zj ї=ji й=j х=kh ч=tsj ш=sj щ=sjtsj ю=ju я=ja');
const FINNISH = letters(PLAIN, HACEKS, 'ч=tš щ=štš ц=ts ій$=ii ий$=yi');
const HUNGARIAN = letters(
  PLAIN,
  'є=je мє=me ж=zs и=i ий$=ij ї=ji й=j с=sz х=h ц=c ч=cs ш=s щ=scs ю=ju я=ja ні=nyi ді=gyi тя=tya дю=gyu ська$=szka ьо=jo',
);
const ROMANIAN = letters(
  PLAIN,
  'є=ie мє=me ж=j и=î х=h ц=ț ч=ci че=ce чи=cî чу=ciu чк=cik ш=ș щ=șci ю=iu я=ia ський$=ski цький$=țki ий$=îi ія$=ia г=h',
);
const TURKISH = letters(PLAIN, SOFT_Y, 'мє=me и=i ж=j х=h ч=ç ш=ş щ=şç ий$=iy ий=ıy');
// Those who write Cyrillic themselves: Шмигал, Сибига, Умеров.
const BULGARIAN = letters("і=и ї=и є=е ґ=г ь= ьо=ьо '= ’= ʼ= ий$=и");
const SERBIAN = letters("і=и ї=ји є=е ^є=је ґ=г й=ј ю=ју я=ја щ=шч ь= ль=љ нь=њ лю=љу ля=ља ню=њу ня=ња ьо=јо '= ’= ʼ= ий$=и");
const MACEDONIAN = letters("і=и ї=ји є=е ^є=је ґ=г й=ј ю=ју я=ја щ=шч ь= ьо=јо '= ’= ʼ= ий$=и");
const CROATIAN = letters(PLAIN, HACEKS, 'мє=me и=i ський$=ski цький$=cki ий$=i');

export const UKRAINIAN: readonly Scheme[] = [
  { lang: 'en', family: NATIONAL, given: [NATIONAL, PRESS] },
  // BGN/PCGN: Zelenskyy, Yuliya.
  { lang: 'en', family: letters(PLAIN, SOFT_Y), given: [PRESS, NATIONAL] },
  { lang: 'en', family: PRESS, given: [PRESS, NATIONAL] },
  // Some agencies: Zelenskiy.
  { lang: 'en', family: letters(PLAIN, SOFT_Y, 'ий$=iy ія$=ia'), given: [PRESS] },
  { lang: 'en', family: WITH_G, given: [WITH_G, PRESS] },
  { lang: 'de', family: GERMAN, given: [GERMAN], before: doubleS },
  { lang: 'fr', family: FRENCH, given: [FRENCH] },
  { lang: 'es', family: SPANISH, given: [SPANISH, PRESS] },
  {
    lang: 'es',
    family: letters(PLAIN, 'є=e ^є=ye и=i г=g ж=zh х=j ю=iu ^ю=yu я=ia ^я=ya ський$=ski цький$=tski ий$=i'),
    given: [SPANISH, PRESS],
  },
  // Italian and Portuguese papers take the English family name; the Italian ones spell the given name as scholars do: Andrij Yermak.
  { lang: 'it', family: PRESS, given: [letters(PLAIN, HACEKS, 'х=ch')] },
  { lang: 'pl', family: POLISH, given: [POLISH] },
  { lang: 'cs', family: CZECH, given: [CZECH], feminine: czechWoman },
  { lang: 'cs', family: letters(PLAIN, HACEKS, 'х=ch ський$=ský цький$=cký ий$=yj'), given: [CZECH] },
  { lang: 'nl', family: DUTCH, given: [DUTCH, PRESS] },
  { lang: 'sv', family: SWEDISH, given: [SWEDISH] },
  { lang: 'no', family: NORWEGIAN, given: [NORWEGIAN] },
  { lang: 'fi', family: FINNISH, given: [FINNISH] },
  { lang: 'hu', family: HUNGARIAN, given: [HUNGARIAN] },
  { lang: 'ro', family: ROMANIAN, given: [ROMANIAN] },
  {
    lang: 'ro',
    family: letters(PLAIN, 'є=ie мє=me ж=j и=i х=h ц=ț ч=ci че=ce чи=ci чу=ciu ш=ș щ=șci ю=iu я=ia г=g ий$=i'),
    given: [ROMANIAN],
  },
  { lang: 'tr', family: TURKISH, given: [TURKISH] },
  { lang: 'tr', family: letters(PLAIN, SOFT_Y, 'мє=me г=g и=ı ж=j х=h ч=ç ш=ş щ=şç ий$=iy'), given: [TURKISH] },
  { lang: 'hr', family: CROATIAN, given: [letters(PLAIN, HACEKS, 'и=i')] },
  { lang: 'sr', family: letters(PLAIN, HACEKS, 'мє=me и=i г=g ль=lj ський$=ski цький$=cki ий$=i'), given: [letters(PLAIN, HACEKS, 'и=i')] },
  { lang: 'bg', family: BULGARIAN, given: [BULGARIAN] },
  { lang: 'sr', family: SERBIAN, given: [SERBIAN] },
  { lang: 'mk', family: MACEDONIAN, given: [MACEDONIAN] },
];
