import { parsePack } from '../../core/pack.ts';
import type { Profile, Source } from '../../core/profile.ts';
import { lineOf } from '../../platform/lines.ts';
import type { CardView, EntityOnPage, EvidenceView, PageView, PairView, ProfileView, SearchHit } from '../../platform/messages.ts';
import { pageView } from './fakes.ts';

/** What the views are told of one record, as the background would tell it, with its texts wherever a text can stand. */
export interface NastyViews {
  readonly profile: Profile;
  readonly card: CardView;
  readonly page: PageView;
  readonly sheet: ProfileView;
  readonly hits: readonly SearchHit[];
  readonly pairs: readonly PairView[];
  readonly evidence: readonly EvidenceView[];
}

const TODAY = '2026-11-15';

export function viewsOf(lines: readonly string[]): NastyViews {
  const { header, records } = parsePack(lines.map((line) => `${line}\n`).join(''));
  const [record] = records;
  if (record === undefined) throw new Error('no record');
  const { profile, forms } = record;
  const words = { name: profile.name, line: lineOf(profile, TODAY), word: header.fieldWords[0] ?? '' };
  const pairs = [pairOf('Q3', profile), pairOf('Q4', profile)];
  return {
    profile,
    card: cardOf(record.profile, forms.at(-1)?.alias ?? profile.name, words, pairs),
    page: pageOf(
      profile,
      forms.map((form) => form.alias),
      words,
    ),
    sheet: { ...sheetOf(profile, words.line, header.sources), namedWith: pairs },
    hits: [{ id: profile.id, name: profile.name, kind: profile.kind, line: words.line, matched: profile.aliases[0]?.text ?? profile.name }],
    pairs,
    evidence: [evidenceOf(profile)],
  };
}

interface Words {
  readonly name: string;
  readonly line: string;
  readonly word: string;
}

/** Whatever can be said for a mark, said in the words of the record. */
function whyOf(alias: string, { name, word }: Words): EntityOnPage['surfaces'][number]['why'] {
  return {
    alias,
    lang: 'uk',
    how: 'declined',
    evidence: [
      { type: 'full-name-on-page', alias: name },
      { type: 'office', title: word, role: 'minister', held: 'earlier' },
      { type: 'related', entity: 'Q2' },
      { type: 'needed-word', word },
      { type: 'field-words', words: [word, word] },
      { type: 'confirmed' },
    ],
  };
}

const labels = (name: string) => ({ Q2: name, Q3: name });

function cardOf(profile: Profile, alias: string, words: Words, pairs: readonly PairView[]): CardView {
  return {
    spoken: { language: 'en', locale: 'en-GB' },
    id: profile.id,
    name: profile.name,
    kind: profile.kind,
    line: words.line,
    lineAsOf: '2026-01-01',
    feed: { id: 'f', title: profile.name, colour: 'blue' },
    ...(profile.country === undefined ? {} : { country: profile.country }),
    asOf: profile.asOf,
    certainty: 'uncertain',
    surface: 'Zorblats',
    why: whyOf(alias, words),
    labels: labels(profile.name),
    also: [{ id: 'Q3', name: profile.name }],
    pairs,
  };
}

function pageOf({ id, kind, name }: Profile, aliases: readonly string[], words: Words): PageView {
  const surfaces = aliases.map((alias, at) => ({ text: `Zorblat ${at}`, times: 1, certainty: 'sure' as const, why: whyOf(alias, words) }));
  const sure: EntityOnPage = {
    id,
    name,
    kind,
    line: words.line,
    lineAsOf: '2026-01-01',
    feed: { id: 'f', title: name, colour: 'blue' },
    times: 3,
    certainty: 'sure',
    surfaces,
    also: [],
    with: { name, sentences: 2 },
  };
  const maybe: EntityOnPage = { ...sure, id: 'Q5', certainty: 'uncertain' };
  const either: EntityOnPage = { ...maybe, id: 'Q6', also: [{ id: 'Q7', name }] };
  return { ...pageView, entities: [sure, maybe, either], labels: labels(name) };
}

function sheetOf(profile: Profile, line: string, sources: Readonly<Record<string, Source>>): Omit<ProfileView, 'namedWith'> {
  const feed = { id: 'f', title: profile.name, colour: 'blue' } as const;
  const seen = { articles: 1, first: '2026-01-01' };
  return { profile, line, sources, labels: labels(profile.name), origin: 'feed', feed, alsoIn: [feed], seen };
}

function pairOf(id: string, { name, kind }: Profile): PairView {
  return { id, name, kind, sentences: 2, paragraphs: 2, articles: 3, last: '2026-10-01' };
}

function evidenceOf({ id, name }: Profile): EvidenceView {
  const sentences = [{ text: `${name} and others.`, spans: [{ start: 0, end: name.length, id }] }];
  return { url: 'https://news.example/1', title: name, publisher: name, seen: '2026-10-01T08:00:00Z', level: 'sentence', sentences };
}
