import type { Block } from './mention.ts';

/**
 * What family of languages a text is written in, told by its function words; one in Cyrillic letters is Slavic, as far as names go.
 *
 * A page may say anything about its language, and quotes another; but "Macronie" is Macron in Polish only, and "Putins" is Putin in German or
 * Swedish. Families are enough for that, and are told apart in a few words where languages are not.
 */
export type Tongue = 'english' | 'germanic' | 'romance' | 'slavic' | 'baltic' | 'finnic' | 'other';

const WORDS: Readonly<Record<Tongue, string>> = {
  english:
    'the and of to is that with was by from are this have has had his her they their said would not will been which after at as it he on',
  germanic: `der die das und ist von mit den des für auf nicht ein eine einen sich dem zu wird im auch als nach bei aus dass
    het een van dat niet op met voor zijn och att det som är av för med till inte og er til ikke på om`,
  romance: `le la les des et est que dans pour une du sur par avec qui au el los las del por con para se su como más un
    il di che della per una non gli nel os as do da em uma com não și în cu pe din care este un lo`,
  slavic: `w i z na się nie do że jest po od przez oraz dla jak za ze nad pod a v se je s o který jako by podle pro při ve ale sa ktorý
    bol pre ako što koji za od su nije ki ter iz kao nakon također takođe prema će biti kako koja koje protiv tudi kot še bil bilo lahko
    podľa alebo aj tiež ktorá ktoré sú bude boli proti však také které jsou aby`,
  baltic: `ir un ar kas arī uz tiek bija bet kā tā gan vai pēc kurā esmu yra iš kaip dėl bei apie buvo taip nuo už kad kuri kuris jau savo į`,
  finnic: `ja on ei että oli myös mutta kun hän ovat kuin joka jotka sekä mukaan vain ka kui mis see aga oma või siis kes pole ning pärast ta`,
  other: `ve bir bu için ile da de az és hogy nem egy dan yang di untuk dengan ini`,
};

/** A word of two families speaks for neither. */
const tongueOfWord: ReadonlyMap<string, Tongue> = (() => {
  const of = new Map<string, Tongue | undefined>();
  for (const [tongue, words] of Object.entries(WORDS) as [Tongue, string][]) {
    for (const word of new Set(words.split(/\s+/))) of.set(word, of.has(word) ? undefined : tongue);
  }
  return new Map([...of].filter((entry): entry is [string, Tongue] => entry[1] !== undefined));
})();

const LONGEST_SAMPLE = 4000;
const FEWEST = 3;
const isCyrillic = /^[\u0400-\u04ff]/;

/** Undefined if too few of the words are known, or if those of another family are nearly as many. Looks at the first few thousand letters. */
export function tongueOf(text: string): Tongue | undefined {
  const counts = new Map<Tongue, number>();
  // Soft hyphens cut no word in two, nor do accents that stand as marks of their own.
  const sample = text
    .slice(0, LONGEST_SAMPLE)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC');
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let cyrillic = 0;
  for (const word of words) {
    if (isCyrillic.test(word)) cyrillic++;
    const tongue = tongueOfWord.get(word);
    if (tongue !== undefined) counts.set(tongue, (counts.get(tongue) ?? 0) + 1);
  }
  if (cyrillic >= FEWEST && cyrillic * 2 > words.length) return 'slavic';
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= FEWEST && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined;
}

const FAMILIES: Readonly<Record<string, Tongue>> = Object.fromEntries(
  (
    [
      ['english', 'en'],
      ['germanic', 'de nl sv da no nb nn is lb af'],
      ['romance', 'fr es it pt ro ca gl'],
      ['slavic', 'pl cs sk sl hr bs sr uk ru be bg mk'],
      ['baltic', 'lv lt'],
      ['finnic', 'fi et'],
      ['other', 'hu tr az id ms vi sq'],
    ] as const
  ).flatMap(([tongue, languages]) => languages.split(' ').map((lang) => [lang, tongue])),
);

/** By a language tag ("de-AT"). */
export function familyOf(lang: string | undefined): Tongue | undefined {
  return FAMILIES[lang?.toLowerCase().split(/[-_]/)[0] ?? ''];
}

/** Answers for each block: by its own words, else by those of all, else by what the page says. Found out when first asked. */
export function tongues(blocks: readonly Block[], lang: string | undefined): (block: Block) => Tongue | undefined {
  const known = new Map<number, Tongue | undefined>();
  let whole: { readonly tongue: Tongue | undefined } | undefined;
  const ofPage = () => {
    let sample = '';
    for (const { text } of blocks) if (sample.length < LONGEST_SAMPLE) sample += ` ${text.slice(0, LONGEST_SAMPLE)}`;
    return tongueOf(sample) ?? familyOf(lang);
  };
  return (block) => {
    if (known.has(block.id)) return known.get(block.id);
    let tongue = tongueOf(block.text);
    if (tongue === undefined) {
      whole ??= { tongue: ofPage() };
      tongue = whole.tongue;
    }
    known.set(block.id, tongue);
    return tongue;
  };
}
