import type { Day, Ledger } from './ledger.ts';
import type { EntityId } from './profile.ts';
import { type Filter, keptBy, type Tally } from './tally.ts';
import type { PairCounts } from './weights.ts';

/** What the ledger says of time. Articles count on their day: of publication, else the day on which they were first seen. */

export const STEPS = ['day', 'week', 'month'] as const;
export type Step = (typeof STEPS)[number];

/** The first day of the step in which a day lies; weeks begin on Monday. */
export function stepStart(day: Day, step: Step): Day {
  if (step === 'day') return day;
  // 1970-01-01 was a Thursday.
  if (step === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * 86_400_000);
  return Math.floor(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / 86_400_000);
}

export function nextStep(start: Day, step: Step): Day {
  return stepStart(start + (step === 'day' ? 1 : step === 'week' ? 7 : 31), step);
}

/** More points than this are no line any more. */
const MOST_POINTS = 1_500;

export interface Timeline {
  readonly step: Step;
  /** First day of each step, without gaps. */
  readonly starts: readonly Day[];
  /** By series, articles in each step: of all, then of each entity that was asked for. */
  readonly all: readonly number[];
  readonly of: readonly (readonly number[])[];
}

/** Articles over time. A step that would make too many points is widened. */
export function timelineOf(ledger: Ledger, tally: Tally, ids: readonly EntityId[], wanted: Step): Timeline {
  const [first, last] = spanIn(ledger, tally) ?? [0, -1];
  const step = STEPS.slice(STEPS.indexOf(wanted)).find((one) => startsOf(first, last, one).length <= MOST_POINTS) ?? 'month';
  const starts = startsOf(first, last, step);
  const place = new Map(starts.map((start, at) => [start, at]));
  const placeOf = (article: number) => place.get(stepStart(ledger.days[article] as Day, step)) as number;
  const all = starts.map(() => 0);
  for (let at = 0; at < ledger.ids.length; at++) if (tally.kept[at] === 1) count(all, placeOf(at));
  const series = new Map(ids.flatMap((id) => (ledger.numbers.has(id) ? [[ledger.numbers.get(id) as number, starts.map(() => 0)]] : [])));
  const { sightings } = ledger;
  for (let at = 0; at < sightings.entity.length; at++) {
    const line = series.get(sightings.entity[at] as number);
    const article = sightings.article[at] as number;
    if (line !== undefined && tally.kept[article] === 1) count(line, placeOf(article));
  }
  return { step, starts, all, of: ids.map((id) => series.get(ledger.numbers.get(id) ?? -1) ?? starts.map(() => 0)) };
}

function count(line: number[], at: number): void {
  line[at] = (line[at] as number) + 1;
}

function startsOf(first: Day, last: Day, step: Step): readonly Day[] {
  const starts: Day[] = [];
  for (let start = stepStart(first, step); start <= last && starts.length <= MOST_POINTS; start = nextStep(start, step)) starts.push(start);
  return starts;
}

/** First and last day of the articles that the filter leaves. */
export function spanIn(ledger: Ledger, tally: Pick<Tally, 'kept'>): readonly [Day, Day] | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < ledger.ids.length; at++) {
    if (tally.kept[at] !== 1) continue;
    first = Math.min(first, ledger.days[at] as Day);
    last = Math.max(last, ledger.days[at] as Day);
  }
  return first > last ? undefined : [first, last];
}

/** Who was named for the first time since a day, the most often named first. */
export function newNames(ledger: Ledger, since: Day): readonly { readonly id: EntityId; readonly first: Day; readonly articles: number }[] {
  const { sightings, entities, days } = ledger;
  const first = new Map<number, Day>();
  const articles = new Uint32Array(entities.length);
  for (let at = 0; at < sightings.entity.length; at++) {
    const [entity, day] = [sightings.entity[at] as number, days[sightings.article[at] as number] as Day];
    first.set(entity, Math.min(first.get(entity) ?? day, day));
    articles[entity] = (articles[entity] as number) + 1;
  }
  return [...first]
    .filter(([, day]) => day >= since)
    .map(([entity, day]) => ({ id: entities[entity] as EntityId, first: day, articles: articles[entity] as number }))
    .sort((x, y) => y.articles - x.articles || y.first - x.first || (x.id < y.id ? -1 : 1));
}

export interface Rising {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly now: PairCounts;
  readonly before: PairCounts;
}

export interface RisingAsk {
  readonly now: Filter;
  readonly before: Filter;
  /** Whether an entity may be in such a pair. */
  readonly keeps: (id: EntityId) => boolean;
  readonly most: number;
}

/**
 * Pairs that are named together in more articles now than before, the greatest rise first, then those with more sentences now. One walk for both spans: two
 * tallies would count all that is asked of neither.
 */
export function risingPairs(ledger: Ledger, { now, before, keeps, most }: RisingAsk): readonly Rising[] {
  const [isNow, wasBefore] = [keptBy(ledger, now), keptBy(ledger, before)];
  const { pairs, shares } = ledger;
  const kept = Uint8Array.from(ledger.entities, (id) => (keeps(id) ? 1 : 0));
  const rise = new Int32Array(pairs.a.length);
  const rising: number[] = [];
  for (let pair = 0, at = 0; pair < pairs.a.length; pair++) {
    let rises = 0;
    for (const end = shares.from[pair + 1] as number; at < end; at++) {
      const article = shares.article[at] as number;
      rises += (isNow[article] as number) - (wasBefore[article] as number);
    }
    if (rises <= 0 || kept[pairs.a[pair] as number] !== 1 || kept[pairs.b[pair] as number] !== 1) continue;
    rise[pair] = rises;
    rising.push(pair);
  }
  const sentences = new Map(strongest(rising, rise, most).map((pair) => [pair, countsIn(ledger, pair, isNow).sentences]));
  return [...sentences.keys()]
    .sort((x, y) => (rise[y] as number) - (rise[x] as number) || (sentences.get(y) as number) - (sentences.get(x) as number) || x - y)
    .slice(0, most)
    .map((pair) => ({
      a: ledger.entities[pairs.a[pair] as number] as EntityId,
      b: ledger.entities[pairs.b[pair] as number] as EntityId,
      now: countsIn(ledger, pair, isNow),
      before: countsIn(ledger, pair, wasBefore),
    }));
}

/** Those that rise at least as much as the one in place `most`: of hundred thousands that rise by one, only as many are looked at as there is room for. */
function strongest(rising: readonly number[], rise: Int32Array, most: number): readonly number[] {
  const least = Int32Array.from(rising, (pair) => rise[pair] as number)
    .sort()
    .at(-most);
  return least === undefined ? rising : rising.filter((pair) => (rise[pair] as number) >= least);
}

function countsIn({ shares }: Ledger, pair: number, kept: Uint8Array): PairCounts {
  const counts = { articles: 0, sentences: 0, paragraphs: 0 };
  for (let at = shares.from[pair] as number; at < (shares.from[pair + 1] as number); at++) {
    if (kept[shares.article[at] as number] !== 1) continue;
    counts.articles += 1;
    counts.sentences += shares.sentences[at] as number;
    counts.paragraphs += shares.paragraphs[at] as number;
  }
  return counts;
}
