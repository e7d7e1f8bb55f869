import { applyRules, declinePhrase, type EndingRule, type Grammar } from './phrase.ts';

/** Polish names of bodies, which may have their adjective behind the noun. Cases: genitive, dative, accusative, instrumental, locative. */
const HEADS = new Set(
  `ministerstwo biuro wojsko przedsiębiorstwo dowództwo grupa rada służba agencja komisja unia armia organizacja izba marynarka spółka
  sztab parlament fundusz departament kongres sojusz kreml dom senat sejm rząd instytut urząd bundestag pentagon wywiad siły wojska zakłady`.split(
    /\s+/,
  ),
);

const NOUNS: readonly EndingRule[] = [
  [/siły$/i, 'sił siłom siły siłami siłach'],
  [/wojska$/i, 'wojsk wojskom wojska wojskami wojskach'],
  [/zakłady$/i, 'zakładów zakładom zakłady zakładami zakładach'],
  [/ko$/, 'ka ku ko kiem ku'],
  [/ro$/, 'ra ru ro rem rze'],
  [/(?<=[sc]tw)o$/, 'a u o em ie'],
  [/(?<=[ji])a$/, 'i i ę ą i'],
  [/ka$/, 'ki ce kę ką ce'],
  [/da$/, 'dy dzie dę dą dzie'],
  [/(?<=[pbmn])a$/, 'y ie ę ą ie'],
  [/kreml$/i, 'kremla kremlowi kreml kremlem kremlu'],
  [/pentagon$/i, 'pentagonu pentagonowi pentagon pentagonem pentagonie'],
  [/(?<=g)$/, 'u owi _ iem u'],
  [/(?<=[szlj]|dom)$/, 'u owi _ em u'],
  [/(?<=t)$/, 'u owi _ em ie'],
  [/d$/, 'du dowi d dem dzie'],
  [/(?<=[bmnp])$/, 'u owi _ em ie'],
];

const ADJECTIVES: readonly EndingRule[] = [
  [/(?<=[kg])i$/, 'iego iemu i im im'],
  [/(?<=[kg])ie$/, 'ich im ie imi ich'],
  [/(?<=[nłż]|sz|ow)y$/, 'ego emu y ym ym'],
  [/(?<=[sc]k)a$/, 'iej iej ą ą iej'],
  [/(?<=[nł]|ow|sz)a$/, 'ej ej ą ą ej'],
  [/(?<=[nł]|ow|sz)e$/, 'ych ym e ymi ych'],
];
const NEUTER: readonly EndingRule[] = [
  [/(?<=[kg])ie$/, 'iego iemu ie im im'],
  [/(?<=[nł]|ow|sz)e$/, 'ego emu e ym ym'],
];

/** Masculine head and -y, -i; feminine and -a; plural, or neuter, and -e. */
function fits(noun: string, adjective: string): boolean {
  if (/[yi]$/.test(adjective)) return /[^aeiouy]$/.test(noun);
  if (adjective.endsWith('a')) return noun.endsWith('a');
  return /[oy]$|^wojska$/i.test(noun);
}

function grammarFor(neuter: boolean): Grammar {
  const adjectives = neuter ? NEUTER : ADJECTIVES;
  return {
    cases: 5,
    heads: HEADS,
    fits,
    noun: (word) =>
      HEADS.has(word.toLowerCase())
        ? applyRules(word, NOUNS)?.map((forms) => forms.map((form) => word.charAt(0) + form.slice(1)))
        : undefined,
    adjective: (word) => (HEADS.has(word.toLowerCase()) ? undefined : applyRules(word, adjectives)),
  };
}

/** Empty unless a noun known as the head of such names is in it. */
export function declinePolishPhrase(text: string): readonly string[] {
  const head = text.split(' ').find((word) => HEADS.has(word.toLowerCase()));
  return head === undefined ? [] : declinePhrase(text, grammarFor(head.endsWith('o')));
}
