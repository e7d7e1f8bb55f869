// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawableOf, isShown, layoutTaskOf, nearOf, paint, showLines, soundData } from '../../components/explorer/network-graph.ts';
import { chooseLabels, type Labelled, labelBox } from '../../components/explorer/network-labels.ts';
import { groupsOf, settle } from '../../components/explorer/network-layout.ts';
import { coloursOf, FIRST_LOOK, legendOf, TONES } from '../../components/explorer/network-look.ts';
import { crowding, RADIUS, radiusOf, startOf, WIDTH, widthOf } from '../../components/explorer/network-scale.ts';
import { escaped, networkSvg } from '../../components/explorer/network-svg.ts';
import type { NetworkData, NetworkRelation } from '../../components/explorer/network-view.ts';
import { DEFAULT_LOOKS } from '../../core/look.ts';
import { KINDS } from '../../core/profile.ts';
import { data, node, pair, relation, words } from './fake-network.ts';

function groupsOfData(): Uint32Array {
  return groupsOf(data.nodes.length, layoutTaskOf(drawableOf(data), data).pairs);
}

describe('sizes', () => {
  const value = fc.double({ min: 0, max: 1e6, noNaN: true });
  test.each([
    ['radius', radiusOf, RADIUS],
    ['width', widthOf, WIDTH],
  ] as const)('%s grows with the value and stays in its bounds', (_, size, [least, greatest]) => {
    fc.assert(
      fc.property(value, value, value, (one, other, most) => {
        const [low, high] = [size(Math.min(one, other), most), size(Math.max(one, other), most)];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(least);
        expect(high).toBeLessThanOrEqual(greatest);
      }),
    );
  });

  test.each([
    [0, RADIUS[0]],
    [25, (RADIUS[0] + RADIUS[1]) / 2],
    [100, RADIUS[1]],
  ])('%d articles of 100', (articles, radius) => {
    expect(radiusOf(articles, 100)).toBe(radius);
  });

  test.each([
    [1, 1],
    [60, 1],
    [500, 0.476],
    [5_000, 0.213],
  ])('%d nodes are drawn at %d', (order, scale) => {
    expect(crowding(order)).toBeCloseTo(scale, 3);
  });
});

describe('places', () => {
  test('start inside the circle, the same again for the same id', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const { x, y } = startOf(id, 10);
        expect(Math.hypot(x, y)).toBeLessThanOrEqual(10 + 1e-9);
        expect(startOf(id, 10)).toEqual({ x, y });
      }),
    );
  });

  test('of ids that differ in one digit lie apart', () => {
    const places = Array.from({ length: 500 }, (_, i) => startOf(`Q${i}`, 1));
    expect(new Set(places.map(({ x, y }) => `${x.toFixed(4)} ${y.toFixed(4)}`)).size).toBe(500);
  });

  test('settle the same way twice, end once, and bring a group together', () => {
    const task = layoutTaskOf(drawableOf(data), data);
    const groups = groupsOfData();
    const [steps, again] = [[...settle(task, groups)], [...settle(task, groups)]];
    expect(steps.map(({ done }) => done)).toEqual([...steps.slice(1).map(() => false), true]);
    expect(again).toEqual(steps);
    const end = steps.at(-1)?.places ?? new Float64Array();
    const distance = (a: number, b: number) =>
      Math.hypot((end[2 * a] ?? 0) - (end[2 * b] ?? 0), (end[2 * a + 1] ?? 0) - (end[2 * b + 1] ?? 0));
    expect(distance(0, 1)).toBeLessThan(distance(0, 5));
    expect([...end].every(Number.isFinite)).toBe(true);
  });

  test.each([0, 1, 2])('%d nodes without lines', (order) => {
    const few = { nodes: data.nodes.slice(0, order), pairs: [], relations: [] };
    const steps = [...settle(layoutTaskOf(drawableOf(few), few), groupsOf(order, new Float64Array()))];
    expect(steps.at(-1)?.done).toBe(true);
    expect(steps.at(-1)?.places).toHaveLength(2 * order);
  });
});

describe('groups', () => {
  test('are told by counted pairs, not by relations', () => {
    const [a, b, , , e, , , h, z] = groupsOfData();
    expect(a).toBe(b);
    expect(e).toBe(h);
    expect(new Set([a, e, z]).size).toBe(3);
  });

  test('colour: the large ones each have theirs, the rest one', () => {
    const colours = coloursOf(data.nodes, { ...FIRST_LOOK, colouredBy: 'group', groups: groupsOfData() });
    expect(new Set(colours).size).toBe(3);
    expect(colours[0]).toBe(colours[3]);
    expect(colours.at(-1)).toBe(TONES.light.edge);
  });

  test('legend names each by its most named member', () => {
    const rows = legendOf(data, { ...FIRST_LOOK, colouredBy: 'group', groups: groupsOfData() }, words).map((row) => row.words);
    expect(rows).toEqual([
      'Company',
      'Official',
      'Name a and 3 more',
      'Name e and 3 more',
      'Smaller groups',
      'Counted line',
      'Asserted line',
    ]);
  });
});

describe('colours', () => {
  const css = readFileSync('components/style.css', 'utf8');
  test.each(['paper', 'ink', 'muted', 'edge'] as const)('--%s is that of style.css', (tone) => {
    expect(css).toContain(`--${tone}: light-dark(${TONES.light[tone]}, ${TONES.dark[tone]});`);
  });

  test('kinds follow the reader’s looks', () => {
    const looks = { ...DEFAULT_LOOKS, looks: { ...DEFAULT_LOOKS.looks, company: { line: 'solid', colour: 'teal' } } } as const;
    const nodes = KINDS.map((kind) => node(kind, 1, kind));
    const [before, after] = [coloursOf(nodes, FIRST_LOOK), coloursOf(nodes, { ...FIRST_LOOK, looks })];
    expect(after[0]).not.toBe(before[0]);
    expect(after.slice(1)).toEqual(before.slice(1));
  });
});

