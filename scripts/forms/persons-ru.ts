import type { PersonName } from '../../core/profile.ts';
import { type Declined, distinct, isParticle } from './person-forms.ts';

/**
 * Russian personal names by rule. Each rule is an ending and what takes its place in the genitive, dative, accusative, instrumental and
 * prepositional; the first that fits is taken, and a word that none fits has one form only.
 */
type Endings = readonly [genitive: string, dative: string, accusative: string, instrumental: string, prepositional: string];
type Rule = readonly [ending: RegExp, endings: Endings];

const HISSING = '[жчшщц]';

const GIVEN_OF_MEN: readonly Rule[] = [
  [/ий$/, ['ия', 'ию', 'ия', 'ием', 'ии']],
  [/й$/, ['я', 'ю', 'я', 'ем', 'е']],
  [/ь$/, ['я', 'ю', 'я', 'ем', 'е']],
  [/(?<=^п)авел$/i, ['авла', 'авлу', 'авла', 'авлом', 'авле']],
  [/(?<=^п)[её]тр$/i, ['етра', 'етру', 'етра', 'етром', 'етре']],
  [/(?<=^л)ев$/i, ['ьва', 'ьву', 'ьва', 'ьвом', 'ьве']],
  [new RegExp(`(?<=${HISSING})$`), ['а', 'у', 'а', 'ем', 'е']],
  [/(?<=[бвгдзклмнпрстфх])$/, ['а', 'у', 'а', 'ом', 'е']],
];

const IN_A: readonly Rule[] = [
  [/ия$/, ['ии', 'ии', 'ию', 'ией', 'ии']],
  [/я$/, ['и', 'е', 'ю', 'ей', 'е']],
  [/(?<=[жчшщ])а$/, ['и', 'е', 'у', 'ей', 'е']],
  [/ца$/, ['цы', 'це', 'цу', 'цей', 'це']],
  [/(?<=[гкх])а$/, ['и', 'е', 'у', 'ой', 'е']],
  [/(?<=[бвдзлмнпрстф])а$/, ['ы', 'е', 'у', 'ой', 'е']],
];

const FAMILY_OF_MEN: readonly Rule[] = [
  [/(?<=[гкхжчшщ])ий$/, ['ого', 'ому', 'ого', 'им', 'ом']],
  [/[ыо]й$/, ['ого', 'ому', 'ого', 'ым', 'ом']],
  [/ний$/, ['него', 'нему', 'него', 'ним', 'нем']],
  // Шмыгаль, Врубель; Гелетей, Гай
  [/ий$/, ['ия', 'ию', 'ия', 'ием', 'ии']],
  [/[йь]$/, ['я', 'ю', 'я', 'ем', 'е']],
  [/(?<=[оеё]в|[иы]н)$/, ['а', 'у', 'а', 'ым', 'е']],
  [/ец$/, ['ца', 'цу', 'ца', 'цом', 'це']],
  [new RegExp(`(?<=${HISSING})$`), ['а', 'у', 'а', 'ем', 'е']],
  [/(?<=[бвгдзклмнпрстф])$/, ['а', 'у', 'а', 'ом', 'е']],
  // Седых, Черных stay as they are; Бах and Эрлих do not.
  [/(?<=[^ыи]х)$/, ['а', 'у', 'а', 'ом', 'е']],
];

const FAMILY_OF_WOMEN: readonly Rule[] = [
  [/(?<=[оеё]в|[иы]н)а$/, ['ой', 'ой', 'у', 'ой', 'ой']],
  [/(?<=[гкхжчшщ])ая$|(?<=[нлртвдмс])ая$/, ['ой', 'ой', 'ую', 'ой', 'ой']],
  [/яя$/, ['ей', 'ей', 'юю', 'ей', 'ей']],
];

const PATRONYMIC: readonly Rule[] = [
  [/(?<=ич)$/, ['а', 'у', 'а', 'ем', 'е']],
  [/(?<=вн|чн)а$/, ['ы', 'е', 'у', 'ой', 'е']],
];

/** A foreign name in Russian whose -ин or -ов is not a Russian suffix keeps -ом: Дарвином, Чаплином. */
const FOREIGN_IN_OV_IN = /^(?:дарвин|чаплин|эльвин|мартин|остин|бенин|кин|гершвин|коэн)$/i;

/** The forms of a name, the nominative first. */
export function declineRussian(name: PersonName, gender: 'm' | 'f'): readonly Declined[] {
  const { given = '', patronymic = '', family } = name;
  const givens = words(given, gender === 'm' ? [...GIVEN_OF_MEN, ...IN_A] : [...IN_A, [/ь$/, ['и', 'и', 'ь', 'ью', 'и']]]);
  const patronymics = words(patronymic, PATRONYMIC);
  const families = familyForms(family, gender);
  const halves = doubleForms(family, gender);
  return [0, 1, 2, 3, 4, 5].map((i) => ({
    given: [givens[i] ?? given],
    patronymic: [patronymics[i] ?? patronymic],
    family: distinct([families[i] ?? family, halves[i] ?? families[i] ?? family]),
  }));
}

/** A double surname: Косиняка-Камыша beside Косиняк-Камыша, for people write both. */
function doubleForms(family: string, gender: 'm' | 'f'): readonly string[] {
  const halves = family.split('-');
  if (halves.length !== 2) return [];
  const forms = halves.map((half) => familyForms(half, gender));
  return [0, 1, 2, 3, 4, 5].map((i) => halves.map((half, at) => forms[at]?.[i] ?? half).join('-'));
}

function familyForms(family: string, gender: 'm' | 'f'): readonly string[] {
  const rules = gender === 'f' ? [...FAMILY_OF_WOMEN, ...IN_A] : [...FAMILY_OF_MEN, ...IN_A];
  const forms = words(family, rules);
  return FOREIGN_IN_OV_IN.test(family) ? forms.map((form, i) => (i === 4 ? form.replace(/ым$/, 'ом') : form)) : forms;
}

/** All six cases. A compound is declined in its last part if the parts are joined by a hyphen, in each if by a space. */
function words(text: string, rules: readonly Rule[]): readonly string[] {
  if (text.includes(' ')) {
    const parts = text.split(' ').map((part) => (isParticle(part) ? Array<string>(6).fill(part) : words(part, rules)));
    return [0, 1, 2, 3, 4, 5].map((i) => parts.map((part) => part[i] ?? '').join(' '));
  }
  const hyphen = text.lastIndexOf('-') + 1;
  const [head, tail] = [text.slice(0, hyphen), text.slice(hyphen)];
  const rule = rules.find(([ending]) => ending.test(tail));
  if (rule === undefined || tail === '') return Array<string>(6).fill(text);
  return [text, ...rule[1].map((ending) => head + tail.replace(rule[0], ending))];
}
