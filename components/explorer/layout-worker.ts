import { groupsOf, type LayoutTask, settle } from './network-layout.ts';

/**
 * Lays out a network off the main thread, and ends. A file of our own: graphology's worker is made from a Blob, which the policy of
 * our pages (scripts/permissions.ts) does not let run.
 */
export interface LayoutOrder extends LayoutTask {
  /** Also the pictures on the way; without it, only the settled one. */
  readonly onTheWay: boolean;
}

export type LayoutNews =
  | { readonly of: 'groups'; readonly groups: Uint32Array }
  | { readonly of: 'places'; readonly places: Float64Array; readonly done: boolean };

const worker = self as unknown as {
  onmessage: ((event: MessageEvent<LayoutOrder>) => void) | undefined;
  postMessage(news: LayoutNews): void;
  close(): void;
};

worker.onmessage = ({ data }) => {
  const groups = groupsOf(data.start.length / 2, data.pairs);
  worker.postMessage({ of: 'groups', groups });
  for (const { places, done } of settle(data, groups)) {
    if (done || data.onTheWay) worker.postMessage({ of: 'places', places, done });
  }
  worker.close();
};
