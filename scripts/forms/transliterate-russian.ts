import { czechWoman, doubleS, letters } from './transliterate-letters.ts';
import type { Scheme } from './transliterate-scheme.ts';

/** Russian names as the press of other countries writes them. Ukrainians are among them, as Russian papers call them. */

const PLAIN = `а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ы=y э=e ю=yu я=ya
  ь= ъ= '= ’= ʼ=`;
const HACEKS = '^е=je ае=aje ё=jo ж=ž й=j х=h ц=c ч=č ш=š щ=šč ю=ju я=ja ье=je';
/** Vowels before which a Romance g would be soft. */
const HARD_G = 'ге=gue ги=gui гё=guio';
/** The soft consonants that Polish shows. */
const POLISH_SOFT = 'бе=bie ве=wie ге=gie де=die зе=zie ке=kie ме=mie не=nie пе=pie ре=rie се=sie те=tie фе=fie хе=chie';

/** An e behind a vowel is heard as ye: Токаев. */
const HEARD_YE = 'ае=aye ее=eye ие=iye ое=oye';

const PRESS = letters(PLAIN, HEARD_YE, '^е=ye ё=yo й=y ий$=y ый$=y');
const GERMAN = letters(
  PLAIN,
  'в=w з=s ^е=je ае=aje ее=eje ие=ije ье=je ьё=jo ё=jo ж=sch й=i ий$=i ый$=y х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja',
);
const FRENCH = letters(PLAIN, HARD_G, 'ае=aïe ее=eïe ин$=ine у=ou ж=j й=ï ий$=i ый$=y ч=tch ш=ch щ=chtch ю=iou я=ia');
const SPANISH = letters(PLAIN, HARD_G, '^е=ye ж=zh ы=i ий$=i ый$=i х=j щ=sch ю=iu ^ю=yu я=ia ^я=ya');
const POLISH = letters(
  PLAIN,
  POLISH_SOFT,
  `ае=aje ее=eje в=w л=ł ли=li ле=le лё=lo лю=lu ля=la ль=l ский$=ski цкий$=cki ий$=ij ый$=y ^е=je ё=io ж=ż й=j х=ch ц=c ч=cz ш=sz щ=szcz ю=iu ^ю=ju я=ia ^я=ja
  ия=ija нь=ń сь=ś зь=ź рь=r ьев=jew ьёв=jow`,
);
const CZECH = letters(PLAIN, HACEKS, 'х=ch');
const DUTCH = letters(PLAIN, '^е=je ё=jo ж=zj й=j ий$=i х=ch ч=tsj ш=sj щ=sjtsj у=oe ю=joe я=ja');
const SWEDISH = letters(PLAIN, '^е=je ё=jo ж=zj й=j х=ch ч=tj ш=sj щ=sjtj ю=ju я=ja');
const NORWEGIAN = letters(PLAIN, '^е=je ё=jo ж=zj й=j х=kh ч=tsj ш=sj щ=sjtsj ю=ju я=ja');
const FINNISH = letters(PLAIN, HACEKS, 'й=i ий$=i ч=tš щ=štš ц=ts');
const HUNGARIAN = letters(
  PLAIN,
  `^е=je ё=jo ж=zs й=j с=sz х=h ц=c ч=cs ш=s щ=scs ы=i ю=ju я=ja ди=gyi де=gye ти=tyi тин$=tyin ни=nyi ний=nyij не=nye ня=nya ля=lja лю=lju ий$=ij ьев=jev`,
);
const ROMANIAN = letters(PLAIN, 'ге=ghe ги=ghi ж=j ы=î ий$=i х=h ц=ț ч=ci че=ce чи=ci чу=ciu ш=ș щ=șci ю=iu я=ia');
const TURKISH = letters(PLAIN, HEARD_YE, '^е=ye ж=j й=y х=h ч=ç ш=ş щ=şç ы=ı');
const CROATIAN = letters(PLAIN, HACEKS, 'ы=i ский$=ski цкий$=cki ый$=i');

// Those who write Cyrillic themselves have fewer letters: Зеленски, Шойгу; Зеленски, Шојгу.
const BULGARIAN = letters('ё=ьо ы=и э=е ъ= ь= ий$=и ый$=и щ=щ ьо=ьо');
const SERBIAN = letters(
  'ё=јо й=ј ы=и э=е ю=ју ^ю=ју я=ја щ=шч ъ= ь= ль=љ нь=њ лю=љу ля=ља ню=њу ня=ња ье=је ^е=је ский$=ски цкий$=цки ый$=и',
);
const MACEDONIAN = letters('ё=јо й=ј ы=и э=е ю=ју я=ја щ=шч ъ= ь= ский$=ски цкий$=цки ый$=и');

export const RUSSIAN: readonly Scheme[] = [
  { lang: 'en', family: PRESS, given: [PRESS, letters(PLAIN, 'ий$=iy ей$=ei ай$=ai ия$=ia')] },
  { lang: 'en', family: letters(PLAIN, 'ий$=iy ия$=ia'), given: [letters(PLAIN, 'ий$=iy ей$=ei ай$=ai ия$=ia')] },
  { lang: 'de', family: GERMAN, given: [GERMAN], before: doubleS },
  { lang: 'fr', family: FRENCH, given: [FRENCH], before: doubleS },
  { lang: 'fr', family: FRENCH, given: [FRENCH] },
  { lang: 'es', family: SPANISH, given: [SPANISH] },
  { lang: 'it', family: letters(PLAIN, 'ий$=y'), given: [letters(PLAIN, HACEKS, 'х=ch')] },
  { lang: 'it', family: letters(PLAIN, HACEKS, 'х=ch й=i ий$=ij'), given: [letters(PLAIN, HACEKS, 'х=ch')] },
  { lang: 'pt', family: letters(PLAIN, 'ий$=y'), given: [letters(PLAIN, 'ий$=i')] },
  { lang: 'pl', family: POLISH, given: [POLISH] },
  { lang: 'cs', family: CZECH, given: [CZECH], feminine: czechWoman },
  { lang: 'nl', family: DUTCH, given: [DUTCH] },
  { lang: 'sv', family: SWEDISH, given: [SWEDISH] },
  { lang: 'no', family: NORWEGIAN, given: [NORWEGIAN] },
  { lang: 'fi', family: FINNISH, given: [FINNISH] },
  { lang: 'hu', family: HUNGARIAN, given: [HUNGARIAN] },
  { lang: 'ro', family: ROMANIAN, given: [ROMANIAN] },
  { lang: 'tr', family: TURKISH, given: [TURKISH] },
  { lang: 'hr', family: CROATIAN, given: [CROATIAN] },
  { lang: 'bg', family: BULGARIAN, given: [letters('ё=ьо ы=и э=е ъ= ь=')] },
  { lang: 'sr', family: SERBIAN, given: [SERBIAN] },
  { lang: 'mk', family: MACEDONIAN, given: [MACEDONIAN] },
];
