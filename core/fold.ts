/**
 * Folding: what is the same letter for the purpose of recognising a name?
 *
 * Case, diacritics of the Latin and Greek scripts, full-width letters and ligatures are folded away; characters that nobody sees (soft hyphen,
 * zero-width space, direction marks) do not exist; a decomposed letter equals its composed one. Cyrillic keeps й and ї (they are letters of
 * their own; Київ is not Киів), but ё equals е and ґ equals г, which writers interchange; so are the shapes of alef, and Persian and Arabic kaf and yeh. Apostrophes of any shape are separators, not letters:
 * thus «В'ячеслав» is the same two words with ' or ’ or ʼ, and a possessive ends where the name ends.
 *
 * One table says for each UTF-16 unit what it is; nothing is ever normalised as a whole string, so offsets always stay those of the text:
 *
 *     text    L   o   c   k  SHY  h   e   e   d  NBSP  M   a   r   t   i   n   ’   s
 *     table   l   o   c   k  skip h   e   e   d   |    m   a   r   t   i   n   |   s
 *
 * Invariant: `foldText` of a surface equals `foldText` of the form that it was recognised by.
 */

/** Values of the table below `LETTER` are classes, not letters. */
export const SEPARATOR = 0;
/** Takes no part: the word goes on behind it. */
export const IGNORED = 1;
/** A combining mark, or a letter that folds to more than one unit: `readWord` knows. */
export const SLOW = 2;
/** A sign that is a word of its own: & */
export const SIGN = 3;
/** A character of a script written without spaces: a word of its own. */
export const SINGLE = 4;
/** From here on: the folded unit itself. */
export const LETTER = 5;

/** Latin letters that Unicode does not decompose, and other letters that writers interchange. */
const SAME: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ð: 'd',
  ŀ: 'l',
  ς: 'σ',
  ґ: 'г',
  ё: 'е',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ĳ: 'ij',
  ŉ: 'n',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
};

const isWordUnit = /[\p{L}\p{N}\p{M}]/u;
const isMark = /\p{M}/u;
/** Marks that only decorate: dropped, or composed with their letter. Vowel signs of Indic scripts are letters to us. */
const isDecoration =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: it is a class of marks, each alone
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]/;
const isIgnored = /(?:\p{Default_Ignorable_Code_Point}|\u180e)/u;
const isSingle =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;
const isApostrophe = /['’‘ʼʹ′`´＇]/;
const isDiacriticLetter = /[\p{Script=Latin}\p{Script=Greek}]/u;

/** The folded units of one UTF-16 unit that is a letter or digit; usually one, at most three. */
function foldUnit(unit: string): string {
  const lower = unit.normalize('NFKC').toLowerCase();
  let folded = '';
  for (const character of lower) {
    const plain = isDiacriticLetter.test(character) ? character.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : character;
    folded += SAME[plain] ?? plain;
  }
  // What comes of a presentation form is folded as if it had been written out: its points and apostrophes fall too.
  return [...folded].filter((one) => /[\p{L}\p{N}\p{M}]/u.test(one) && !isDecoration.test(one) && !isApostrophe.test(one)).join('');
}

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return SEPARATOR;
  const unit = String.fromCharCode(code);
  if (unit === '&' || unit === '＆') return SIGN;
  if (isIgnored.test(unit)) return IGNORED;
  if (isDecoration.test(unit)) return SLOW;
  if (!isWordUnit.test(unit) || isApostrophe.test(unit)) return SEPARATOR;
  if (isSingle.test(unit)) return SINGLE;
  if (isMark.test(unit)) return code;
  const folded = foldUnit(unit);
  if (folded.length === 1 && folded.charCodeAt(0) >= LETTER) return folded.charCodeAt(0);
  return folded === '' ? SEPARATOR : SLOW;
}

let table: Uint16Array | undefined;

