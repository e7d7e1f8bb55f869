import fc from 'fast-check';
import Graph from 'graphology';
import gexfFormat from 'graphology-gexf';
import graphmlFormat from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import { gexf } from '../../platform/exchange/gexf.ts';
import { dayOf } from '../../platform/exchange/graph.ts';
import { graphml } from '../../platform/exchange/graphml.ts';
import type { Snapshot } from '../../platform/exchange/snapshot.ts';
import { fileOf, RUNS, snapshot } from './snapshots.ts';

type Loose = Readonly<Record<string, unknown>>;
interface Read {
  readonly nodes: Readonly<Record<string, Loose>>;
  readonly edges: Readonly<Record<string, Loose>>;
}

/** On purpose another expression than the writer's: what XML 1.0 can hold (production 2), by code point. */
function inXml(text: string): string {
  const allowed = (c: number) =>
    c === 9 || c === 10 || c === 13 || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
  const points = [...text].map((c) => c.codePointAt(0) as number).map((c) => (c >= 0xd800 && c <= 0xdfff ? 0xfffd : c));
  return points
    .filter(allowed)
    .map((c) => String.fromCodePoint(c))
    .join('');
}

const defined = (values: Loose): Loose =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, typeof value === 'string' ? inXml(value) : value]),
  );

/** What should be in the graph, from the snapshot itself. */
function expected({ entities, sightings, pairs, relations }: Snapshot): Read {
  const counts = (id: string) => {
    const own = sightings.filter(({ entity }) => entity === id);
    const days = own.map(({ date }) => date).sort();
    return { articles: own.length, times: own.reduce((sum, { times }) => sum + times, 0), first: days[0], last: days.at(-1) };
  };
  const known = entities.map(({ id, name, kind, country, source }) => [
    id,
    defined({ label: name, kind, country, origin: source, ...counts(id) }),
  ]);
  const ends = [...pairs.flatMap(({ a, b }) => [a, b]), ...relations.flatMap(({ from, to }) => [from, to])];
  const gone = ends.filter((id) => !entities.some((one) => one.id === id)).map((id) => [id, defined({ label: id, ...counts(id) })]);
  const counted = pairs.map(({ a, b, ...values }, i) => [`pair-${i + 1}`, { from: a, to: b, directed: false, is: 'pair', ...values }]);
  const stated = relations.map(({ from, to, type, office, since, until, on, source }, i) => {
    const [first, last] = [dayOf(since ?? on, 'first'), dayOf(until ?? on, 'last')];
    const days = first !== undefined && last !== undefined && first > last ? {} : { first, last };
    const values = {
      from,
      to,
      directed: true,
      is: 'relation',
      relation: type,
      office,
      since,
      until,
      on,
      'stated-by': source.title,
      'stated-at': source.url,
    };
    return [`relation-${i + 1}`, defined({ ...values, ...days })];
  });
  return { nodes: Object.fromEntries([...gone, ...known]), edges: Object.fromEntries([...counted, ...stated]) };
}

function read(graph: Graph): Read {
  const nodes = graph.mapNodes((id, values) => [id, values]);
  const edges = graph.mapEdges((id, values, from, to, _a, _b, undirected) => [id, { from, to, directed: !undirected, ...values }]);
  return { nodes: Object.fromEntries(nodes), edges: Object.fromEntries(edges) };
}

const without = ({ nodes, edges }: Read, ofNodes: readonly string[], ofEdges: readonly string[]): Read => {
  const less = (all: Read['nodes'], keys: readonly string[]) =>
    Object.fromEntries(
      Object.entries(all).map(([id, values]) => [id, Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)))]),
    );
  return { nodes: less(nodes, ofNodes), edges: less(edges, ofEdges) };
};

const mixed = (all: Snapshot) => all.pairs.length > 0 && all.relations.length > 0;

test('GEXF: graphology reads back nodes, edges and attributes', () => {
  let both = 0;
  fc.assert(
    fc.property(snapshot, (all) => {
      if (mixed(all)) both++;
      const graph = gexfFormat.parse(Graph, fileOf(gexf(all)));
      // Days are XML attributes that the library passes over; they have a test of their own. An empty label it takes for none.
      const wanted = without(expected(all), ['first', 'last'], ['first', 'last']);
      const found = without(read(graph), [], ['kind', 'weight']);
      expect(found).toEqual(wanted);
      graph.forEachEdge((_, { is, relation, kind, weight, articles }) => {
        expect({ kind, weight }).toEqual({ kind: relation ?? is, weight: articles });
      });
    }),
    RUNS,
  );
  expect(both).toBeGreaterThan(100);
});

