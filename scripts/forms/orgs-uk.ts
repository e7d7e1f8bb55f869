import { applyRules, declinePhrase, type EndingRule, type Grammar, isUndeclinable } from './phrase.ts';

/** Ukrainian names of bodies. Cases: genitive, dative, accusative, instrumental, locative. */
const HEADS = new Set(
  `міністерство агентство управління командування відомство об'єднання товариство підприємство представництво посольство бюро
  служба рада корпорація група компанія комісія адміністрація асоціація організація федерація академія фабрика прокуратура поліція гвардія армія
  верфь ставка бригада нацгвардія держприкордонслужба фірма ліга коаліція ініціатива платформа конференція виставка
  концерн завод холдинг союз альянс фонд комітет кабінет штаб офіс центр інститут департамент форум саміт університет флот корпус уряд парламент
  генштаб кабмін полк батальйон загін суд банк трест пентагон кремль секретаріат директорат кластер музей
  шершні вертольоти сили війська системи технології авіалінії заводи`.split(/\s+/),
); // prettier-ignore

/** Feminine nouns in a consonant; all others in a consonant are taken for masculine. */
const FEMININE_IN_CONSONANT = /(?:ість|(?:^|[^\p{L}])(?:січ|ніч|міць|сталь|мідь|область|артіль|модель|мережа|верф|сіль|рись|тінь))$/iu;

const SPECIAL: readonly EndingRule[] = [
  [/сили$/i, 'сил силам сили силами силах'],
  [/війська$/i, 'військ військам війська військами військах'],
  [/системи$/i, 'систем системам системи системами системах'],
  [/(?<=логі)ї$/i, 'й ям ї ями ях'],
  [/(?<=ліні)ї$/i, 'й ям ї ями ях'],
  [/(?<=верто)льоти$/i, 'льотів льотам льоти льотами льотах'],
  [/(?<=шерш)ні$/i, 'нів ням нів/ні нями нях'],
  // Бюро has one form, but what stands in front of it has not: Державного бюро.
  [/(?<=бюр)о$/i, 'о о о о о'],
  [/заводи$/i, 'заводів заводам заводи заводами заводах'],
  [/ість$/, 'ості ості ість істю ості'],
  [/іч$/, 'ічі ічі іч іччю ічі'],
  [/(?<=тал|дел|тіл)ь$/, 'і і ь лю і'],
];

