import { applyRules, declinePhrase, type EndingRule, type Grammar, isUndeclinable } from './phrase.ts';

/** Russian names of bodies. Cases: genitive, dative, accusative, instrumental, prepositional. */
const HEADS = new Set(
  `министерство агентство управление командование ведомство объединение общество предприятие представительство посольство бюро
  служба корпорация группа компания комиссия администрация ассоциация организация федерация академия фабрика прокуратура полиция гвардия армия
  верфь ставка бригада нацгвардия нацполиция госпогранслужба фирма лига коалиция инициатива платформа конференция выставка дума
  концерн завод холдинг союз альянс фонд комитет кабинет штаб офис центр институт департамент форум саммит университет флот корпус совет
  генштаб кабмин полк батальон отряд суд банк трест пентагон кремль секретариат директорат кластер
  шершни силы войска вертолёты вертолеты системы технологии авиалинии заводы`.split(/\s+/),
); // prettier-ignore

const FEMININE_IN_SOFT = /(?:ость|сталь|сечь|ночь|верфь|связь|медь|область|модель|артель|соль|цель|^сич)$/i;

const PLURALS: readonly EndingRule[] = [
  [/силы$/i, 'сил силам силы силами силах'],
  [/войска$/i, 'войск войскам войска войсками войсках'],
  [/системы$/i, 'систем системам системы системами системах'],
  [/(?<=логи|лини)и$/i, 'й ям и ями ях'],
  [/(?<=вертол[её]т)ы$/i, 'ов ам ы ами ах'],
  [/(?<=шерш)ни$/i, 'ней ням ней/ни нями нях'],
  [/(?<=бюр)о$/i, 'о о о о о'],
  [/заводы$/i, 'заводов заводам заводы заводами заводах'],
];

const NOUNS: readonly EndingRule[] = [
  [/(?<=ств)о$/, 'а у о ом е'],
  [/ие$/, 'ия ию ие ием ии'],
  [/ье$/, 'ья ью ье ьем ье'],
  [/ия$/, 'ии ии ию ией ии'],
  [/я$/, 'и е ю ей е'],
  [/(?<=[жчшщ])а$/, 'и е у ей е'],
  [/(?<=[гкх])а$/, 'и е у ой е'],
  [/а$/, 'ы е у ой е'],
  [/ец$/, 'ца цу ец цом це'],
  [/ь$/, 'я ю ь ем е'],
  [/ий$/, 'ия ию ий ием ии'],
  [/й$/, 'я ю й ем е'],
  [/(?<=[жчшщц])$/, 'а у _ ем е'],
  [/(?<=[оеё]в)$/, 'а у _ ом/ым е'],
  [/(?<=[бвгдзклмнпрстфх])$/, 'а у _ ом е'],
];
const FEMININE: readonly EndingRule[] = [
  [/ь$/, 'и и ь ью и'],
  [/$/, 'и и _ ью и'],
];

/** A rank in front of a name agrees with it: Генерала Черешни. */
const RANKS: readonly EndingRule[] = [[/(?<=^(?:генера|адмира))л$/i, 'ла лу ла лом ле']];

const ADJECTIVES: readonly EndingRule[] = [
  [/(?<=трет)ья$/i, 'ьей ьей ью ьей ьей'],
  [/(?<=[гкхжчшщ])ий$/, 'ого ому ий им ом'],
  [/ый$/, 'ого ому ый ым ом'],
  [/(?<=[гкх])ой$/, 'ого ому ой им ом'],
  [/ой$/, 'ого ому ой ым ом'],
  [/(?<=н)ий$/, 'его ему ий им ем'],
  [/ая$/, 'ой ой ую ой ой'],
  [/яя$/, 'ей ей юю ей ей'],
  [/(?<=[жчшщ])ее$/, 'его ему ее им ем'],
  [/(?<=[гкхжчшщ])ое$/, 'ого ому ое им ом'],
  [/ое$/, 'ого ому ое ым ом'],
  [/ые$/, 'ых ым ые ыми ых'],
  [/(?<=[гкхжчшщ])ие$/, 'их им ие ими их'],
];
const CYRILLIC = /^[\p{Script=Cyrillic}-]+$/u;
/** A word that ends in a few capitals which are read as a syllable: АвтоКрАЗ, АвтоКрАЗа. */
const MIXED = /\p{Ll}\p{Script=Cyrillic}*[АЕИОУЭЯЮ][БВГДЗКЛМНПРСТФХ]$/u;

const GRAMMAR: Grammar = {
  cases: 5,
  heads: HEADS,
  noun: (word) => {
    if (MIXED.test(word)) return applyRules(word, [[/$/, 'а у _ ом е']]);
    if (isUndeclinable(word, CYRILLIC)) return undefined;
    if (FEMININE_IN_SOFT.test(word)) return applyRules(word, FEMININE);
    const plural = HEADS.has(word.toLowerCase()) ? applyRules(word, PLURALS) : undefined;
    const forms = plural ?? (/(?:[еёиуыэю]|(?<!ств)о)$/i.test(word) && !/(?:ие|ье)$/.test(word) ? undefined : applyRules(word, NOUNS));
    return forms?.map((variants) => variants.map((form) => word.charAt(0) + form.slice(1)));
  },
  adjective: (word) =>
    isUndeclinable(word, CYRILLIC) || HEADS.has(word.toLowerCase()) ? undefined : applyRules(word, [...RANKS, ...ADJECTIVES]),
};

export function declineRussianBody(text: string): readonly string[] {
  // «Рособоронэкспорт» is declined, «Минобороны» is not.
  if (/^(?:Мин|Гос|Нац)\p{Ll}+[ыои]$/u.test(text)) return [];
  return declineWithTitle(text);
}

/** «Холдинговая компания «Артём»»: what stands in front of the title is declined by itself. */
function declineWithTitle(text: string): readonly string[] {
  const at = text.search(/ ["«„“]/);
  const front = at < 0 ? '' : text.slice(0, at);
  if (!HEADS.has((front.split(' ').at(-1) ?? '').toLowerCase())) return declinePhrase(text, GRAMMAR);
  return declinePhrase(front, GRAMMAR).map((form) => form + text.slice(at));
}
