import { foldText } from '../../core/fold.ts';
import type { DeclinePerson, Gender } from './forms-of-person.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { declineCzech } from './persons-cs.ts';
import { declineCroatian } from './persons-hr.ts';
import { declineLithuanian } from './persons-lt.ts';
import { declinePolish } from './persons-pl.ts';
import { declineRussian } from './persons-ru.ts';
import { declineUkrainian } from './persons-uk.ts';
import { toSerbianCyrillic } from './serbian-script.ts';

/**
 * Given names in the cases in which they stand in front of a declined surname: "Антона Мишустина", "Michała Dudy", "Jono Nausėdos".
 *
 * Where only the last part of a name is declined (Finnish, Estonian, Hungarian, Turkish) there is nothing to do. A language whose module knows the
 * names of its own people uses it; of the others, those modules are about foreign surnames, and the endings of given names stand here.
 */
type Cases = (name: string) => readonly string[] | Promise<readonly string[]>;
/** An ending and what takes its place in the cases that differ from the nominative; the first that fits is taken. */
type Rule = readonly [ending: RegExp, endings: readonly string[]];

/** Men whose names end as women's do, in several languages, folded. */
const MEN_IN_A: ReadonlySet<string> = new Set(
  `микола ілля лука хома сава савва кузьма микита нікіта никита илья фома гаврила данила ярема олекса саша діма дима вася міша миша костя
  вова володя витя юра лёша леша лёня леня слава митя гриша петя толя веня тимоша серёжа сережа
  kuba kosma barnaba saša sasa honza jirka jindra míla mila nikola ilja ilia sáva sava láďa vašek standa fanda luka kosta aleksa andrija ilija
  matija nikša strahinja vanja mitja aljoša grujica jovica ivica novica perica nebojša siniša dragiša slaviša vasja miha jaka žiga ota`
    .split(/\s+/)
    .map(foldText),
);

function genderOf(name: string): Gender {
  return /[aeáýаяіь]$/.test(name) && !/(?:рь|ль|сь|ге|ке)$/.test(name) && !MEN_IN_A.has(foldText(name)) ? 'f' : 'm';
}

const byModule =
  (decline: DeclinePerson): Cases =>
  async (name) => {
    const cases = await decline({ given: name, family: 'Х' }, genderOf(name), undefined);
    return cases.filter(({ vocative }) => !vocative).flatMap(({ given }) => given);
  };

const byRules =
  (rules: readonly Rule[]): Cases =>
  (name) => {
    const rule = rules.find(([ending]) => ending.test(name));
    return rule === undefined ? [] : rule[1].map((ending) => name.replace(rule[0], ending));
  };

const SLOVAK: readonly Rule[] = [
  [/ia$/, ['ie', 'ii', 'iu', 'iou']],
  [/a$/, ['y', 'i', 'e', 'u', 'ou']],
  [/o$/, ['a', 'ovi', 'om']],
  [/(?<=v)el$|(?<=[vt])ol$/, ['la', 'lovi', 'lom']],
  [/(?<=[td])er$/, ['ra', 'rovi', 'rom']],
  [/(?<=[^aeiouáéíóúý])ek$/, ['ka', 'kovi', 'kom']],
  [/(?<=[^aeiouyáéíóúý])$/, ['a', 'ovi', 'om']],
];

const SLOVENE: readonly Rule[] = [
  [/a$/, ['e', 'i', 'o']],
  [/o$/, ['a', 'u', 'om']],
  [/(?<=[tdg])er$/, ['ra', 'ru', 'rom']],
  [/(?<=v)el$/, ['la', 'lu', 'lom']],
  [/(?<=o|a|i|e)r$/, ['rja', 'rju', 'rjem']],
  [/(?<=[žščcj])$/, ['a', 'u', 'em']],
  [/e$/, ['eta', 'etu', 'etom']],
  [/(?<=[bdfghklmnprstvz])$/, ['a', 'u', 'om']],
];

const LATVIAN: readonly Rule[] = [
  [/a$/, ['as', 'ai', 'u']],
  [/e$/, ['es', 'ei', 'i']],
  [/(?<=[bpmv])is$/, ['ja', 'im', 'i']],
  [/is$/, ['a', 'im', 'i']],
  [/us$/, ['us', 'um', 'u']],
  [/[sš]$/, ['a', 'am', 'u']],
];

