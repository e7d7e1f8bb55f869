import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Looks } from '../../core/look.ts';
import type { EntityId } from '../../core/profile.ts';
import { NetworkLegend } from './NetworkLegend.tsx';
import { drawableOf, type NetworkGraph, paint, showLines } from './network-graph.ts';
import { type LegendRow, type Look, legendOf, tonesOf } from './network-look.ts';
import type { Stage, StageOrder } from './network-stage.ts';
import { networkSvg } from './network-svg.ts';
import type { ColouredBy, LinesShown, NetworkData, NetworkWords } from './network-view.ts';
import { saveFile } from './save-file.ts';
import { drawLegend, legendHeight, pngOf } from './save-network.ts';
import { useLayout } from './use-layout.ts';
import { useMedia } from './use-media.ts';

export interface NetworkPictureProps {
  /** Sound. */
  readonly data: NetworkData;
  readonly words: NetworkWords;
  readonly looks: Looks;
  readonly shown: LinesShown;
  readonly colouredBy: ColouredBy;
  /** A name outside the picture that has the focus. */
  readonly focus: EntityId | undefined;
  readonly onEntity: (id: EntityId) => void;
  readonly onPair: (a: EntityId, b: EntityId) => void;
  /** It cannot be drawn after all. */
  readonly onFail: () => void;
}

/** Letters in the picture against the text of the page. */
const LETTERS = 0.8125;

/** The network drawn, with its buttons and legend. To those who do not see it, it is one picture with a name; the tables hold the same. */
export function NetworkPicture(props: NetworkPictureProps) {
  const { data, words, shown } = props;
  const dark = useMedia('(prefers-color-scheme: dark)');
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const graph = useMemo(() => drawableOf(data), [data]);
  const stage = useRef<Stage>(null);
  const layout = useLayout(graph, data, still, () => stage.current?.refresh());
  const look = useMemo<Look>(
    () => ({ dark, colouredBy: props.colouredBy, looks: props.looks, groups: layout.groups }),
    [dark, props.colouredBy, props.looks, layout.groups],
  );
  useMemo(() => paint(graph, data, look), [graph, look]);
  useMemo(() => showLines(graph, shown), [graph, shown]);
  const container = useStage(props, graph, look, still, stage);
  useEffect(() => stage.current?.refresh(), [look, shown]);
  useEffect(() => stage.current?.narrow(props.focus), [props.focus]);
  const legend = useMemo(() => legendOf(data, look, words), [data, look, words]);
  const name = words.picture(data.nodes.length, data.pairs.length, data.relations.length);
  const waits = layout.state === 'still';
  return (
    <figure class="network-figure">
      <div class={waits ? 'network-stage waits' : 'network-stage'} role="img" aria-label={name} ref={container} />
      <p class="network-news muted" role="status">
        {layout.state === 'settled' ? '' : words.settling}
      </p>
      <Buttons stage={stage} graph={graph} look={look} legend={legend} words={words} title={name} />
      <NetworkLegend heading={words.legend} rows={legend} note={noteOf(data, words)} />
    </figure>
  );
}

function noteOf({ nodes }: NetworkData, words: NetworkWords): string {
  return nodes.some(({ chosen }) => chosen) ? `${words.legendSize} ${words.legendChosen}` : words.legendSize;
}

/** Opens the stage on the element that the ref is put on; again when the graph is another, or what Sigma takes only at the start. */
function useStage(props: NetworkPictureProps, graph: NetworkGraph, look: Look, still: boolean, stage: RefObject<Stage | null>) {
  const container = useRef<HTMLDivElement>(null);
  const now = useRef(props);
  now.current = props;
  // of the look only light and dark; what the events call is read when they come
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    let closed = false;
    const open = async () => {
      const { openStage } = await import('./network-stage.ts');
      if (closed) return;
      stage.current = openStage(element, graph, { ...lettersOf(element), tones: tonesOf(look), still, ...eventsOf(now) });
      stage.current.refresh();
    };
    open().catch(() => now.current.onFail());
    return () => {
      closed = true;
      stage.current?.close();
      stage.current = null;
    };
  }, [graph, look.dark, still]);
  return container;
}

/** As large as the reader has text. */
function lettersOf(element: HTMLElement): Pick<StageOrder, 'letters' | 'font'> {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { letters: LETTERS * rem, font: getComputedStyle(element).fontFamily };
}

/** What a click on a line means: its evidence if it is counted; a relation leads to whom it is asserted of. */
function eventsOf(now: RefObject<NetworkPictureProps>): Pick<StageOrder, 'onNode' | 'onLine'> {
  return {
    onNode: (id) => now.current?.onEntity(id),
    onLine: (key) => {
      const { data, onPair, onEntity } = now.current ?? {};
      const place = Number(key.slice(1));
      const pair = key.startsWith('p') ? data?.pairs[place] : undefined;
      if (pair) onPair?.(pair.a, pair.b);
      else if (key.startsWith('r')) onEntity?.(data?.relations[place]?.from ?? '');
    },
  };
}

function Buttons(props: {
  readonly stage: RefObject<Stage | null>;
  readonly graph: NetworkGraph;
  readonly look: Look;
  readonly legend: readonly LegendRow[];
  readonly words: NetworkWords;
  readonly title: string;
}) {
  const { stage, graph, look, legend, words } = props;
  const tones = tonesOf(look);
  const savePng = async () => {
    const scale = devicePixelRatio;
    const canvas = stage.current?.copy(Math.ceil(scale * legendHeight(legend.length)));
    if (canvas === undefined) return;
    drawLegend(canvas, legend, words.legendSize, tones, scale);
    saveFile(`${words.fileName}.png`, await pngOf(canvas));
  };
  const saveSvg = () => {
    const svg = networkSvg(graph, { title: props.title, legend, heading: words.legend, note: words.legendSize, tones });
    saveFile(`${words.fileName}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
  };
  const all: readonly (readonly [string, () => unknown])[] = [
    [words.zoomIn, () => stage.current?.zoomIn()],
    [words.zoomOut, () => stage.current?.zoomOut()],
    [words.reset, () => stage.current?.reset()],
    [words.savePng, savePng],
    [words.saveSvg, saveSvg],
  ];
  return (
    <div class="buttons">
      {all.map(([label, press]) => (
        <button key={label} type="button" class="button" onClick={press}>
          {label}
        </button>
      ))}
    </div>
  );
}
