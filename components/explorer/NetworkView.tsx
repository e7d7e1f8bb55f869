import { useContext, useMemo } from 'preact/hooks';
import { type Graph, graphOf } from '../../core/graph.ts';
import { date, localeNow, number } from '../../locales/format.ts';
import { say } from '../../locales/say.ts';
import { ui } from '../../locales/ui.ts';
import type { SnapshotRelation } from '../../platform/exchange/snapshot.ts';
import { Asking } from '../Asking.tsx';
import { useAsked } from '../asked.ts';
import { ReaderLooks } from '../Name.tsx';
import { term } from '../words.ts';
import { keeping } from './log.ts';
import { Network } from './Network.tsx';
import type { NetworkData, NetworkWords } from './network-view.ts';
import type { ViewProps } from './view.ts';

const MOST_NODES = 500;
/** With nobody chosen, a picture that can be read at once. */
const FIRST_NODES = 60;
const MOST_PAIRS = 3_000;

/** Who is named with whom, as a picture and as a table. */
export function NetworkView(props: ViewProps) {
  const { api, log, tally, place, go } = props;
  const graph = useMemo(
    () =>
      graphOf(log.ledger, tally, {
        chosen: place.ids,
        depth: place.depth,
        level: place.filter.level,
        least: place.filter.least,
        keeps: keeping(log, place.filter),
        mostNodes: place.ids.length === 0 ? FIRST_NODES : MOST_NODES,
        mostPairs: MOST_PAIRS,
      }),
    [log, tally, place.ids.join(), place.depth, place.filter],
  );
  const ids = graph.nodes.map(({ id }) => id);
  const [relations, again] = useAsked(() => api.relations({ ids }), ids.join());
  return (
    <section aria-labelledby="network-heading">
      <h2 id="network-heading">{ui.explorer.view.network}</h2>
      {place.ids.length === 0 ? undefined : (
        <fieldset class="steps">
          <legend class="visually-hidden">{ui.explorer.depth}</legend>
          {([1, 2] as const).map((depth) => (
            <label key={depth} class="choice">
              <input type="radio" name="depth" checked={place.depth === depth} onChange={() => go({ ...place, depth })} />
              <span>{ui.explorer.depths[depth]}</span>
            </label>
          ))}
        </fieldset>
      )}
      <p class="muted" role="status">
        {sizeOf(graph)}
      </p>
      {graph.nodes.length === 0 ? (
        <p class="empty">{ui.explorer.nobody}</p>
      ) : (
        // Not before what is asserted is known: the picture would be laid out twice.
        <Asking asked={relations} what={ui.explorer.what} again={() => void again()}>
          {(asserted) => <Drawn {...props} graph={graph} asserted={asserted} />}
        </Asking>
      )}
    </section>
  );
}

interface DrawnProps extends ViewProps {
  readonly graph: Graph;
  readonly asserted: readonly SnapshotRelation[];
}

function Drawn({ log, graph, asserted, open, pair }: DrawnProps) {
  const looks = useContext(ReaderLooks);
  const data = useMemo(() => dataOf(graph, log, asserted), [graph, log, asserted]);
  return <Network data={data} onEntity={open} onPair={pair} words={networkWords()} looks={looks} />;
}

function networkWords(): NetworkWords {
  return { ...ui.explorer.network, kinds: say.kinds, number, language: localeNow() };
}

/** What is left out is said. */
function sizeOf({ nodes, pairs, of }: Graph): string {
  const shown = ui.explorer.graph(nodes.length, pairs.length);
  const whole = nodes.length < of.nodes || pairs.length < of.pairs;
  return whole ? `${shown} ${ui.explorer.graphOf(of.nodes, of.pairs)}` : shown;
}

function dataOf(graph: Graph, log: ViewProps['log'], asserted: readonly SnapshotRelation[]): NetworkData {
  const today = new Date().toISOString();
  return {
    nodes: graph.nodes.map(({ id, articles, chosen }) => {
      const { name, kind, country } = log.who(id);
      return { id, name, kind, articles, chosen, ...(country === undefined ? {} : { country: country.name }) };
    }),
    pairs: graph.pairs,
    relations: asserted.map((one) => ({ from: one.from, to: one.to, type: one.type, label: assertedWords(one), over: isOver(one, today) })),
  };
}

/** Partial dates compare by what they state: "until 2026-07" is over once July has begun. */
function isOver({ until }: SnapshotRelation, today: string): boolean {
  return until !== undefined && until <= today.slice(0, until.length);
}

/** With its time: an office that was left is not held. */
function assertedWords({ type, office, since, until, on }: SnapshotRelation): string {
  const what = type === 'office' ? (office ?? '') : ui.explorer.relations[type];
  return [what, on === undefined ? '' : date(on), term(since, until)].filter((part) => part !== '').join(', ');
}
