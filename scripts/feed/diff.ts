import { join } from 'node:path';
import { diffLines, headerPatch, writeDelta } from '../../core/delta.ts';
import { type DeltaFile, deltaPath, MOST_DELTAS } from '../../core/manifest.ts';
import { sha256Of } from './files.ts';
import { newestRoot } from './roots.ts';
import { needDraft, type Places, readHistory, readPackText, storeText, type Version, writeDraft } from './store.ts';
import { splitPack } from './versions.ts';

/** A delta that is larger than this part of the pack is left out: readers would not take it (`planUpdate`). */
const WORTH = 0.5;

export interface Diffed {
  readonly made: readonly DeltaFile[];
  readonly tooLarge: readonly Version[];
  /** Their packs were pruned: readers who have them fetch the whole pack. */
  readonly gone: readonly Version[];
}

/** Deltas from each of the last versions straight to the draft, never from one to the next: a chain has as many ways to break as links. */
export function makeDeltas(places: Places, last = MOST_DELTAS): Diffed {
  const draft = needDraft(places);
  const text = readPackText(places, draft.pack.sha256);
  if (text === undefined) throw new Error(`packs/${draft.pack.sha256}.jsonl.gz: the pack of the draft is gone; build it again`);
  // Who has a revoked version drops it before anything else, and has nothing to apply a delta to.
  const { revoked } = newestRoot(places.feed);
  const bases = readHistory(places)
    .filter(({ seq, sha256 }) => seq < draft.seq && !revoked.includes(sha256))
    .slice(-Math.min(last, MOST_DELTAS));
  const made: DeltaFile[] = [];
  const tooLarge: Version[] = [];
  const gone: Version[] = [];
  for (const base of bases) {
    const before = readPackText(places, base.sha256);
    if (before === undefined) {
      gone.push(base);
      continue;
    }
    const delta = deltaOf(before, text);
    const sha256 = sha256Of(delta.text);
    const { gz } = storeText(join(places.feed, deltaPath({ sha256, gz: 0, bytes: 0 })), delta.text);
    const file = { from: base.seq, base: base.sha256, sha256, gz, bytes: Buffer.byteLength(delta.text), ops: delta.ops };
    if (gz <= draft.pack.gz * WORTH) made.push(file);
    else tooLarge.push(base);
  }
  writeDraft(places, { ...draft, deltas: made });
  return { made, tooLarge, gone };
}

/** The way from one pack to another, as the text of a delta. */
export function deltaOf(before: string, after: string): { readonly text: string; readonly ops: number } {
  const [old, now] = [splitPack(before), splitPack(after)];
  const ops = [...diffLines(linesOf(old.body), linesOf(now.body))];
  return { text: writeDelta({ header: headerPatch(old.header, now.header), ops }), ops: ops.length };
}

export function linesOf(body: string): readonly string[] {
  return body === '' ? [] : body.slice(0, body.endsWith('\n') ? -1 : undefined).split('\n');
}
