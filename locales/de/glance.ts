import type { Glance } from '../en/glance.ts';
import { isolated, plurals, stopped } from '../format.ts';

/**
 * Deutsch.
 *
 * Glossar: entity — Eintrag; profile — Profil; name — Name; mark — Markierung; mention, sighting — Erwähnung; article — Artikel; pair — Paar;
 * log — Protokoll; feed — Feed; publisher of a feed — Herausgeber; fingerprint — Fingerabdruck; host — Server; source — Quelle; official —
 * Amtsträger; office — Amt; popup — Fenster von Muster; card — Karte; own list — eigene Liste; verdict — Korrektur; field words — Fachwörter.
 *
 * Ruhig und knapp, die Anrede „Sie“ nur, wo es unpersönlich nicht geht. Namen aus den Daten stehen im Nominativ: nach einem Doppelpunkt, in
 * Anführungszeichen, als Subjekt. Anführungszeichen „…“, keine Gedankenstriche als Klebstoff.
 */

const p = plurals('de');
const quote = (text: string) => `„${isolated(text)}“`;
const asTongue = (tongue: string) => (tongue === '' ? '' : ` (${tongue})`);
const articles = (n: number) => p(n, { one: '# Artikel', other: '# Artikel' });
const sentences = (n: number) => p(n, { one: '# Satz', other: '# Sätze' });

export const glance: Glance = {
  quote,
  articles,
  sentences,
  times: (n) => (n === 1 ? 'einmal' : n === 2 ? 'zweimal' : p(n, { one: '#-mal', other: '#-mal' })),
  within: {
    sentences: (n) => p(n, { one: '# Satz', other: '# Sätzen' }),
    paragraphs: (n) => p(n, { one: '# Absatz', other: '# Absätzen' }),
    articles: (n) => p(n, { one: '# Artikel', other: '# Artikeln' }),
    in: (parts) => `in ${parts}`,
    nothing: 'noch nicht gezählt',
  },
  justNow: 'gerade eben',
  inAMoment: 'gleich',
  onDay: (day) => `am ${day}`,
  dayAndTime: (day, time) => `${day}\u00a0um\u00a0${time}`,
  since: (day) => `seit ${day}`,
  until: (day) => `bis ${day}`,
  span: (since, until) => `${since} bis ${until}`,
  kinds: { company: 'Unternehmen', official: 'Amtsträger', organisation: 'Organisation', event: 'Veranstaltung', programme: 'Programm' },
  kindHeadings: {
    company: 'Unternehmen',
    official: 'Amtsträger',
    organisation: 'Organisationen',
    event: 'Veranstaltungen',
    programme: 'Programme',
  },
  noCountry: { INT: 'international', EU: 'Europäische Union', NATO: 'NATO', UN: 'Vereinte Nationen' },
  whatItIs: (kind, country) => `${kind}${country === '' ? '' : `, ${country}`}.`,
  asOf: (day) => `Stand ${day}`,
  asOfSentence: (day) => stopped(`Stand ${day}`),
  profileAsOf: (day) => stopped(`Stand des Profils ${day}`),
  maybeStale: 'Womöglich veraltet: noch nicht bestätigt.',
  maybeStaleSince: (day) => stopped(`Womöglich veraltet: zuletzt bestätigt am ${day}`),
  from: (feed) => ['Aus dem Feed ', feed],
  why: {
    known: (surface, tongue) => `${quote(surface)} ist ein bekannter Name${asTongue(tongue)}`,
    wayToWrite: (surface, alias, tongue) => `${quote(surface)} ist eine Schreibweise von ${quote(alias)}${asTongue(tongue)}`,
    formOf: (surface, alias, tongue) => `${quote(surface)} ist eine Form von ${quote(alias)}${asTongue(tongue)}`,
    otherLetters: (surface, alias, tongue) => `${quote(surface)} ist ${quote(alias)} in anderer Schrift${asTongue(tongue)}`,
    clear: (sentence) => `${sentence}, für sich allein eindeutig.`,
    fullName: (name) => `Der volle Name, ${quote(name)}, steht auf dieser Seite.`,
    office: (title) => `Daneben steht das Amt ${quote(title)}.`,
    officeThen: (title) => `Daneben steht das Amt ${quote(title)}, das damals ausgeübt wurde.`,
    officeEarlier: (title) => `Daneben steht das Amt ${quote(title)}, das damals schon beendet war.`,
    officeSoon: (title) => `Daneben steht das Amt ${quote(title)}, das bald darauf begann.`,
    related: (name) => `${isolated(name)} steht damit in Beziehung und wird auf dieser Seite genannt.`,
    word: (word) => `Das Wort ${quote(word)} steht auf dieser Seite.`,
    words: (words) => `Auf dieser Seite stehen Wörter vom Fach: ${words}.`,
    setting: (where) => `Die Seite gehört zu einem Teil der Presse, der über Verteidigung schreibt (${where}).`,
    byline: 'Der Name steht dort, wo ein Autor oder Fotograf genannt wird, der genauso heißen kann.',
    alone: 'Sonst ist auf dieser Seite weder von Ämtern noch von Verteidigung die Rede.',
    confirmed: 'Sie haben es bestätigt.',
    little: 'Es kann jemand oder etwas anderes gemeint sein: Auf der Seite spricht wenig dafür.',
    alsoMeans: (names) => `Dieselben Wörter können auch dies bedeuten: ${names}.`,
  },
  reached: {
    none: 'Auf dieser Seite ist kein Name markiert.',
    place: (n, of) => `${n} von ${of}`,
    placeInFrame: (n, of) => `${n} von ${of} in diesem Rahmen`,
    sure: (name, kind, place) => `${name}, ${kind}, ${place}`,
    uncertain: (name, kind, place) => `${name}, ${kind}, unsicher, ${place}`,
    fromStart: (sentence) => `Wieder von vorn: ${sentence}`,
    fromEnd: (sentence) => `Wieder von hinten: ${sentence}`,
  },
  card: { namedWith: 'Am häufigsten genannt mit', openProfile: 'Profil öffnen', explore: 'Protokoll erkunden' },
};