/** Folding takes care of the stress that moves: Αλέξανδρος, Αλεξάνδρου. */
const GREEK: readonly Rule[] = [
  [/ος$/, ['ου', 'ο']],
  [/ός$/, ['ού', 'ό']],
  [/ης$/, ['η']],
  [/ής$/, ['ή']],
  [/ας$/, ['α']],
  [/άς$/, ['ά']],
  [/([αάηή])$/, ['$1ς']],
  [/ώ$/, ['ώς']],
];

const CASES: Readonly<Record<string, Cases>> = {
  uk: byModule(declineUkrainian),
  ru: byModule(declineRussian),
  pl: byModule(declinePolish),
  // Before a surname in -ovi the given name has the short dative: Jindřichu Pavlovi, Tomáši Pavlovi.
  cs: async (name) =>
    (await byModule(declineCzech)(name)).flatMap((form) => [form, form.replace(/(?<=[cčřšžj])ovi$/, 'i').replace(/ovi$/, 'u')]),
  sk: byRules(SLOVAK),
  sr: byModule(declineCroatian),
  sl: byRules(SLOVENE),
  lt: byModule(declineLithuanian),
  lv: byRules(LATVIAN),
  el: byRules(GREEK),
};

/**
 * Declined forms that are a word with a capital in front of a surname ("Влада Зеленського" is his government, "Lady" a title), a form of the name of a
 * firm (Leonardo), or how an official is called himself (Lithuanian "Andriu Sprūdu").
 */
const WORDS: ReadonlySet<string> = new Set(
  `Влада Владу Владі Владе Ради Раді Раду Рима Риму Римом Тому Тома Тоді Мира Миру Миром Мире Миры Віри Вірі Віру Веры Вере Веру Надії
  Надією Надію Надежды Надежде Надежду Славы Славе Славу Боже Божу Руже Руку Роки Року Лада Лады Ладу Льва Льву Льве Поля Полю Полем Поле
  Жака Вида Раде Мата Ката Дину Мину Аном Pole Poli Polu Tome Toma Tomu Time Timu Tima Samo Sama Samu Boże Bože Boži Lady Lare Mata Mate
  Vila Vilo Dada Dace Save Savu Kate Otta Nova Novu Mira Mire Miru Mini Mine Nade Nadi Nadu Ruta Rutu Romo Romu Romy Mare Vlada Vladu
  Vlade Vladi Влади Were Very Anos Line Lini Nine Bare Baru Klare Roku Mise Dance Aide Danke Andriu Leonarda Leonardem Leonardom Leonardovi Leonardowi Leonardu Leonardzie Justo Fate Rens Tada Един Никой Avgusta Tito Tita Vita
  Vite Viti Zale Zori Zory Jura Jure Dory Doro Peru Pera Liepa Liepos Dainos Norma Normy Normu Stane`
    .split(/\s+/)
    .map(foldText),
);
/** Of three letters there is a word in some language: "Ani Tusk", "Oli Putin", "Ana". */
const SHORTEST = 4;

/** All forms of a name in a language, itself first. */
export async function givenForms(name: string, lang: string): Promise<readonly string[]> {
  const forms = [...new Set([name, ...((await CASES[lang]?.(name)) ?? [])])];
  const written = lang === 'sr' ? [...forms, ...forms.map(toSerbianCyrillic)] : forms;
  return written.filter((form) => form === name || (form.length >= SHORTEST && !WORDS.has(foldText(form)) && !isOrdinaryWord(form)));
}

/**
 * The list for the header of a pack: names and namesake words as given, and the cases of those names whose language is known to decline them.
 * One text of those that fold alike, because they are matched folded.
 */
export async function withDeclined(lists: Readonly<Record<string, readonly string[]>>): Promise<readonly string[]> {
  const all = new Map<string, string>();
  const add = (text: string) => {
    if (!all.has(foldText(text))) all.set(foldText(text), text);
  };
  for (const texts of Object.values(lists)) for (const text of texts) add(text);
  for (const [lang, names] of Object.entries(lists)) for (const name of names) for (const form of await givenForms(name, lang)) add(form);
  return [...all.values()].sort();
}
