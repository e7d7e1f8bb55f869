import { distinct } from './person-forms.ts';
import { applyRules, type EndingRule } from './phrase.ts';

/**
 * Bodies whose name begins with a noun that is known, in languages for which there is no more grammar here than that: «Ministarstvo obrane» →
 * "Ministarstva obrane". What agrees with it is not declined, so a name that begins with an adjective is left alone; Baltic and Finnic names have
 * the noun at their end. Bulgarian and Macedonian have no cases, but an article, which goes to the first word, adjective or noun.
 */
interface Heads {
  readonly at: 'first' | 'last';
  readonly nouns: RegExp;
  readonly rules: readonly EndingRule[];
}

const SOUTH_SLAVIC: readonly EndingRule[] = [
  [/(?<=[vb])o$/, 'a u om'],
  [/a$/, 'e i u om'],
  [/(?<=\p{L})$/u, 'a u om'],
];

const OF: Readonly<Record<string, Heads>> = {
  hr: { at: 'first', nouns: /^(?:ministarstvo|agencija|vlada|kongres|odbor)$/i, rules: SOUTH_SLAVIC },
  sl: {
    at: 'first',
    nouns: /^(?:ministrstvo|agencija|vlada|kongres|odbor)$/i,
    rules: [
      [/o$/, 'a u om'],
      [/a$/, 'e i o'],
      [/$/, 'a u om'],
    ],
  },
  sk: {
    at: 'first',
    nouns: /^(?:ministerstvo|agentúra|vláda|kongres)$/i,
    rules: [
      [/o$/, 'a u om'],
      [/a$/, 'y e u ou'],
      [/$/, 'u om'],
    ],
  },
  cs: {
    at: 'first',
    nouns: /^(?:ministerstvo|agentura|vláda|kongres)$/i,
    rules: [
      [/o$/, 'a u em'],
      [/ra$/, 'ry ře ru rou'],
      [/da$/, 'dy dě du dou'],
      [/$/, 'u em'],
    ],
  },
  lt: {
    at: 'last',
    nouns: /(?:ministerija|agentūra|taryba|tarnyba|vyriausybė)$/i,
    rules: [
      [/a$/, 'os ai ą oje'],
      [/ė$/, 'ės ei ę ėje'],
    ],
  },
  lv: {
    at: 'last',
    nouns: /(?:ministrija|aģentūra|padome|valdība|dienests)$/i,
    rules: [
      [/a$/, 'as ai u ā'],
      [/e$/, 'es ei i ē'],
      [/s$/, 'a am u ā'],
    ],
  },
  et: {
    at: 'last',
    nouns: /(?:ministeerium|amet|nõukogu|vägi)$/i,
    rules: [
      [/(?<=[mt])$/, 'i it iga ile ilt is ist isse'],
      [/(?<=u)$/, 'ga le lt s st sse'],
    ],
  },
  fi: {
    at: 'last',
    nouns: /(?:ministeriö|virasto|neuvosto|voimat)$/i,
    rules: [
      [/(?<=ö)$/, 'n tä ssä stä lle ltä llä'],
      [/(?<=o)$/, 'n a ssa sta lle lta lla'],
      [/voimat$/, 'voimien voimia voimissa voimista voimille voimilta voimilla'],
    ],
  },
  bg: {
    at: 'first',
    nouns: /^(?:министерство|агенция|комисия|служба|съвет|армия|правителство|\p{L}+(?:ски|ска|ско|ни|на|но))$/iu,
    rules: [
      [/(?<=[сц]к)и$/, 'ия ият'],
      [/(?<=н)и$/, 'ите'],
      [/(?<=о)$/, 'то'],
      [/(?<=[ая])$/, 'та'],
      [/$/, 'а ът'],
    ],
  },
  mk: {
    at: 'first',
    nouns: /^(?:министерство|агенција|комисија|служба|совет|армија|влада|\p{L}+(?:ски|ска|ско|на|но))$/iu,
    rules: [
      [/(?<=и)$/, 'от'],
      [/(?<=о)$/, 'то'],
      [/(?<=а)$/, 'та'],
      [/$/, 'от'],
    ],
  },
};
const SERBIAN: Heads = {
  at: 'first',
  nouns: /^(?:министарство|агенција|влада|конгрес|савет)$/i,
  rules: [
    [/о$/, 'а у ом'],
    [/а$/, 'е и у ом'],
    [/$/, 'а у ом'],
  ],
};

export function declineHead(text: string, lang: string): readonly string[] {
  const heads = lang === 'sr' && /\p{Script=Cyrillic}/u.test(text) ? SERBIAN : OF[lang === 'sr' || lang === 'bs' ? 'hr' : lang];
  if (heads === undefined) return [];
  const words = text.split(' ');
  const at = heads.at === 'first' ? 0 : words.length - 1;
  const word = words[at] ?? '';
  if (!heads.nouns.test(word)) return [];
  const forms = applyRules(word, heads.rules)?.flat() ?? [];
  return distinct(forms.map((form) => words.with(at, form).join(' ')));
}
