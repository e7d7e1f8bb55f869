import { checkEntityId, type Problems } from '../../core/check.ts';
import { MOST_REMOVED } from '../../core/manifest.ts';
import { parsePack } from '../../core/pack.ts';
import { momentOf } from './files.ts';
import { newestRoot } from './roots.ts';
import { type Places, readHistory, readPackText, readRemoved, writeRemoved } from './store.ts';
import { type Staged, stage } from './versions.ts';

/** Adds a record to the list of those that must not be shown: the next manifest hides it, the next build leaves it out. */
export function removeRecord(places: Places, id: string, now: number): void {
  expectId(id);
  const removed = readRemoved(places);
  if (removed.some((one) => one.id === id)) throw new Error(`${id}: this record is on the list of removed ones already`);
  if (removed.length >= MOST_REMOVED)
    throw new Error(
      `the list of removed records holds ${MOST_REMOVED}, which is all that readers take; keep some that are in no pack any more`,
    );
  writeRemoved(places, [...removed, { id, at: momentOf(now) }]);
}

/** Takes it off the list again. */
export function keepRecord(places: Places, id: string): void {
  expectId(id);
  const removed = readRemoved(places);
  const left = removed.filter((one) => one.id !== id);
  if (left.length === removed.length)
    throw new Error(
      `${id}: this record is not on the list of removed ones; listed are ${removed.map((one) => one.id).join(', ') || 'none'}`,
    );
  writeRemoved(places, left);
}

function expectId(id: string): void {
  const problems: Problems = [];
  checkEntityId(id, 'id', problems);
  if (problems.length > 0) throw new Error(problems.join('; '));
}

/** An old version's records under a new number: readers never go back, so the past is published as something new. */
export function rollBack(places: Places, seq: number): Staged {
  const version = readHistory(places).find((one) => one.seq === seq);
  if (version === undefined) throw new Error(`${seq}: no version has this number; versions are in history.json of the working folder`);
  if (newestRoot(places.feed).revoked.includes(version.sha256)) throw new Error(`version ${seq} is revoked; roll back to another`);
  const text = readPackText(places, version.sha256);
  if (text === undefined) throw new Error(`version ${seq}: its pack was pruned; restore packs/${version.sha256}.jsonl.gz from a copy`);
  return stage(places, parsePack(text));
}
