import { applyRules, declinePhrase, type EndingRule, type Grammar, isUndeclinable } from './phrase.ts';

/** Ukrainian names of bodies. Cases: genitive, dative, accusative, instrumental, locative. */
const HEADS = new Set(
  `міністерство агентство управління командування відомство об'єднання товариство підприємство представництво посольство бюро
  служба рада корпорація група компанія комісія адміністрація асоціація організація федерація академія фабрика прокуратура поліція гвардія армія
  верфь фірма ліга коаліція ініціатива платформа конференція виставка
  концерн завод холдинг союз альянс фонд комітет кабінет штаб офіс центр інститут департамент форум саміт університет флот корпус уряд парламент
  суд банк трест пентагон кремль секретаріат директорат кластер музей
  сили війська системи технології авіалінії заводи`.split(/\s+/),
); // prettier-ignore

/** Feminine nouns in a consonant; all others in a consonant are taken for masculine. */
const FEMININE_IN_CONSONANT = /(?:ість|(?:^|[^\p{L}])(?:січ|ніч|міць|сталь|мідь|область|артіль|модель|мережа|верф|сіль|рись|тінь))$/iu;

const SPECIAL: readonly EndingRule[] = [
  [/сили$/i, 'сил силам сили силами силах'],
  [/війська$/i, 'військ військам війська військами військах'],
  [/системи$/i, 'систем системам системи системами системах'],
  [/(?<=логі)ї$/i, 'й ям ї ями ях'],
  [/(?<=ліні)ї$/i, 'й ям ї ями ях'],
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
  [/(?<=[цнтлрвкгхджчшщмпсб])ий$/, 'ого ому ий им ому'],
  [/ій$/, 'ього ьому ій ім ьому'],
  [/(?<=ськ|цьк|зьк|н|альн|ов|ев|єв|ист|ич)а$/, 'ої ій у ою ій'],
  [/(?<=ськ|цьк|зьк|н|ов|ев|ист)е$/, 'ого ому е им ому'],
  [/(?<=ськ|цьк|зьк|н|ов|ев|ист)і$/, 'их им і ими их'],
];

/** Nouns that look like adjectives. */
const NOT_ADJECTIVES = /(?:країна|оборона|україна|зброя|машина|турбіна|сторона|основа|мова|справа|спецтехніка|луна|вежа)$/i;
const CYRILLIC = /^[\p{Script=Cyrillic}'’ʼ-]+$/u;

const GRAMMAR: Grammar = {
  cases: 5,
  heads: HEADS,
  noun: (word) => {
    if (isUndeclinable(word, CYRILLIC)) return undefined;
    // Common nouns have -у in the genitive (офісу, концерну); a brand may have -а or -у.
    const special = applyRules(word, FEMININE_IN_CONSONANT.test(word) || HEADS.has(word.toLowerCase()) ? SPECIAL : []);
    const forms = special ?? (/[оеєіїиуюё]$/i.test(word) && !/(?:ств|цтв)о$/i.test(word) ? undefined : applyRules(word, NOUNS));
    const inU = HEADS.has(word.toLowerCase())
      ? forms?.map((variants, i) => (i === 0 && variants.length > 1 ? variants.slice(1) : variants))
      : forms;
    return inU?.map((variants) => variants.map((form) => likeFirst(word, form)));
  },
  adjective: (word) =>
    isUndeclinable(word, CYRILLIC) || NOT_ADJECTIVES.test(word) || HEADS.has(word.toLowerCase()) ? undefined : applyRules(word, ADJECTIVES),
};

function likeFirst(word: string, form: string): string {
  return word.charAt(0) === word.charAt(0).toUpperCase() ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}

export function declineUkrainianBody(text: string): readonly string[] {
  // Short forms of ministries and the like have one form: Міноборони, Держдума has not.
  if (/^(?:Мін|Держ|Нац)\p{Ll}+(?:и|і|у|о|ії)$/u.test(text)) return [];
  return declinePhrase(text, GRAMMAR);
}
