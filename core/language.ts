/**
 * The language a text is written in: by its letters where they tell, else by its most frequent words, held against what the page says.
 *
 * Pages say "en" because a template did, or nothing at all. A text of a few sentences knows better. Where its words are nearly as much those of
 * the stated language (Danish and Norwegian, Czech and Slovak), the statement is believed.
 */

/** The commonest words that are short and hold no name. A word may stand with many languages: it counts for each. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in a is that with was by from are this have has had his they their said not will been which it on for as be at',
  de: 'der die das und ist von mit den des für auf nicht ein eine einen sich dem zu wird im auch als nach bei aus dass in es er sie',
  nl: 'de het een en van dat niet op met voor zijn is in te aan er ook door naar maar om bij hij ze als wordt uit worden deze',
  sv: 'och att det som är av för med till inte en på i den om ett har de han var vi sig från men så kan nu jag',
  da: 'og at det som er af for med til ikke en på i den om et har de han var vi sig fra men så kan nu jeg blev efter',
  no: 'og at det som er av for med til ikke en på i den om et har de han var vi seg fra men så kan nå jeg ble etter',
  fr: 'le la les des et est que dans pour une du sur par avec qui au à un de en il ne pas plus ce se sont aux cette',
  es: 'el la los las del de por con para se su como más un una que en y a es al lo no sus fue ha este pero',
  it: 'il di che della del per una un non la le gli nel con è si da in alla sono dei delle ha più anche come i lo',
  pt: 'o a os as do da de em uma um com não que para por no na dos das é se ao mais como foi ser são à',
  ro: 'și în din pe care cu nu de la o un este au pentru mai că a fost sunt al ale prin să se ce după',
  ca: 'el la els les del de per amb que i en un una és no al es dels com més ha aquest per a va seva',
  pl: 'w i z na się nie do że jest po od przez oraz dla jak za o to a co są już tym który ich był ale',
  cs: 'a v na se je že s z do o k i pro ve za by po ale jako od které který jsou to si jeho už při byl',
  sk: 'a v na sa je že s z do o k i pre vo za by po ale ako od ktoré ktorý sú to si jeho už pri bol',
  hr: 'i u je na da se za od su s o ne koji a kao iz to što će bi koje do biti nije ali koja te prema',
  sl: 'in v je na da se za od so s z o ne ki kot iz to pri bi do tudi bo po ali pa še ni bil',
  hu: 'a az és hogy nem is egy ez volt de meg el csak már mint van azt ki kell még vagy ha után',
  tr: 've bir bu için ile de da çok daha olarak olan gibi kadar sonra ise en ne o var değil göre',
  fi: 'ja on ei että oli se myös mutta kun hän ovat kuin joka jotka sekä mukaan niin jo tai voi nyt vain',
  et: 'ja on ei et oli see ka kui mis ta ning aga oma või siis kes pole pärast mida seda olid',
  lv: 'un ir ar no kas arī uz par tiek bija bet kā tā pēc lai ka to vai gan ko',
  lt: 'ir yra iš kaip kad su į tai dėl bei apie buvo jau bet nuo už po kuris jo o ne',
  id: 'yang dan di ini itu dengan untuk dari pada tidak dalam akan ke oleh juga sebagai karena telah adalah ada kata tersebut',
  vi: 'của và là có được trong cho không với các một những đã này người để về từ khi ra',
};
const listed: ReadonlyMap<string, readonly string[]> = (() => {
  const of = new Map<string, string[]>();
  for (const [lang, words] of Object.entries(WORDS))
    for (const word of new Set(words.split(' '))) of.set(word, [...(of.get(word) ?? []), lang]);
  return of;
})();

/** Scripts that one language of the press is written in; the first whose letters are a fifth of all. Kana tells Japanese, whatever share is Han. */
const SCRIPTS: readonly (readonly [lang: string, letters: RegExp, share: number])[] = [
  ['ja', /[\u3040-\u30ff]/g, 0.1],
  ['ko', /[\uac00-\ud7af]/g, 0.2],
  ['zh', /[\u4e00-\u9fff]/g, 0.3],
  ['el', /[\u0370-\u03ff]/g, 0.4],
  ['he', /[\u0590-\u05ff]/g, 0.4],
  ['th', /[\u0e00-\u0e7f]/g, 0.4],
  ['ka', /[\u10a0-\u10ff]/g, 0.4],
  ['hy', /[\u0530-\u058f]/g, 0.4],
];
/** Scripts of several languages: which one, the page must say; the first is taken if it does not or cannot be right. */
const SHARED: readonly (readonly [langs: string, letters: RegExp])[] = [
  ['hi mr ne', /[\u0900-\u097f]/g],
  ['ar fa ur ps ckb', /[\u0600-\u06ff]/g],
];
const CYRILLIC = /[\u0400-\u04ff]/g;
/** Letters that stand in one Cyrillic alphabet and not in the others, the most telling first. */
const CYRILLIC_SIGNS: readonly (readonly [lang: string, signs: RegExp])[] = [
  ['uk', /[їєґ]/gi],
  ['be', /[ўі]/gi],
  ['mk', /[ѓќѕ]/gi],
  ['sr', /[ђћјљњџ]/gi],
  ['ru', /[ыэё]/gi],
  ['bg', /ъ/gi],
];

