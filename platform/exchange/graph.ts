import type { EntityId } from '../../core/profile.ts';
import { namings, type Snapshot, type SnapshotRelation } from './snapshot.ts';

/**
 * A snapshot as nodes and edges, for the formats that draw. A pair is a count and a relation is a statement: they are edges of their own,
 * told apart by `is`, and never added up.
 */
export interface GraphNode {
  readonly id: EntityId;
  readonly label: string;
  /** ISO days; undefined for what is named nowhere. */
  readonly first?: string;
  readonly last?: string;
  readonly values: Values<typeof NODE_COLUMNS>;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly directed: boolean;
  /** ISO days, the first and the last on which it holds, where that is known. */
  readonly first?: string;
  readonly last?: string;
  readonly values: Values<typeof EDGE_COLUMNS>;
}

type Column = { readonly id: string; readonly type: 'string' | 'integer' };
type Values<C extends readonly Column[]> = { readonly [K in C[number]['id']]?: string | number };

export const NODE_COLUMNS = [
  { id: 'kind', type: 'string' },
  { id: 'country', type: 'string' },
  { id: 'origin', type: 'string' },
  { id: 'articles', type: 'integer' },
  { id: 'times', type: 'integer' },
] as const;

/** None is called as programs call columns of their own: source, target, type, weight, interval. */
export const EDGE_COLUMNS = [
  { id: 'is', type: 'string' },
  { id: 'relation', type: 'string' },
  { id: 'articles', type: 'integer' },
  { id: 'sentences', type: 'integer' },
  { id: 'paragraphs', type: 'integer' },
  { id: 'office', type: 'string' },
  { id: 'since', type: 'string' },
  { id: 'until', type: 'string' },
  { id: 'on', type: 'string' },
  { id: 'stated-by', type: 'string' },
  { id: 'stated-at', type: 'string' },
] as const;

/** All entities, and bare nodes for ids that a pair or a relation names and that are not among them (any more): programs refuse edges to nowhere. */
export function* nodesOf(snapshot: Snapshot): Generator<GraphNode> {
  const named = namings(snapshot);
  const done = new Set<EntityId>();
  for (const { id, name, kind, country, source } of snapshot.entities) {
    if (done.has(id)) continue;
    done.add(id);
    const { articles = 0, times = 0, first, last } = named.get(id) ?? {};
    yield { id, label: name, first, last, values: { kind, country, origin: source, articles, times } };
  }
  const ends = [...snapshot.pairs.flatMap(({ a, b }) => [a, b]), ...snapshot.relations.flatMap(({ from, to }) => [from, to])];
  for (const id of new Set(ends)) {
    if (done.has(id)) continue;
    const { articles = 0, times = 0, first, last } = named.get(id) ?? {};
    yield { id, label: id, first, last, values: { articles, times } };
  }
}

export function* edgesOf({ pairs, relations }: Snapshot): Generator<GraphEdge> {
  for (const [i, { a, b, articles, sentences, paragraphs, first, last }] of pairs.entries()) {
    const values = { is: 'pair', articles, sentences, paragraphs };
    yield { id: `pair-${i + 1}`, from: a, to: b, directed: false, first, last, values };
  }
  for (const [i, relation] of relations.entries()) {
    const { from, to, type, office, since, until, on, source } = relation;
    const values = { is: 'relation', relation: type, office, since, until, on, 'stated-by': source.title, 'stated-at': source.url };
    yield { id: `relation-${i + 1}`, from, to, directed: true, ...spanOf(relation), values };
  }
}

/** Programs want whole days: a partial date is stretched to its first day at the start, to its last at the end. What it said stays in the values. */
function spanOf({ since, until, on }: SnapshotRelation): { readonly first?: string; readonly last?: string } {
  const first = dayOf(since ?? on, 'first');
  const last = dayOf(until ?? on, 'last');
  return first !== undefined && last !== undefined && first > last ? {} : { first, last };
}

export function dayOf(date: string | undefined, end: 'first' | 'last'): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date ?? '') ?? [];
  if (year === undefined) return undefined;
  if (end === 'first') return `${year}-${month ?? '01'}-${day ?? '01'}`;
  const lastMonth = month ?? '12';
  const lastDay = new Date(Date.UTC(Number(year), Number(lastMonth), 0)).getUTCDate();
  return `${year}-${lastMonth}-${day ?? String(lastDay).padStart(2, '0')}`;
}
