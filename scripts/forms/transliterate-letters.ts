/** From letters to letters; "^" binds a key to the start of a word and "$" to its end. The longest key goes first. */
export type Letters = Readonly<Record<string, string>>;

const LONGEST_KEY = 5;
const WORD = /[\p{Script=Cyrillic}'’ʼ]+/gu;

/** "а=a щ=shch ський$=sky": later pairs overrule earlier ones. */
export function letters(...pairs: readonly string[]): Letters {
  return Object.fromEntries(
    pairs
      .join(' ')
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split('=') as [string, string]),
  );
}

/** Each word anew, so that "^" and "$" hold in compounds too. What no key covers stays as it is. */
export function transliterate(text: string, table: Letters): string {
  return text.replace(WORD, (word) => {
    const spelled = transliterateWord(word.toLowerCase(), table);
    return /^\p{Lu}/u.test(word) ? spelled.charAt(0).toUpperCase() + spelled.slice(1) : spelled;
  });
}

function transliterateWord(word: string, table: Letters): string {
  let spelled = '';
  for (let at = 0; at < word.length; ) {
    const [length, text] = bestKey(word, at, table);
    spelled += text;
    at += length;
  }
  return spelled;
}

function bestKey(word: string, at: number, table: Letters): readonly [length: number, text: string] {
  for (let length = Math.min(LONGEST_KEY, word.length - at); length > 0; length--) {
    const key = word.slice(at, at + length);
    const bound = (at === 0 ? table[`^${key}`] : undefined) ?? (at + length === word.length ? table[`${key}$`] : undefined) ?? table[key];
    if (bound !== undefined) return [length, bound];
  }
  return [1, word.charAt(at)];
}

/** German and French double an s between vowels, which would else be voiced: Герасимов is Gerassimow. */
export function doubleS(text: string): string {
  return text.replace(/(?<=[аеєиіїоуюяыэё])с(?=[аеиіоуяыэё])/giu, 'сс');
}

/** Tymošenko: Tymošenková; Markarova: Markarovová. */
export function czechWoman(family: string): string {
  return `${family.replace(/[aoyá]$/u, '')}ová`;
}