test('GraphML: graphology reads back nodes, edges and attributes', () => {
  let both = 0;
  fc.assert(
    fc.property(snapshot, (all) => {
      if (mixed(all)) both++;
      expect(read(graphmlFormat.parse(Graph, fileOf(graphml(all))))).toEqual(expected(all));
    }),
    RUNS,
  );
  expect(both).toBeGreaterThan(100);
});

const SMALL: Snapshot = {
  made: '2026-11-29T12:00:00.000Z',
  filter: 'only <two> & "three"',
  entities: [{ id: 'Q1', kind: 'company', name: 'A & B <"\u0001\ud800\n', country: 'NO', aliases: [], source: 'packaged' }],
  articles: [],
  sightings: [
    { article: 1, entity: 'Q1', times: 2, date: '2026-02-01', seen: '2026-02-03T00:00:00.000Z' },
    { article: 2, entity: 'Q1', times: 1, date: '2026-01-01', seen: '2026-02-03T00:00:00.000Z' },
  ],
  sentences: [],
  pairs: [{ a: 'Q1', b: 'Q2', articles: 2, sentences: 1, paragraphs: 0, first: '2026-01-01', last: '2026-02-01' }],
  relations: [{ from: 'Q2', to: 'Q1', type: 'owns', since: '2014', until: '2024-02', source: { title: 'Register' } }],
  own: [],
  verdicts: [],
  annotations: [],
  lists: [],
};

test('GEXF: as the schema wants it, with days', () => {
  expect([...gexf(SMALL)].join('')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta lastmodifieddate="2026-11-29"><creator>Muster</creator><description>Muster: only &lt;two&gt; &amp; &quot;three&quot;</description></meta>
<graph defaultedgetype="undirected" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">
<attributes class="node"><attribute id="kind" title="kind" type="string"/><attribute id="country" title="country" type="string"/><attribute id="origin" title="origin" type="string"/><attribute id="articles" title="articles" type="integer"/><attribute id="times" title="times" type="integer"/></attributes>
<attributes class="edge"><attribute id="is" title="is" type="string"/><attribute id="relation" title="relation" type="string"/><attribute id="articles" title="articles" type="integer"/><attribute id="sentences" title="sentences" type="integer"/><attribute id="paragraphs" title="paragraphs" type="integer"/><attribute id="office" title="office" type="string"/><attribute id="since" title="since" type="string"/><attribute id="until" title="until" type="string"/><attribute id="on" title="on" type="string"/><attribute id="stated-by" title="stated-by" type="string"/><attribute id="stated-at" title="stated-at" type="string"/></attributes>
<nodes>
<node id="Q1" label="A &amp; B &lt;&quot;\ufffd&#10;" start="2026-01-01" end="2026-02-01"><attvalues><attvalue for="kind" value="company"/><attvalue for="country" value="NO"/><attvalue for="origin" value="packaged"/><attvalue for="articles" value="2"/><attvalue for="times" value="3"/></attvalues></node>
<node id="Q2" label="Q2"><attvalues><attvalue for="articles" value="0"/><attvalue for="times" value="0"/></attvalues></node>
</nodes>
<edges>
<edge id="pair-1" source="Q1" target="Q2" type="undirected" kind="pair" weight="2" start="2026-01-01" end="2026-02-01"><attvalues><attvalue for="is" value="pair"/><attvalue for="articles" value="2"/><attvalue for="sentences" value="1"/><attvalue for="paragraphs" value="0"/></attvalues></edge>
<edge id="relation-1" source="Q2" target="Q1" type="directed" kind="owns" start="2014-01-01" end="2024-02-29"><attvalues><attvalue for="is" value="relation"/><attvalue for="relation" value="owns"/><attvalue for="since" value="2014"/><attvalue for="until" value="2024-02"/><attvalue for="stated-by" value="Register"/></attvalues></edge>
</edges>
</graph>
</gexf>
`);
});

describe('a partial date at the start and at the end', () => {
  test.each([
    ['2014', '2014-01-01', '2014-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2026-11-29', '2026-11-29', '2026-11-29'],
    ['soon', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%s', (date, first, last) => {
    expect([dayOf(date, 'first'), dayOf(date, 'last')]).toEqual([first, last]);
  });
});
