import { type EntityId, KINDS, type Kind } from '../../core/profile.ts';
import { LEVELS, type Level } from '../../core/weights.ts';

/** Where the reader is in the explorer, as its address says it: what can be seen can be linked to, and "back" goes back. */

export const VIEWS = ['network', 'timeline', 'articles', 'entity', 'compare'] as const;
export type View = (typeof VIEWS)[number];

/** What is left out is not narrowed. */
export interface PlaceFilter {
  /** ISO days, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kinds: readonly Kind[];
  readonly countries: readonly string[];
  readonly publishers: readonly string[];
  /** Ids of the reader's lists: who is on one of them. */
  readonly lists: readonly string[];
  readonly level: Level;
  /** Least strength of a pair. */
  readonly least: number;
}

export interface ExplorerPlace {
  readonly view: View;
  readonly ids: readonly EntityId[];
  readonly depth: 1 | 2;
  readonly filter: PlaceFilter;
  /** Words to find in titles and sentences. */
  readonly text: string;
  /** Two whose evidence is open. */
  readonly pair?: readonly [EntityId, EntityId];
}

export const EVERYTHING: PlaceFilter = { kinds: [], countries: [], publishers: [], lists: [], level: 'article', least: 1 };
export const START: ExplorerPlace = { view: 'network', ids: [], depth: 1, filter: EVERYTHING, text: '' };

/** More than these are no comparison and no picture any more. */
const MOST_IDS = 20;

/** What the address does not say, or says in a way that makes no sense, is as at the start. */
export function readPlace(search: string): ExplorerPlace {
  const asked = new URLSearchParams(search);
  const one = <T extends string>(key: string, of: readonly T[], otherwise: T): T =>
    of.find((known) => known === asked.get(key)) ?? otherwise;
  const day = (key: string) => {
    const value = asked.get(key) ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? { [key]: value } : {};
  };
  const all = (key: string) => [...new Set(asked.getAll(key).filter((value) => value !== ''))];
  const ids = all('e').slice(0, MOST_IDS);
  const [a, b] = asked.getAll('pair');
  const least = Number(asked.get('least') ?? '1');
  return {
    view: one('view', VIEWS, ids.length === 1 && !asked.has('view') ? 'entity' : START.view),
    ids,
    depth: asked.get('depth') === '2' ? 2 : 1,
    filter: {
      ...day('from'),
      ...day('to'),
      kinds: KINDS.filter((kind) => all('kind').includes(kind)),
      countries: all('country'),
      publishers: all('publisher'),
      lists: all('list'),
      level: one('level', LEVELS, EVERYTHING.level),
      least: Number.isSafeInteger(least) && least > 1 ? least : 1,
    },
    text: asked.get('q') ?? '',
    ...(a === undefined || b === undefined || a === '' || b === '' || a === b ? {} : { pair: [a, b] as const }),
  };
}

/** The address of a place, from the question mark on; only what differs from the start. */
export function writePlace({ view, ids, depth, filter, text, pair }: ExplorerPlace): string {
  const said: (readonly [string, string])[] = [
    ['view', view],
    ...ids.map((id) => ['e', id] as const),
    ...(depth === 2 ? [['depth', '2'] as const] : []),
    ...(filter.from === undefined ? [] : [['from', filter.from] as const]),
    ...(filter.to === undefined ? [] : [['to', filter.to] as const]),
    ...filter.kinds.map((kind) => ['kind', kind] as const),
    ...filter.countries.map((country) => ['country', country] as const),
    ...filter.publishers.map((publisher) => ['publisher', publisher] as const),
    ...filter.lists.map((list) => ['list', list] as const),
    ...(filter.level === EVERYTHING.level ? [] : [['level', filter.level] as const]),
    ...(filter.least === 1 ? [] : [['least', `${filter.least}`] as const]),
    ...(text === '' ? [] : [['q', text] as const]),
    ...(pair ?? []).map((id) => ['pair', id] as const),
  ];
  return `?${new URLSearchParams(said.map(([key, value]) => [key, value]))}`;
}

/** Whether anything is left out but by the level and by who is chosen. */
export function isNarrowed({ from, to, kinds, countries, publishers, lists, least }: PlaceFilter): boolean {
  return from !== undefined || to !== undefined || kinds.length + countries.length + publishers.length + lists.length > 0 || least > 1;
}
