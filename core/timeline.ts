import type { Day, Ledger } from './ledger.ts';
import type { EntityId } from './profile.ts';
import { articlesIn, countsOf, strengthIn, type Tally } from './tally.ts';
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

/** Pairs that are named together in more articles now than in the span before, the greatest rise first. Both tallies are of one ledger. */
export function risingPairs(ledger: Ledger, now: Tally, before: Tally, most: number): readonly Rising[] {
  const rise = (pair: number) => articlesIn(now, pair) - articlesIn(before, pair);
  const rising: number[] = [];
  for (let pair = 0; pair < ledger.pairs.a.length; pair++) if (rise(pair) > 0) rising.push(pair);
  return rising
    .sort((x, y) => rise(y) - rise(x) || strengthIn(now, y, 'sentence') - strengthIn(now, x, 'sentence') || x - y)
    .slice(0, most)
    .map((pair) => ({
      a: ledger.entities[ledger.pairs.a[pair] as number] as EntityId,
      b: ledger.entities[ledger.pairs.b[pair] as number] as EntityId,
      now: countsOf(now, pair),
      before: countsOf(before, pair),
    }));
}