describe('graph', () => {
  test('leaves out what does not hang together', () => {
    const broken = {
      nodes: [node('a'), node('a', 9), node('b')],
      pairs: [pair('a', 'b'), pair('a', 'a'), pair('a', 'x')],
      relations: [relation('x', 'b')],
    };
    expect(soundData(broken)).toEqual({ nodes: [node('a'), node('b')], pairs: [pair('a', 'b')], relations: [] });
  });

  test.each([
    ['both', true, true],
    ['counted', true, false],
    ['asserted', false, true],
  ] as const)('%s', (shown, pairs, relations) => {
    const graph = drawableOf(data);
    showLines(graph, shown);
    expect([isShown('pair', shown), isShown('relation', shown)]).toEqual([pairs, relations]);
    expect(graph.filterEdges((_, { hidden }) => !hidden)).toHaveLength((pairs ? data.pairs.length : 0) + (relations ? 2 : 0));
    expect([...nearOf(graph, 'z').nodes]).toEqual(relations ? ['z', 'a'] : ['z']);
  });
});

describe('names', () => {
  const labelled = fc.array(
    fc.record({
      label: fc.string({ maxLength: 30 }),
      x: fc.integer({ min: -50, max: 850 }),
      y: fc.integer({ min: -50, max: 650 }),
      size: fc.integer({ min: 1, max: 18 }),
      rank: fc.nat(5),
    }),
    { maxLength: 120 },
  );
  const sheet = { width: 800, height: 600, letters: 13 };

  test('never cover one another, stand on the sheet, and the first is written if no large node is in its way', () => {
    fc.assert(
      fc.property(labelled, (list) => {
        const nodes: readonly Labelled[] = list.map((one, i) => ({ ...one, id: `n${i}` }));
        const boxes = nodes.filter(({ id }) => chooseLabels(nodes, sheet).has(id)).map((one) => labelBox(one, sheet.letters));
        for (const [i, a] of boxes.entries()) {
          for (const b of boxes.slice(i + 1))
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
        }
        const small = nodes.filter((one) => one.x >= 0 && one.x <= 800 && one.y >= 0 && one.y <= 600).map((one) => ({ ...one, size: 3 }));
        expect(chooseLabels(small, sheet).size > 0).toBe(small.length > 0);
      }),
    );
  });

  test('the higher rank goes first', () => {
    const at = (id: string, rank: number) => ({ id, label: 'Acme', x: 100, y: 100, size: 3, rank });
    expect([...chooseLabels([at('a', 1), at('b', 2)], sheet)]).toEqual(['b']);
  });
});

describe('SVG', () => {
  const draw = (of: NetworkData, shown: 'both' | 'counted' | 'asserted' = 'both') => {
    const graph = drawableOf(of);
    paint(graph, of, FIRST_LOOK);
    showLines(graph, shown);
    return networkSvg(graph, {
      title: 'T',
      legend: legendOf(of, FIRST_LOOK, words),
      heading: 'Legend',
      note: 'Note',
      tones: TONES.light,
    });
  };
  const parsed = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml');

  test('what is asserted and over is drawn paler, and the legend says so; only where there is such a one', () => {
    const [first, ...rest] = data.relations;
    const over = { ...data, relations: [{ ...(first as NetworkRelation), over: true }, ...rest] };
    const dashes = (svg: string) => [...parsed(svg).querySelectorAll('path[stroke-dasharray]')].map((path) => path.getAttribute('stroke'));
    expect(new Set(dashes(draw(over))).size).toBe(2);
    expect(draw(over)).toContain('Asserted line that is over');
    expect(new Set(dashes(draw(data))).size).toBe(1);
    expect(draw(data)).not.toContain('that is over');
  });

  test.each([
    ['both', 13, 2],
    ['counted', 13, 0],
    ['asserted', 0, 2],
  ] as const)('%s: counted lines solid, asserted ones dashed', (shown, solid, dashed) => {
    const paths = [...parsed(draw(data, shown)).querySelectorAll('path[stroke]')].slice(0, -2);
    expect(paths.filter((path) => !path.hasAttribute('stroke-dasharray'))).toHaveLength(solid);
    expect(paths.filter((path) => path.hasAttribute('stroke-dasharray'))).toHaveLength(dashed);
  });

  test('a name cannot become markup', () => {
    const name = '<script>alert("x")</script>&\u0000';
    const root = parsed(draw({ nodes: [{ ...node('a'), name }], pairs: [], relations: [] }));
    expect(root.querySelector('script')).toBeNull();
    expect([...root.querySelectorAll('text')].map((text) => text.textContent)).toContain('<script>alert("x")</script>&');
  });

  test('any text comes out as text that XML may hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const svg = escaped(text);
        expect(svg).not.toMatch(/[<>"']|&(?!#\d+;)/);
        expect([...svg].every((sign) => sign >= ' ' || '\t\n\r'.includes(sign))).toBe(true);
        expect(svg.isWellFormed()).toBe(true);
      }),
    );
  });

  test('nothing and a single node are drawn without NaN', () => {
    for (const nodes of [[], [node('a')]]) expect(draw({ nodes, pairs: [], relations: [] })).not.toMatch(/NaN|Infinity/);
  });
});
