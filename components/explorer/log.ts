import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dayNumber, joinChunks, type Ledger, type LedgerChunk } from '../../core/ledger.ts';
import type { EntityId } from '../../core/profile.ts';
import { type Filter, type Tally, tallyOf } from '../../core/tally.ts';
import { articlesWithWords, type WordChunk } from '../../core/word-index.ts';
import type { EntityInBrief, ListTag } from '../../platform/messages.ts';
import type { Asked, ReaderApi } from '../api.ts';
import { messageOf, useAsked } from '../asked.ts';
import type { PlaceFilter } from './place.ts';

/** The log as the explorer holds it: the ledger, and who is who in it. */
export interface Log {
  readonly ledger: Ledger;
  readonly who: (id: EntityId) => EntityInBrief;
  /** Everybody in the ledger. */
  readonly everybody: ReadonlyMap<EntityId, EntityInBrief>;
  /** The reader's lists, and who is on which. */
  readonly lists: readonly ListTag[];
  readonly listsOf: (id: EntityId) => readonly string[];
}

/** What is read of the log itself. */
export type ReadLog = Omit<Log, 'lists' | 'listsOf'>;

type Stamps = readonly { readonly chunk: number; readonly stamp: string }[];

interface Held {
  readonly key: string;
  readonly chunks: ReadonlyMap<string, LedgerChunk>;
  readonly log: ReadLog;
}

const keyOf = (stamps: Stamps) => stamps.map(({ stamp }) => stamp).join();

/** Reads the log when the explorer opens, and what has changed in it whenever the reader comes back to it. `part`: how much is read, from 0 to 1. */
export function useLog(api: ReaderApi): { readonly log: Asked<ReadLog>; readonly part: number; readonly again: () => void } {
  const [log, setLog] = useState<Asked<ReadLog>>({ state: 'loading' });
  const [part, setPart] = useState(0);
  const held = useRef<Held | undefined>(undefined);
  const turn = useRef(0);
  const again = useMemo(
    () => () => {
      const mine = ++turn.current;
      void readLog(api, held.current, (done) => mine === turn.current && setPart(done)).then(
        (now) => {
          if (mine !== turn.current || now === held.current) return;
          held.current = now;
          setLog({ state: 'ready', value: now.log });
        },
        (error: unknown) => {
          // What was read before is better than nothing.
          if (mine === turn.current && held.current === undefined) setLog({ state: 'failed', message: messageOf(error) });
        },
      );
    },
    [api],
  );
  useEffect(() => {
    again();
    const onVisible = () => document.visibilityState === 'visible' && again();
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [again]);
  return { log, part, again };
}

async function readLog(api: ReaderApi, before: Held | undefined, tell: (part: number) => void): Promise<Held> {
  const stamps = await api.ledgerChunks();
  const key = keyOf(stamps);
  if (before?.key === key) return before;
  const chunks = new Map<string, LedgerChunk>();
  for (const [at, { chunk, stamp }] of stamps.entries()) {
    const read = before?.chunks.get(stamp) ?? (await api.ledgerChunk({ chunk }));
    if (read !== undefined) chunks.set(stamp, read);
    tell((at + 1) / stamps.length);
  }
  const ledger = joinChunks([...chunks.values()]);
  const known = before?.log.everybody ?? new Map<EntityId, EntityInBrief>();
  const missing = ledger.entities.filter((id) => !known.has(id));
  const asked = missing.length === 0 ? [] : await api.briefs({ ids: missing });
  const everybody = new Map([...known, ...asked.map((brief) => [brief.id, brief] as const)]);
  return { key, chunks, log: { ledger, everybody, who: (id) => everybody.get(id) ?? { id, name: id, kind: 'organisation' } } };
}

/** The log with the reader's lists, which are read anew when the reader comes back and when `again` is called. Without them it is the log all the same. */
export function useLists(api: ReaderApi, log: ReadLog): readonly [Log, () => void] {
  const [asked, again] = useAsked(() => Promise.all([api.lists(), api.annotations()]), 'lists');
  useEffect(() => {
    const onVisible = () => document.visibilityState === 'visible' && void again();
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [again]);
  const known = asked.state === 'ready' ? asked.value : undefined;
  const joined = useMemo(() => {
    const [lists, rows] = known ?? [[], []];
    const on = new Map(rows.map((row) => [row.id, row.lists ?? []]));
    return { ...log, lists, listsOf: (id: EntityId) => on.get(id) ?? [] };
  }, [log, known]);
  return [joined, () => void again()];
}

/** The tally of a filter; counted once for all views of it. */
export function useTally({ ledger }: Log, filter: PlaceFilter): Tally {
  const { from, to, publishers } = filter;
  return useMemo(() => tallyOf(ledger, ledgerFilter(filter)), [ledger, from, to, publishers.join('\n')]);
}

export function ledgerFilter({ from, to, publishers }: PlaceFilter): Filter {
  return {
    ...(from === undefined ? {} : { from: dayNumber(from) }),
    ...(to === undefined ? {} : { to: dayNumber(to) }),
    ...(publishers.length === 0 ? {} : { publishers: new Set(publishers) }),
  };
}

/** Whether an entity is one of those that the filter wants to see. */
export function keeping(log: Log, { kinds, countries, lists }: PlaceFilter): (id: EntityId) => boolean {
  return (id) => {
    if (lists.length > 0 && !log.listsOf(id).some((list) => lists.includes(list))) return false;
    const { kind, country } = log.who(id);
    return (kinds.length === 0 || kinds.includes(kind)) && (countries.length === 0 || countries.includes(country?.code ?? ''));
  };
}

/** The articles that hold some words; the index is fetched at the first question and again when the log has changed. */
export function wordSearch(api: ReaderApi): (text: string) => Promise<ReadonlySet<number>> {
  let held: ReadonlyMap<string, WordChunk> = new Map();
  return async (text) => {
    const now = new Map<string, WordChunk>();
    for (const { chunk, stamp } of await api.ledgerChunks()) {
      const words = held.get(stamp) ?? (await api.wordChunk({ chunk }));
      if (words !== undefined) now.set(stamp, words);
    }
    held = now;
    return new Set([...now.values()].flatMap((words) => [...articlesWithWords(words, text)]));
  };
}
