import type { Kind } from '../../core/profile.ts';
import type { Draft } from './settle.ts';

/**
 * Hebrew and Arabic write their shortest words together with the next: ונתניהו is "and Netanyahu", لبوتين "to Putin". For the scan, which knows whole
 * words only, each is a word of its own; so these are made when the pack is built, like cases.
 */

/** and, in, to, from, that, as; "and" in front of those that follow it. */
const HEBREW = ['ו', 'ב', 'ל', 'מ', 'ש', 'כ', 'וב', 'ול', 'ומ', 'וש'];
/** The article; and behind "and", "that", "from". Names of persons have none. */
const HEBREW_ARTICLE = ['ה', 'וה', 'שה', 'מה'];
/** In, to and as swallow the article: הקרמלין, but בקרמלין. */
const HEBREW_SWALLOWING = ['ב', 'ל', 'כ', 'וב', 'ול'];
/** and, so, in, to, as; "and" in front of in and to. */
const ARABIC = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول'];
const ARABIC_ARTICLE = 'ال';
/** Shorter names with a letter in front are too often words of their own. */
const SHORTEST = 3;

const isHebrew = /^\p{Script=Hebrew}/u;
const isArabic = /^\p{Script=Arabic}/u;
/** Persian, Urdu and Pashto share the letters, but write these words apart. */
const APART: ReadonlySet<string> = new Set(['fa', 'ur', 'ps', 'ku', 'ckb']);

/** All forms of a name in Hebrew or Arabic letters with a word written in front of it; none of other names. */
export function prefixed(text: string, kind: Kind, lang?: string): readonly string[] {
  if (text.length < SHORTEST || /[\p{Script=Latin}\d]/u.test(text.charAt(0)) || (lang !== undefined && APART.has(lang))) return [];
  if (isHebrew.test(text)) return hebrew(text, kind);
  return isArabic.test(text) ? arabic(text, kind) : [];
}

function hebrew(text: string, kind: Kind): readonly string[] {
  if (kind !== 'organisation') return HEBREW.map((prefix) => prefix + text);
  if (!text.startsWith('ה')) return [...HEBREW, ...HEBREW_ARTICLE].map((prefix) => prefix + text);
  return [...HEBREW.map((prefix) => prefix + text), ...HEBREW_SWALLOWING.map((prefix) => prefix + text.slice(1))];
}

function arabic(text: string, kind: Kind): readonly string[] {
  const bare = text.startsWith(ARABIC_ARTICLE) ? text.slice(ARABIC_ARTICLE.length) : undefined;
  if (bare === undefined || kind === 'official') return [...withArabic(text), ...(kind === 'organisation' ? articled(text) : [])];
  // "to the" is one: لل, not لال.
  return [...withArabic(text).filter((form) => !/^و?لال/u.test(form)), `لل${bare}`, `ولل${bare}`];
}

function withArabic(text: string): readonly string[] {
  return ARABIC.map((prefix) => prefix + text);
}

/** One word only: «الكرملين», but not an article in front of two words of which the second has its own. */
function articled(text: string): readonly string[] {
  return text.includes(' ') ? [] : [`${ARABIC_ARTICLE}${text}`, `و${ARABIC_ARTICLE}${text}`, `ب${ARABIC_ARTICLE}${text}`, `لل${text}`];
}

/** The drafts of one record with the prefixed forms of its strong ones behind them; a weak name with a letter more would be weaker still. */
export function withPrefixes(drafts: readonly Draft[], kind: Kind): readonly Draft[] {
  return [
    ...drafts,
    ...drafts
      .filter(({ role }) => role === 'strong')
      .map((draft): Draft => ({ ...draft, how: 'declined', texts: draft.texts.flatMap((text) => prefixed(text, kind, draft.lang)) }))
      .filter(({ texts }) => texts.length > 0),
  ];
}
