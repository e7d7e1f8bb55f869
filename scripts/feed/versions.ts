import { ADDED_LIMITS, OWN_LIMITS } from '../../core/feed.ts';
import {
  headerToLine,
  LONGEST_HEADER,
  LONGEST_RECORD,
  type Pack,
  type PackRecord,
  parseHeader,
  parsePack,
  writePack,
} from '../../core/pack.ts';
import { sha256Of } from './files.ts';
import {
  type Draft,
  type Places,
  packFileOf,
  readConfig,
  readDraft,
  readHistory,
  readPackText,
  readRemoved,
  storeText,
  writeDraft,
} from './store.ts';

/** The header line and what follows it. */
export function splitPack(text: string): { readonly header: string; readonly body: string } {
  const end = text.indexOf('\n');
  return { header: text.slice(0, end), body: text.slice(end + 1) };
}

/** The same records as another version: the header's number and channel are always those of the manifest. */
export function renumbered(text: string, channel: string, seq: number): string {
  const { header, body } = splitPack(text);
  return `${headerToLine({ ...parseHeader(header), channel, version: seq })}\n${body}`;
}

/** A pack without the people who asked to be left out, and without what other records say of them. */
export function withoutRemoved(pack: Pack, removed: ReadonlySet<string>): Pack {
  if (removed.size === 0) return pack;
  const records = pack.records.filter(({ profile }) => !removed.has(profile.id)).map((record) => forgetting(record, removed));
  return { header: { ...pack.header, count: records.length }, records };
}

function forgetting({ profile, forms }: PackRecord, removed: ReadonlySet<string>): PackRecord {
  const relations = profile.relations.filter(({ to }) => !removed.has(to));
  const offices = profile.offices.map(({ organisation, ...office }) =>
    organisation === undefined || removed.has(organisation) ? office : { ...office, organisation },
  );
  return { profile: { ...profile, relations, offices }, forms };
}

export type Staged =
  | { readonly state: 'built'; readonly draft: Draft; readonly text: string }
  | { readonly state: 'same'; readonly seq: number };

/** Makes a pack the next version: stored, and the draft of what will be signed. Deltas are made later. */
export function stage(places: Places, pack: Pack, { seq, force = false }: { seq?: number; force?: boolean } = {}): Staged {
  const { feed } = readConfig(places);
  const removed = new Set(readRemoved(places).map(({ id }) => id));
  return stageText(places, renumbered(writePack(withoutRemoved(pack, removed)), feed, 1), { ...(seq === undefined ? {} : { seq }), force });
}

export function stageText(places: Places, anyText: string, { seq, force }: { readonly seq?: number; readonly force: boolean }): Staged {
  const { feed } = readConfig(places);
  const last = readHistory(places).at(-1);
  const number = seq ?? (last?.seq ?? 0) + 1;
  if (number <= (last?.seq ?? 0))
    throw new Error(
      `--seq ${number}: version ${last?.seq} is signed already, and readers never go back; leave --seq out, or give a higher number`,
    );
  const before = last === undefined || force ? undefined : readPackText(places, last.sha256);
  if (last !== undefined && before !== undefined && before === renumbered(anyText, feed, last.seq)) {
    // A draft that nobody signed is taken back, or the next signature would be for it.
    if (readDraft(places)?.seq !== last.seq) draftOf(places, last.seq, before);
    return { state: 'same', seq: last.seq };
  }
  const text = renumbered(anyText, feed, number);
  checkLimits(parsePack(text), text);
  return { state: 'built', draft: draftOf(places, number, text), text };
}

/** Stores a pack as the draft of what will be signed; it has no deltas yet. */
function draftOf(places: Places, seq: number, text: string): Draft {
  const sha256 = sha256Of(text);
  const { gz } = storeText(packFileOf(places.feed, sha256), text);
  const records = parseHeader(splitPack(text).header).count;
  const draft = { seq, pack: { sha256, gz, bytes: Buffer.byteLength(text), records }, deltas: [] };
  writeDraft(places, draft);
  return draft;
}

/** What no reader's browser would take is not worth signing. */
function checkLimits(pack: Pack, text: string): void {
  const bytes = Buffer.byteLength(text);
  const { channel } = pack.header;
  if (pack.records.length > OWN_LIMITS.records || bytes > OWN_LIMITS.bytes)
    throw new Error(
      `pack ${channel}: ${pack.records.length} records, ${bytes} bytes; readers take ${OWN_LIMITS.records} and ${OWN_LIMITS.bytes}`,
    );
  for (const [i, line] of text.split('\n').entries()) {
    const most = i === 0 ? LONGEST_HEADER : LONGEST_RECORD;
    if (line.length > most) throw new Error(`pack ${channel}: line ${i + 1}: ${line.length} characters, at most ${most} are allowed`);
  }
}

/** Whether the feed is small enough for a reader to add by hand; a larger one must come with the extension. */
export function fitsAdded({ records, bytes }: { readonly records: number; readonly bytes: number }): boolean {
  return records <= ADDED_LIMITS.records && bytes <= ADDED_LIMITS.bytes;
}
