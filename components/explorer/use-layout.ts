import { useEffect, useState } from 'preact/hooks';
import type { LayoutNews, LayoutOrder } from './layout-worker.ts';
import { layoutTaskOf, type NetworkGraph, place } from './network-graph.ts';
import type { NetworkData } from './network-view.ts';

export interface Layout {
  /** Number of its group for each node of the data; empty until known. */
  readonly groups: Uint32Array;
  /** `still` while nothing has been placed that may be shown. */
  readonly state: 'still' | 'moving' | 'settled';
}

/** Drawing more nodes than this on the way would take the time from the layout itself. */
const LIVELY = 1_500;

const NOTHING: Layout = { groups: new Uint32Array(), state: 'still' };

/** Has a worker lay out the graph; `moved` after each picture. The worker ends when it has settled, or with the component. */
export function useLayout(graph: NetworkGraph, data: NetworkData, still: boolean, moved: () => void): Layout {
  const [layout, setLayout] = useState(NOTHING);
  // data goes with its graph, and a new `moved` is no reason to begin again
  useEffect(() => {
    setLayout(NOTHING);
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data: news }: MessageEvent<LayoutNews>) => {
      if (news.of === 'groups') {
        setLayout((old) => ({ ...old, groups: news.groups }));
        return;
      }
      place(graph, news.places);
      moved();
      setLayout((old) => ({ ...old, state: news.done ? 'settled' : 'moving' }));
    };
    // The places at the start are better than none.
    worker.onerror = () => setLayout((old) => ({ ...old, state: 'settled' }));
    worker.postMessage({ ...layoutTaskOf(graph, data), onTheWay: !still && graph.order <= LIVELY } satisfies LayoutOrder);
    return () => worker.terminate();
  }, [graph, still]);
  return layout;
}