const OTHER_LETTERS: ReadonlySet<string> = new Set([
  ...SCRIPTS.map(([lang]) => lang),
  ...SHARED.flatMap(([langs]) => langs.split(' ')),
  ...CYRILLIC_SIGNS.map(([lang]) => lang).filter((lang) => lang !== 'sr'),
]);

const LONGEST_SAMPLE = 6_000;
/** Fewer hits than this (words) tell nothing. */
const FEWEST = 6;
/** Prose has a fifth and more of its words in these lists. */
const FEWEST_SHARE = 0.12;

/** A tag such as "de", or `stated` (a tag, "de-AT") where the text does not contradict it. Undefined if neither tells. Looks at the first thousands of letters. */
export function languageOf(text: string, stated: string | undefined): string | undefined {
  const sample = text.slice(0, LONGEST_SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const said = stated?.toLowerCase().split('-')[0];
  const own = (letters >= 20 ? byLetters(sample, letters, said) : undefined) ?? byWords(sample, said);
  return own === undefined || own === said ? stated : own;
}

function byLetters(text: string, letters: number, said: string | undefined): string | undefined {
  const share = (script: RegExp) => (text.match(script)?.length ?? 0) / letters;
  for (const [lang, script, least] of SCRIPTS) if (share(script) >= least) return lang;
  for (const [langs, script] of SHARED) {
    const list = langs.split(' ');
    if (share(script) >= 0.4) return list.find((lang) => lang === said) ?? list[0];
  }
  if (share(CYRILLIC) < 0.4) return undefined;
  const signs = (script: RegExp) => text.match(script)?.length ?? 0;
  const found = CYRILLIC_SIGNS.find(([, script]) => signs(script) * 200 >= letters);
  return found?.[0] ?? said ?? 'ru';
}

function byWords(text: string, said: string | undefined): string | undefined {
  const counts = new Map<string, number>();
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const word of words) {
    for (const lang of listed.get(word) ?? []) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < FEWEST) return said;
  const [lang, count] = first;
  if (said === undefined) return count >= 1.15 * (second?.[1] ?? 0) ? lang : undefined;
  const kin = said === 'nb' || said === 'nn' ? 'no' : said;
  // Of a language whose words are not known here the page knows best, if it is one of these letters.
  if (!(kin in WORDS)) return OTHER_LETTERS.has(kin) ? lang : said;
  // A list of names and prices has a word here and there of any language.
  return count >= 2 * (counts.get(kin) ?? 0) && count >= FEWEST_SHARE * words.length ? lang : said;
}
