import { useMemo } from 'preact/hooks';
import type { EntityId } from '../../core/profile.ts';
import { isShown } from './network-graph.ts';
import type { LinesShown, NetworkData, NetworkNode, NetworkWords } from './network-view.ts';
import { type Column, SortedTable } from './SortedTable.tsx';

export interface NetworkTablesProps {
  /** Sound: every line has its two nodes. */
  readonly data: NetworkData;
  readonly shown: LinesShown;
  readonly words: NetworkWords;
  readonly onEntity: (id: EntityId) => void;
  readonly onPair: (a: EntityId, b: EntityId) => void;
  /** A name has the focus, or lost it. */
  readonly onFocus: (id: EntityId | undefined) => void;
}

/** All that the picture shows, for the keyboard and to be read out: names, counted pairs, relations; each in a table of its own. */
export function NetworkTables(props: NetworkTablesProps) {
  const { data, shown, words } = props;
  const byId = useMemo(() => new Map(data.nodes.map((node) => [node.id, node])), [data]);
  const columns = useMemo(() => columnsOf(props, byId), [byId, words, props.onEntity, props.onPair]);
  const table = { words, language: words.language };
  return (
    <div class="network-tables">
      <SortedTable {...table} caption={words.names} rows={data.nodes} columns={columns.names} first={2} />
      {isShown('pair', shown) && data.pairs.length > 0 ? (
        <SortedTable {...table} caption={words.pairs} rows={data.pairs} columns={columns.pairs} first={2} />
      ) : undefined}
      {isShown('relation', shown) && data.relations.length > 0 ? (
        <SortedTable {...table} caption={words.relations} rows={data.relations} columns={columns.relations} first={0} />
      ) : undefined}
    </div>
  );
}

function columnsOf(props: NetworkTablesProps, byId: ReadonlyMap<EntityId, NetworkNode>) {
  const { words } = props;
  const nameOf = (id: EntityId) => byId.get(id)?.name ?? id;
  const entity = <R,>(heading: string, of: (row: R) => EntityId): Column<R> => ({
    heading,
    value: (row) => nameOf(of(row)),
    cell: (row) => <NameButton id={of(row)} name={nameOf(of(row))} onEntity={props.onEntity} onFocus={props.onFocus} />,
  });
  const count = <R,>(heading: string, value: (row: R) => number): Column<R> => ({
    heading,
    value,
    cell: (row) => words.number(value(row)),
  });
  const text = <R,>(heading: string, value: (row: R) => string): Column<R> => ({ heading, value, cell: value });
  type Pair = NetworkData['pairs'][number];
  type Relation = NetworkData['relations'][number];
  const evidence = (pair: Pair) => {
    const label = words.evidenceOf(nameOf(pair.a), nameOf(pair.b));
    return (
      <button type="button" class="plain" aria-label={label} onClick={() => props.onPair(pair.a, pair.b)}>
        {words.evidence}
      </button>
    );
  };
  return {
    names: [
      entity<NetworkNode>(words.name, ({ id }) => id),
      text<NetworkNode>(words.kind, ({ kind }) => words.kinds[kind]),
      count<NetworkNode>(words.articles, ({ articles }) => articles),
    ],
    pairs: [
      entity<Pair>(words.name, ({ a }) => a),
      entity<Pair>(words.name, ({ b }) => b),
      count<Pair>(words.articles, ({ articles }) => articles),
      count<Pair>(words.sentences, ({ sentences }) => sentences),
      count<Pair>(words.paragraphs, ({ paragraphs }) => paragraphs),
      { heading: words.evidence, cell: evidence } satisfies Column<Pair>,
    ],
    relations: [
      entity<Relation>(words.from, ({ from }) => from),
      text<Relation>(words.relation, ({ label }) => label),
      entity<Relation>(words.to, ({ to }) => to),
    ],
  };
}

function NameButton(props: Pick<NetworkTablesProps, 'onEntity' | 'onFocus'> & { readonly id: EntityId; readonly name: string }) {
  return (
    <button
      type="button"
      class="plain"
      dir="auto"
      onClick={() => props.onEntity(props.id)}
      onFocus={() => props.onFocus(props.id)}
      onBlur={() => props.onFocus(undefined)}
    >
      {props.name}
    </button>
  );
}
