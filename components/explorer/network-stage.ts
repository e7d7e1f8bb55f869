import Sigma from 'sigma';
import {
  extremityArrow,
  layerDashed,
  layerFill,
  layerPlain,
  pathCurved,
  pathLine,
  sdfCircle,
  sdfDiamond,
  sdfSquare,
  sdfTriangle,
} from 'sigma/rendering';
import type { EntityId } from '../../core/profile.ts';
import { type NetworkGraph, nearOf } from './network-graph.ts';
import { chooseLabels } from './network-labels.ts';
import type { Tones } from './network-look.ts';

/** The network on a canvas (WebGL 2, Sigma). All that touches Sigma is here; to be imported when `canDraw`: Sigma names WebGL as it loads. */
export interface StageOrder {
  readonly tones: Tones;
  /** Size of the letters in pixels, and their family. */
  readonly letters: number;
  readonly font: string;
  /** Nothing glides. */
  readonly still: boolean;
  readonly onNode: (id: EntityId) => void;
  /** Key of a line in the graph. */
  readonly onLine: (key: string) => void;
}

export interface Stage {
  /** Draws what was changed in the graph. */
  readonly refresh: () => void;
  /** Fades all but a node and its neighbours; undefined: nothing is faded. */
  readonly narrow: (id: EntityId | undefined) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly reset: () => void;
  /** The picture as it stands, on a canvas of its own; `below` more pixels of paper under it. */
  readonly copy: (below: number) => HTMLCanvasElement;
  readonly close: () => void;
}

/** From so many lines on they are drawn only at rest: software and small machines keep up then. */
const MANY_LINES = 4_000;
const LABEL_WAIT = 120;
const FADED = 0.12;

/** Sigma gives each shape one turn: a triangle that stands on its point is a shape of its own, beside the one that it calls. */
const WEDGE = {
  name: 'wedge',
  glsl: 'float sdf_wedge(vec2 uv, float size) { return sdf_triangle(uv, size, 0.0, 3.14159265); }',
  inradiusFactor: 0.5,
  uniforms: [],
};

const PRIMITIVES = {
  nodes: {
    shapes: [sdfCircle(), sdfSquare(), sdfDiamond(), sdfTriangle(), WEDGE],
    layers: [layerFill()],
    label: { margin: 4 },
  },
  edges: {
    paths: [pathLine(), pathCurved({ curvature: 0.2 })],
    extremities: [extremityArrow({ lengthRatio: 5, widthRatio: 4 })],
    variables: { solid: { type: 'color', default: '#00000000' }, dashes: { type: 'color', default: '#00000000' } },
    layers: [
      layerPlain({ color: { attribute: 'solid' } }),
      layerDashed({
        dashColor: { attribute: 'dashes' },
        dashSize: { value: 7, mode: 'pixels' },
        gapSize: { value: 5, mode: 'pixels' },
        solidExtremities: 'head',
      }),
    ],
  },
} as const;

/** Throws where WebGL 2 is not to be had. */
export function openStage(container: HTMLElement, graph: NetworkGraph, order: StageOrder): Stage {
  const sigma = sigmaOf(container, graph, order);
  let narrowed: EntityId | undefined;
  const labels = labelsOf(sigma, graph, order.letters, () => narrowed);
  const narrow = (id: EntityId | undefined) => {
    if (id === narrowed) return;
    narrowed = id === undefined || graph.hasNode(id) ? id : undefined;
    fade(sigma, graph, narrowed);
    labels.choose();
  };
  sigma.on('enterNode', ({ node }) => narrow(node));
  sigma.on('leaveNode', () => narrow(undefined));
  sigma.on('clickNode', ({ node }) => order.onNode(node));
  sigma.on('clickEdge', ({ edge }) => order.onLine(edge));
  const camera = sigma.getCamera();
  const glide = { duration: order.still ? 0 : 200 };
  return {
    refresh: () => {
      sigma.refresh({ schedule: true });
      labels.soon();
    },
    narrow,
    zoomIn: () => void camera.zoomIn(glide),
    zoomOut: () => void camera.zoomOut(glide),
    reset: () => void camera.reset(glide),
    copy: (below) => copyOf(sigma, order.tones.paper, below),
    close: () => {
      labels.stop();
      sigma.kill();
    },
  };
}

type Drawn = ReturnType<typeof sigmaOf>;

function sigmaOf(container: HTMLElement, graph: NetworkGraph, order: StageOrder) {
  const many = graph.size > MANY_LINES;
  return new Sigma(graph, container, {
    primitives: PRIMITIVES,
    customNodeState: { faded: false, named: false },
    customEdgeState: { faded: false },
    settings: {
      // Thousands of lines lie so close that none can be pointed at, and to look for one costs a drawing of them all.
      enableEdgeEvents: !many,
      enableNodeDrag: true,
      hideEdgesOnMove: many,
      labelRenderedSizeThreshold: 0,
      itemSizesReference: 'screen',
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      stagePadding: 40,
      ...(order.still ? { inertiaDuration: 0, zoomDuration: 0, doubleClickZoomingDuration: 0 } : {}),
    },
    styles: { nodes: nodeStyles(order), edges: edgeStyles(many) },
  });
}