/** What each UTF-16 unit is: a class below `LETTER`, or the folded unit. 128 kB, made on first use. */
export function foldTable(): Uint16Array {
  if (table) return table;
  table = new Uint16Array(65536);
  for (let code = 0x20; code < 65536; code++) {
    // Private use and the middle of the big regular ranges need no look at each character.
    if (code >= 0xac00 && code <= 0xd7a3) table[code] = SINGLE;
    else if (code >= 0x4e00 && code <= 0x9fff) table[code] = SINGLE;
    else if (code >= 0xe000 && code <= 0xf8ff) table[code] = SEPARATOR;
    else table[code] = classify(code);
  }
  return table;
}

/**
 * Takes over a table that was made before, by `foldTable`, and kept beside what was compiled with it: making one costs a cold start 25 ms, and after
 * an update of the browser's Unicode the text must still be folded as the forms were. One that is at work already stays.
 */
export function adoptFoldTable(made: Uint16Array): void {
  if (made.length === 65536) table ??= made;
}

/** Where `readWord` puts the folded units of the word it has read. Longer words are cut: no name is that long. */
export const wordBuffer = new Uint16Array(256);

/** Length of the word in `wordBuffer`, and where it ended in the text. Module state, because this is called for each candidate word. */
export const lastWord = { length: 0, end: 0 };

function push(code: number): void {
  if (lastWord.length < wordBuffer.length) wordBuffer[lastWord.length++] = code;
}

function compose(fold: Uint16Array, mark: number, raw: number): void {
  const composed = raw === 0 ? '' : String.fromCharCode(raw, mark).normalize('NFC');
  const value = composed.length === 1 ? (fold[composed.charCodeAt(0)] ?? SEPARATOR) : SEPARATOR;
  if (lastWord.length > 0 && value >= LETTER) wordBuffer[lastWord.length - 1] = value;
  else if (lastWord.length > 0 && value === SINGLE) wordBuffer[lastWord.length - 1] = composed.charCodeAt(0);
}

function pushSlow(fold: Uint16Array, code: number, raw: number): void {
  const unit = String.fromCharCode(code);
  if (isDecoration.test(unit)) {
    compose(fold, code, raw);
    return;
  }
  for (const character of foldUnit(unit)) push(character.charCodeAt(0));
}

/** Reads the word that starts at `start` (which must not be a separator) into `wordBuffer`; fills `lastWord`. */
export function readWord(text: string, start: number): void {
  const fold = table ?? foldTable();
  lastWord.length = 0;
  let at = start;
  let raw = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const value = fold[code] as number;
    if (value === SEPARATOR) break;
    if (value === IGNORED) continue;
    if (value === SIGN || value === SINGLE) {
      if (lastWord.length > 0) break;
      push(value === SIGN ? 0x26 : code);
      raw = code;
      at++;
      // A decomposed kana still carries its mark.
      for (; at < text.length && (fold[text.charCodeAt(at)] === SLOW || fold[text.charCodeAt(at)] === IGNORED); at++) {
        if (fold[text.charCodeAt(at)] === SLOW && isDecoration.test(text.charAt(at))) compose(fold, text.charCodeAt(at), raw);
        else if (fold[text.charCodeAt(at)] === SLOW) break;
      }
      break;
    }
    if (value === SLOW) pushSlow(fold, code, raw);
    else push(value);
    raw = code;
  }
  lastWord.end = at;
}

/** The folded words of a text, joined by single spaces: the key by which two surfaces are the same. */
export function foldText(text: string): string {
  const fold = table ?? foldTable();
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    const value = fold[text.charCodeAt(at)] as number;
    if (value === SEPARATOR || value === IGNORED) {
      at++;
      continue;
    }
    readWord(text, at);
    if (lastWord.length > 0) words.push(String.fromCharCode(...wordBuffer.subarray(0, lastWord.length)));
    at = Math.max(lastWord.end, at + 1);
  }
  return words.join(' ');
}
