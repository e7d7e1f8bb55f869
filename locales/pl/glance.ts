import type { Glance } from '../en/glance.ts';
import { isolated, plurals, stopped } from '../format.ts';

/**
 * Polski.
 *
 * Słowniczek: entity — obiekt; profile — profil; name — nazwa (o ludziach nazwisko); mark — oznaczenie; mention, sighting — wzmianka; article —
 * artykuł; pair — para; log — dziennik; feed — kanał; publisher of a feed — wydawca; fingerprint — odcisk; host — serwer; source — źródło;
 * official — przedstawiciel władz; office — urząd; popup — okno Muster; card — karta; own list — własna lista; verdict — poprawka.
 *
 * Spokojnie i krótko, bezosobowo; tam, gdzie trzeba zwrócić się do czytelnika, tryb rozkazujący w drugiej osobie, jak w przeglądarkach.
 * Nazwy z danych stoją w mianowniku: po dwukropku, w cudzysłowie, jako podmiot. Cudzysłów „…”.
 */

const p = plurals('pl');
const quote = (text: string) => `„${isolated(text)}”`;
const asTongue = (tongue: string) => (tongue === '' ? '' : ` (${tongue})`);
const articles = (n: number) => p(n, { one: '# artykuł', few: '# artykuły', many: '# artykułów', other: '# artykułu' });
const sentences = (n: number) => p(n, { one: '# zdanie', few: '# zdania', many: '# zdań', other: '# zdania' });

export const glance: Glance = {
  quote,
  articles,
  sentences,
  times: (n) => p(n, { one: '# raz', few: '# razy', many: '# razy', other: '# raza' }),
  within: {
    sentences: (n) => p(n, { one: '# zdaniu', few: '# zdaniach', many: '# zdaniach', other: '# zdania' }),
    paragraphs: (n) => p(n, { one: '# akapicie', few: '# akapitach', many: '# akapitach', other: '# akapitu' }),
    articles: (n) => p(n, { one: '# artykule', few: '# artykułach', many: '# artykułach', other: '# artykułu' }),
    in: (parts) => `w ${parts}`,
    nothing: 'jeszcze nie policzono',
  },
  justNow: 'przed chwilą',
  inAMoment: 'za chwilę',
  onDay: (day) => day,
  dayAndTime: (day, time) => `${day}\u00a0o\u00a0${time}`,
  since: (day) => `od ${day}`,
  until: (day) => `do ${day}`,
  span: (since, until) => `od ${since} do ${until}`,
  kinds: { company: 'firma', official: 'przedstawiciel władz', organisation: 'organizacja', event: 'wydarzenie', programme: 'program' },
  kindHeadings: {
    company: 'Firmy',
    official: 'Przedstawiciele władz',
    organisation: 'Organizacje',
    event: 'Wydarzenia',
    programme: 'Programy',
  },
  noCountry: { INT: 'międzynarodowe', EU: 'Unia Europejska', NATO: 'NATO', UN: 'ONZ' },
  whatItIs: (kind, country) => `${kind}${country === '' ? '' : `, ${country}`}.`,
  asOf: (day) => `stan na ${day}`,
  asOfSentence: (day) => stopped(`Stan na ${day}`),
  profileAsOf: (day) => stopped(`Stan profilu na ${day}`),
  maybeStale: 'Może być nieaktualne: jeszcze nie potwierdzono.',
  maybeStaleSince: (day) => stopped(`Może być nieaktualne: ostatnio potwierdzono ${day}`),
  from: (feed) => ['Z kanału: ', feed],
  why: {
    known: (surface, tongue) => `${quote(surface)} to znana nazwa${asTongue(tongue)}`,
    wayToWrite: (surface, alias, tongue) => `${quote(surface)} to inny zapis nazwy ${quote(alias)}${asTongue(tongue)}`,
    formOf: (surface, alias, tongue) => `${quote(surface)} to forma nazwy ${quote(alias)}${asTongue(tongue)}`,
    otherLetters: (surface, alias, tongue) => `${quote(surface)} to ${quote(alias)} innym pismem${asTongue(tongue)}`,
    clear: (sentence) => `${sentence}; to jednoznaczne.`,
    fullName: (name) => `Na stronie jest pełna nazwa: ${quote(name)}.`,
    office: (title) => `Obok wymieniono urząd ${quote(title)}.`,
    officeThen: (title) => `Obok wymieniono urząd ${quote(title)}, wówczas sprawowany.`,
    officeEarlier: (title) => `Obok wymieniono urząd ${quote(title)}, wówczas już były.`,
    officeSoon: (title) => `Obok wymieniono urząd ${quote(title)}, wówczas dopiero przyszły.`,
    related: (name) => `Na stronie wymieniono powiązany obiekt: ${isolated(name)}.`,
    word: (word) => `Na stronie jest słowo ${quote(word)}.`,
    words: (words) => `Na stronie są słowa z tej dziedziny: ${words}.`,
    setting: (where) => `Strona należy do tytułu lub działu, który pisze o obronności (${where}).`,
    byline: 'Nazwisko stoi tam, gdzie podaje się autora lub fotografa: może to być ktoś, kto nazywa się tak samo.',
    alone: 'Nic innego na stronie nie wskazuje na urzędy ani na obronność.',
    confirmed: 'Potwierdzono to wcześniej.',
    little: 'Może chodzić o kogoś lub o coś innego: na stronie niewiele na to wskazuje.',
    alsoMeans: (names) => `Te same słowa mogą też oznaczać: ${names}.`,
  },
  reached: {
    none: 'Na tej stronie nic nie oznaczono.',
    place: (n, of) => `${n} z ${of}`,
    placeInFrame: (n, of) => `${n} z ${of} w tej ramce`,
    sure: (name, kind, place) => `${name}, ${kind}, ${place}`,
    uncertain: (name, kind, place) => `${name}, ${kind}, niepewne, ${place}`,
    fromStart: (sentence) => `Znowu od początku: ${sentence}`,
    fromEnd: (sentence) => `Znowu od końca: ${sentence}`,
  },
  card: { namedWith: 'Najczęściej wymieniane razem', openProfile: 'Otwórz profil', explore: 'Przegląd dziennika' },
};