/** No functions: with them, Sigma would weigh every node anew at each move. */
function nodeStyles({ tones, letters, font }: StageOrder) {
  return {
    x: { attribute: 'x' },
    y: { attribute: 'y' },
    size: { attribute: 'size' },
    color: { attribute: 'color' },
    shape: { attribute: 'shape' },
    label: { attribute: 'label' },
    labelColor: tones.ink,
    labelSize: letters,
    labelFont: font,
    labelBackgroundColor: `${tones.paper}b0`,
    labelBackgroundPadding: 1,
    opacity: ifState('faded', FADED, 1),
    labelVisibility: ifState('isHovered', 'visible', ifState('named', 'visible', 'hidden')),
    backdropVisibility: ifState('isHovered', 'visible', ifData('chosen', 'visible', 'hidden')),
    backdropArea: ifState('isHovered', 'both', 'node'),
    backdropColor: tones.paper,
    backdropBorderColor: tones.ink,
    backdropBorderWidth: ifData('chosen', 2, 1),
    backdropPadding: 4,
    backdropShadowBlur: 0,
    depth: ifState('isHovered', 'topNodes', 'nodes'),
    cursor: 'pointer',
  } as const;
}

function edgeStyles(many: boolean) {
  return {
    size: { attribute: 'size' },
    solid: { attribute: 'solid' },
    dashes: { attribute: 'dashes' },
    path: { attribute: 'of', dict: { pair: 'straight', relation: 'curved' } },
    head: { attribute: 'of', dict: { pair: 'none', relation: 'arrow' } },
    visibility: ifData('hidden', 'hidden', 'visible'),
    opacity: ifState('faded', FADED / 2, many ? 0.3 : 0.75),
    cursor: 'pointer',
  } as const;
}

/** Sigma's words for "if the item is in this state". */
function ifState<const S extends string, const A, const B>(whenState: S, yes: A, no: B) {
  // biome-ignore lint/suspicious/noThenProperty: Sigma's key; nobody awaits a style
  return { whenState, then: yes, else: no };
}

/** The same for an attribute of the item that is true. */
function ifData<const S extends string, const A, const B>(whenData: S, yes: A, no: B) {
  // biome-ignore lint/suspicious/noThenProperty: as above
  return { whenData, then: yes, else: no };
}

/** The names that are written follow the camera, once it rests. */
function labelsOf(sigma: Drawn, graph: NetworkGraph, letters: number, narrowed: () => EntityId | undefined) {
  let named: ReadonlySet<string> = new Set();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const choose = () => {
    const only = narrowed();
    const near = only === undefined ? undefined : nearOf(graph, only).nodes;
    const nodes = graph
      .filterNodes((id) => near === undefined || near.has(id))
      .map((id) => {
        const { x, y, size, label, chosen } = graph.getNodeAttributes(id);
        const rank = size + (id === only ? 1_000 : chosen ? 100 : 0);
        return { id, label, rank, size: sigma.scaleSize(size), ...sigma.graphToViewport({ x, y }) };
      });
    const next = chooseLabels(nodes, { ...sigma.getDimensions(), letters });
    sigma.setNodesState(
      [...named].filter((id) => !next.has(id) && graph.hasNode(id)),
      { named: false },
    );
    sigma.setNodesState(
      [...next].filter((id) => !named.has(id)),
      { named: true },
    );
    named = next;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(whenAtRest, LABEL_WAIT);
  };
  // Where a frame takes long, a pause between two of them is not yet rest.
  const whenAtRest = () => {
    const { isPanning, isZooming, isDragging } = sigma.getGraphState();
    if (isPanning || isZooming || isDragging) soon();
    else choose();
  };
  sigma.getCamera().on('updated', soon);
  sigma.on('resize', soon);
  sigma.on('nodeDragEnd', soon);
  return { choose, soon, stop: () => clearTimeout(timer) };
}

function fade(sigma: Drawn, graph: NetworkGraph, id: EntityId | undefined): void {
  const near = id === undefined ? undefined : nearOf(graph, id);
  const set = (faded: boolean) => {
    const is = (set: ReadonlySet<string> | undefined) => (key: string) => (set !== undefined && !set.has(key)) === faded;
    sigma.setNodesState(graph.filterNodes(is(near?.nodes)), { faded });
    sigma.setEdgesState(graph.filterEdges(is(near?.lines)), { faded });
  };
  set(true);
  set(false);
}

/** Drawn and copied in one go: what WebGL has drawn is gone after the frame. */
function copyOf(sigma: Drawn, paper: string, below: number): HTMLCanvasElement {
  sigma.refresh();
  const drawn = sigma.getStageCanvas();
  const canvas = document.createElement('canvas');
  canvas.width = drawn.width;
  canvas.height = drawn.height + below;
  const sheet = canvas.getContext('2d');
  if (sheet === null) throw new Error('no canvas to copy to');
  sheet.fillStyle = paper;
  sheet.fillRect(0, 0, canvas.width, canvas.height);
  sheet.drawImage(drawn, 0, 0);
  return canvas;
}