const NOUNS: readonly EndingRule[] = [
  [/(?<=ств|цтв)о$/, 'а у/ові о ом і'],
  [/(?<=нн|тт|лл|дд|чч|зз|сс)я$/, 'я ю я ям і/ю'],
  [/(?<=['’ʼ])я$/, 'я ю я ям і/ю'],
  [/ія$/, 'ії ії ію ією ії'],
  [/іа$/, 'ії ії ію ією ії'],
  [/я$/, 'і і ю ею і'],
  [/ка$/, 'ки ці ку кою ці'],
  [/га$/, 'ги зі гу гою зі'],
  [/ха$/, 'хи сі ху хою сі'],
  [/(?<=[жчшщ])а$/, 'і і у ею і'],
  [/а$/, 'и і у ою і'],
  [/(?<=зв['’ʼ]яз)ок$/, 'ку ку ок ком ку'],
  [/ець$/, 'ця/цю цю/цеві ець цем ці/цю'],
  [/ень$/, 'ня/ню ню/неві ень нем ні/ню'],
  [/ь$/, 'я/ю ю/еві ь ем і/ю'],
  [/й$/, 'я/ю ю/єві й єм ї/ю'],
  [/(?<=[жчшщ])$/, 'а/у у/еві _ ем і/у'],
  // A company that bears a surname goes both ways: Антоновом, Антоновим.
  [/(?<=[оеєї]в)$/, 'а/у у/ові _ ом/им і'],
  [/(?<=[кгґх])$/, 'а/у у/ові _ ом у/ові'],
  [/(?<=[бвдзлмнпрстф])$/, 'а/у у/ові _ ом і'],
];

const ADJECTIVES: readonly EndingRule[] = [
  [/(?<=трет)я$/i, 'ьої ій ю ьою ій'],
  [/(?<=[кгх])і$/, 'их им их/і ими их'],
  [/(?<=[цнтлрвкгхджчшщмпсб])ий$/, 'ого ому ий им ому'],
  [/ій$/, 'ього ьому ій ім ьому'],
  [/(?<=ськ|цьк|зьк|н|альн|ов|ев|єв|ист|ич|окрем)а$/, 'ої ій у ою ій'],
  [/(?<=ськ|цьк|зьк|н|ов|ев|ист)е$/, 'ого ому е им ому'],
  [/(?<=ськ|цьк|зьк|н|ов|ев|ист)і$/, 'их им і ими их'],
];

/** Numbers with an ending: 3-тя, 12-та, 1-й. */
const NUMBERED: readonly EndingRule[] = [
  [/^тя$/, 'тьої/ї тій/й тю/ю тьою/ю тій/й'],
  [/^т?а$/, 'ї/тої й/тій у/ту ю/тою й/тій'],
  [/^й$/, 'го му й м му'],
];

/** A rank in front of a name agrees with it: Генерала Черешні. */
const RANKS: readonly EndingRule[] = [[/(?<=^(?:генера|адміра))л$/i, 'ла лу/лові ла лом лі/лові']];

/** Nouns that look like adjectives. */
const NOT_ADJECTIVES = /(?:вирій|країна|оборона|україна|зброя|машина|турбіна|сторона|основа|^мова|справа|спецтехніка|луна|вежа)$/i;
const CYRILLIC = /^[\p{Script=Cyrillic}'’ʼ-]+$/u;
/** A word that ends in a few capitals which are read as a syllable: АвтоКрАЗ, АвтоКрАЗу. */
const MIXED = /\p{Ll}\p{Script=Cyrillic}*[АЕИІОУЯЮ][БВГДЗКЛМНПРСТФХ]$/u;

const GRAMMAR: Grammar = {
  cases: 5,
  heads: HEADS,
  noun: (word) => {
    if (MIXED.test(word)) return applyRules(word, [[/$/, 'у/а у/ові _ ом і']]);
    if (isUndeclinable(word, CYRILLIC)) return undefined;
    // Common nouns have -у in the genitive (офісу, концерну); a brand may have -а or -у.
    const special = applyRules(word, FEMININE_IN_CONSONANT.test(word) || HEADS.has(word.toLowerCase()) ? SPECIAL : []);
    const forms = special ?? (/[оеєіїиуюё]$/i.test(word) && !/(?:ств|цтв)о$/i.test(word) ? undefined : applyRules(word, NOUNS));
    const inU = HEADS.has(word.toLowerCase())
      ? forms?.map((variants, i) => (i === 0 && variants.length > 1 ? variants.slice(1) : variants))
      : forms;
    return inU?.map((variants) => variants.map((form) => likeFirst(word, form)));
  },
  adjective: (word) => {
    if (/^\d+-/.test(word)) return applyRules(word, NUMBERED);
    if (isUndeclinable(word, CYRILLIC) || NOT_ADJECTIVES.test(word) || HEADS.has(word.toLowerCase())) return undefined;
    return applyRules(word, [...RANKS, ...ADJECTIVES]);
  },
};

function likeFirst(word: string, form: string): string {
  return word.charAt(0) === word.charAt(0).toUpperCase() ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}

export function declineUkrainianBody(text: string): readonly string[] {
  // Short forms of ministries and the like have one form: Міноборони, Держдума has not.
  if (/^(?:Мін|Держ|Нац)\p{Ll}+(?:и|і|у|о|ії)$/u.test(text)) return [];
  return declineWithTitle(text);
}

/** «Холдингова компанія «Артем»»: what stands in front of the title is declined by itself. */
function declineWithTitle(text: string): readonly string[] {
  const at = text.search(/ ["«„“]/);
  const front = at < 0 ? '' : text.slice(0, at);
  if (!HEADS.has((front.split(' ').at(-1) ?? '').toLowerCase())) return declinePhrase(text, GRAMMAR);
  return declinePhrase(front, GRAMMAR).map((form) => form + text.slice(at));
}
