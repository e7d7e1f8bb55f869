import type { Glance } from '../en/glance.ts';
import { isolated, plurals, stopped } from '../format.ts';

/**
 * Українська, за правописом 2019 року.
 *
 * Словничок: entity — об’єкт; profile — профіль; name — назва, про людей ім’я; mark — позначка; mention, sighting — згадка; article — стаття;
 * pair — пара; log — журнал; feed — канал; publisher of a feed — видавець; fingerprint — відбиток; host — сервер; source — джерело;
 * official — посадовець; office — посада; popup — вікно Muster; card — картка; own list — власний список; verdict — виправлення; pause — пауза.
 *
 * Тон спокійний, без вигуків; до читача звертаємося на «ви» лише там, де безособово не виходить. Ім’я чи назва з даних стоять у називному
 * відмінку: після двокрапки, у лапках, як підмет. Лапки «…», апостроф ’.
 */

const p = plurals('uk');
const quote = (text: string) => `«${isolated(text)}»`;
const asTongue = (tongue: string) => (tongue === '' ? '' : ` (${tongue})`);
const articles = (n: number) => p(n, { one: '# стаття', few: '# статті', many: '# статей', other: '# статті' });
const sentences = (n: number) => p(n, { one: '# речення', few: '# речення', many: '# речень', other: '# речення' });

export const glance: Glance = {
  quote,
  articles,
  sentences,
  times: (n) => p(n, { one: '# раз', few: '# рази', many: '# разів', other: '# раза' }),
  within: {
    sentences: (n) => p(n, { one: '# реченні', few: '# реченнях', many: '# реченнях', other: '# речення' }),
    paragraphs: (n) => p(n, { one: '# абзаці', few: '# абзацах', many: '# абзацах', other: '# абзацу' }),
    articles: (n) => p(n, { one: '# статті', few: '# статтях', many: '# статтях', other: '# статті' }),
    in: (parts) => `у ${parts}`,
    nothing: 'ще не пораховано',
  },
  justNow: 'щойно',
  inAMoment: 'за мить',
  // A full stop may follow: the year is written out.
  onDay: (day) => day.replace(/р\.$/u, 'року'),
  dayAndTime: (day, time) => `${day}\u00a0о\u00a0${time}`,
  since: (day) => `з ${day}`,
  until: (day) => `до ${day}`,
  span: (since, until) => `з ${since} до ${until}`,
  kinds: { company: 'компанія', official: 'посадовець', organisation: 'організація', event: 'подія', programme: 'програма' },
  kindHeadings: { company: 'Компанії', official: 'Посадовці', organisation: 'Організації', event: 'Події', programme: 'Програми' },
  noCountry: { INT: 'міжнародне', EU: 'Європейський Союз', NATO: 'НАТО', UN: 'ООН' },
  whatItIs: (kind, country) => `${kind}${country === '' ? '' : `, ${country}`}.`,
  asOf: (day) => `станом на ${day}`,
  asOfSentence: (day) => stopped(`Станом на ${day}`),
  profileAsOf: (day) => stopped(`Профіль станом на ${day}`),
  maybeStale: 'Можливо, застаріло: ще не підтверджено.',
  maybeStaleSince: (day) => stopped(`Можливо, застаріло: востаннє підтверджено ${day}`),
  from: (feed) => ['Канал: ', feed],
  why: {
    known: (surface, tongue) => `${quote(surface)} — відома назва${asTongue(tongue)}`,
    wayToWrite: (surface, alias, tongue) => `${quote(surface)} — інше написання назви ${quote(alias)}${asTongue(tongue)}`,
    formOf: (surface, alias, tongue) => `${quote(surface)} — форма назви ${quote(alias)}${asTongue(tongue)}`,
    otherLetters: (surface, alias, tongue) => `${quote(surface)} — це ${quote(alias)} іншими літерами${asTongue(tongue)}`,
    clear: (sentence) => `${sentence}, і це однозначно.`,
    fullName: (name) => `На сторінці є повна назва: ${quote(name)}.`,
    office: (title) => `Поруч названо посаду ${quote(title)}.`,
    officeThen: (title) => `Поруч названо посаду ${quote(title)}, тоді чинну.`,
    officeEarlier: (title) => `Поруч названо посаду ${quote(title)}, на той час уже колишню.`,
    officeSoon: (title) => `Поруч названо посаду ${quote(title)}, тоді ще майбутню.`,
    related: (name) => `На сторінці згадано пов’язаний об’єкт: ${isolated(name)}.`,
    word: (word) => `На сторінці є слово ${quote(word)}.`,
    words: (words) => `На сторінці є слова з цієї галузі: ${words}.`,
    setting: (where) => `Сторінка належить до видання чи розділу про оборону (${where}).`,
    byline: 'Стоїть там, де названо автора або фотографа: це може бути людина з таким самим іменем.',
    alone: 'Більше ніщо на сторінці не вказує на посади чи оборону.',
    confirmed: 'Ви підтвердили, що це так.',
    little: 'Може йтися про когось чи щось інше: на сторінці мало на це вказує.',
    alsoMeans: (names) => `Ці самі слова можуть також означати: ${names}.`,
  },
  reached: {
    none: 'На цій сторінці нічого не позначено.',
    place: (n, of) => `${n} з ${of}`,
    placeInFrame: (n, of) => `${n} з ${of} у цьому фреймі`,
    sure: (name, kind, place) => `${name}, ${kind}, ${place}`,
    uncertain: (name, kind, place) => `${name}, ${kind}, непевна позначка, ${place}`,
    fromStart: (sentence) => `Знову з початку: ${sentence}`,
    fromEnd: (sentence) => `Знову з кінця: ${sentence}`,
  },
  card: { namedWith: 'Найчастіше згадується разом із', openProfile: 'Відкрити профіль', explore: 'Огляд журналу' },
};
