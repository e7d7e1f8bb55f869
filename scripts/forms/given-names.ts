import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '../../core/fold.ts';
import { DATA_FOLDER } from '../read-data.ts';
import { readYaml } from '../read-yaml.ts';
import type { DeclinePerson, Gender } from './forms-of-person.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { declineCzech } from './persons-cs.ts';
import { declinePolish } from './persons-pl.ts';
import { declineRussian } from './persons-ru.ts';
import { declineUkrainian } from './persons-uk.ts';

/**
 * Given names in the cases in which they stand in front of a declined surname: "Антона Мишустина", "Michała Dudy", "Jono Nausėdos".
 *
 * Where only the last part of a name is declined (Finnish, Estonian, Hungarian, Turkish) there is nothing to do. Languages that have a module for
 * whole names use it; the others need no more here than the endings of given names.
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
    const cases = await decline({ given: name, family: 'Х' }, genderOf(name));
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

const SERBIAN: readonly Rule[] = [
  [/a$/, ['e', 'i', 'u', 'om']],
  [/o$/, ['a', 'u', 'om']],
  [/(?<=[tdv])ar$/, ['ra', 'ru', 'rom']],
  [/(?<=[ljđžščćc])e$/, ['a', 'u', 'em']],
  [/(?<=[đžščćj]|lj|nj)$/, ['a', 'u', 'em']],
  [/(?<=[bdfghklmnprstvz])$/, ['a', 'u', 'om']],
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

const LITHUANIAN: readonly Rule[] = [
  [/as$/, ['o', 'ui', 'ą', 'u']],
  [/ius$/, ['iaus', 'iui', 'ių', 'iumi']],
  [/us$/, ['aus', 'ui', 'ų', 'umi']],
  [/[iy]s$/, ['io', 'iui', 'į', 'iu']],
  [/ia$/, ['ios', 'iai', 'ią']],
  [/a$/, ['os', 'ai', 'ą']],
  [/ė$/, ['ės', 'ei', 'ę', 'e']],
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
  cs: byModule(declineCzech),
  sk: byRules(SLOVAK),
  sr: byRules(SERBIAN),
  sl: byRules(SLOVENE),
  lt: byRules(LITHUANIAN),
  lv: byRules(LATVIAN),
  el: byRules(GREEK),
};

/** Serbian Latin letters and the Cyrillic ones that stand for them; pairs first. */
const CYRILLIC: readonly (readonly [string, string])[] = [
  ...['lj љ', 'nj њ', 'dž џ'].map((pair) => pair.split(' ') as [string, string]),
  ...Array.from('abvgdđežzijklmnoprstćufhcčš', (letter, i): [string, string] => [letter, Array.from('абвгдђежзијклмнопрстћуфхцчш')[i] ?? '']),
];

/** "Ljubiša" as «Љубиша». */
export function inSerbianCyrillic(name: string): string {
  const lower = CYRILLIC.reduce((text, [latin, cyrillic]) => text.replaceAll(latin, cyrillic), name.toLowerCase());
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** Declined forms that are a word with a capital in front of a surname: "Влада Зеленського" is his government. */
const WORDS: ReadonlySet<string> = new Set(
  `Влада Владу Владой Влади Владі Ради Раді Раду Рима Риму Римом Римі Римы Риме Лада Марка Маркам Карла Тому Тома Томе Том Тим Тими Тіма Ними
  Мира Миру Миром Мире Миры Віри Вірі Віру Віта Люба Любе Любы Любой Любу Надії Надією Надію Веры Вере Веру Надежды Надежде Надежду Славы Славе
  Кім Кими Яна Яне Яни Дани Дана Дану Дане Поля Полю Полем Поле Полі Пола Полу Полом Нині Ніні Зоре Лева Леву Левом Леві Люка Люку Люком Люки
  Роси Роз Тини Тина Тину Тине Маю Май Маі Лис Лису Ник Ники Нику Нике Рика Рику Рике Риком Рику Глеба Жана Жану Саду Сади Ладі Ладу Ліній Лину
  Ani Ona Oni Una Une Uni Unu Meta Mete Meti Metu Metą Beze Pole Poli Polu Polą Pola Tome Toma Tomu Time Timu Timi Timo Tima Samo Sama Samu Sami
  Ale Ali Alu Alą Ade Adu Ady Rade Radu Radi Rado Rady Rada Rume Mile Mili Milu Mile Mire Miru Miry Miro Nade Nadi Nadu Nado Vide Vidi Vidu Vido
  Hane Hanu Dane Danu Dany Dano Dani Dati Ine Inu Ino Ini Ose Eve Evo Evu Novak Nove Mate Mati Matu Matom Mare Mari Maru Rome Roma Romu Remu Nine
  Vere Veri Veru Vero Very Sane Sanu Sanda Sandu Sande Ante Anti Antu Lise Lisu Kate Katu Lane Lanu Lano Lani Line Linu Lini Lino Mine Mini Minu
  Mino Mona Mone Tine Tinu Tini Tino Zane Zare Bore Bora Boru Boro Rose Rosu Rosą Rasi Rase Rasu Rase Pera Pere Pero Peru Juda Jude Judu Ivu
  Adą Asu Ase Aso Dora Doro Dore Laimo Laime Laimes Laimi Liepa Liepos Daino Dainos Kajo Ramo Auros Saules Vilniaus Rytu Rytui Rytą Rycio
  Dac Ligas Ligu Ligai Liga Valda Valdi Valdim Daina Dainu Dainas Dainai Santa Santu Una Unu Alis Vitu Ilgu Ilgas Ilgai Skaidra
  Norma Normu Normy Norme Normi Norma Victory Sofie Sofii Sofiu Sofią Sofio Sofije Sofiji Sofiju Sofijo Softa Julio Julia
  Georgie Georgia Vereinte Tage Tagu Sage Saga Stane Stana Stanu Stani Stany Stanow State Karte Karta Ile Ilu Ilą Mody Mode`
    .split(/\s+/)
    .map(foldText),
);

/** The names by language, as data/given-names.yaml has them; what stands under `namesakes` is no name. */
function readLists(folder: string): Readonly<Record<string, readonly string[]>> {
  const file = join(folder, 'given-names.yaml');
  const value = existsSync(file) ? readYaml(file, 'data/given-names.yaml').value : {};
  return Object.fromEntries(Object.entries(value ?? {}).filter((entry): entry is [string, string[]] => Array.isArray(entry[1])));
}

/** All forms of a name in a language, itself first. */
export async function givenForms(name: string, lang: string): Promise<readonly string[]> {
  const declined = (await CASES[lang]?.(name)) ?? [];
  const usable = declined.filter((form) => form !== name && !WORDS.has(foldText(form)) && !isOrdinaryWord(form));
  const forms = [name, ...new Set(usable)];
  return lang === 'sr' ? [...forms, ...forms.map(inSerbianCyrillic)] : forms;
}

/**
 * The list for the header of a pack: the names and namesake words as given, and the cases of those names whose language is known to decline them.
 * One text of those that fold alike, because they are matched folded.
 */
export async function withDeclined(texts: readonly string[], lists = readLists(DATA_FOLDER)): Promise<readonly string[]> {
  const given = new Set(texts);
  const all = new Map(texts.map((text) => [foldText(text), text]));
  for (const lang of Object.keys(CASES)) {
    for (const name of lists[lang] ?? []) {
      if (!given.has(name)) continue;
      for (const form of await givenForms(name, lang)) if (!all.has(foldText(form))) all.set(foldText(form), form);
    }
  }
  return [...all.values()].sort();
}
