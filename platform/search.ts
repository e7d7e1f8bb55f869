import MiniSearch, { type Query } from 'minisearch';
import { foldText } from '../core/fold.ts';
import { findCandidates } from '../core/gazetteer.ts';
import { link } from '../core/link.ts';
import type { PackRecord } from '../core/pack.ts';
import type { EntityId } from '../core/profile.ts';
import type { Knowledge } from './knowledge.ts';
import { lineOf, todayOf } from './lines.ts';
import type { SearchHit } from './messages.ts';

/**
 * Search over all profiles, in any script, forgiving of slips. The index is built once a popup is open, or at the first
 * question, and dropped with the knowledge that it was built from. Names in other scripts need no transliteration here:
 * they are aliases.
 */

interface Entry {
  readonly id: EntityId;
  readonly name: string;
  readonly aliases: string;
}

interface Index {
  readonly mini: MiniSearch<Entry>;
  /** All names of an entity with their folded form, the usual one first. */
  readonly names: ReadonlyMap<EntityId, readonly { readonly text: string; readonly folded: string }[]>;
}

const indexes = new WeakMap<Knowledge, Promise<Index>>();

const LONGEST_QUESTION = 200;

/** The best hits, the best first. */
export async function search(known: Knowledge, text: string, limit: number): Promise<readonly SearchHit[]> {
  const question = foldText(text.slice(0, LONGEST_QUESTION));
  if (question === '') return [];
  const index = await indexOf(known);
  const named = namedIn(known, text);
  const hits = [...new Set([...named.keys(), ...ranked(index, question)])].slice(0, Math.max(0, limit));
  return (await Promise.all(hits.map((id) => toHit(known, index, id, question, named.get(id))))).filter((hit) => hit !== undefined);
}

function indexOf(known: Knowledge): Promise<Index> {
  const building = indexes.get(known) ?? build(known);
  indexes.set(known, building);
  // What failed once is tried again at the next question.
  building.catch(() => indexes.delete(known));
  return building;
}

/** Milliseconds after a popup was opened: by then it has what it shows first. */
const PREPARE_AFTER = 700;

/** Builds the index before anyone asks: whoever opened the popup may search in a moment. */
export function prepareSearch(known: Knowledge): void {
  if (indexes.has(known)) return;
  setTimeout(() => void indexOf(known).catch(() => undefined), PREPARE_AFTER);
}

/** Whom the recogniser finds in the question itself: a selection from a page has its names declined. Each with the alias that hit. */
function namedIn({ gazetteer }: Knowledge, text: string): ReadonlyMap<EntityId, string> {
  // Typed without capitals a name is no name on a page; whoever asks here means one.
  const written = text.slice(0, LONGEST_QUESTION);
  const capitals = written.replace(/(?<![\p{L}\p{M}'’ʼ])\p{Ll}/gu, (letter) => letter.toUpperCase());
  const blocks = [...new Set([written, capitals])].map((block, id) => ({ id, text: block, candidates: findCandidates(gazetteer, block) }));
  const mentions = link(gazetteer, blocks, { verdicts: [] });
  return new Map(mentions.flatMap(({ entity, also, why }) => [entity, ...also].map((id) => [id, why.alias])));
}

/** Records that are indexed in one go: other questions are answered in between. */
const PER_CHUNK = 250;

async function build(known: Knowledge): Promise<Index> {
  const mini = new MiniSearch<Entry>({
    fields: ['name', 'aliases'],
    storeFields: [],
    // All that is asked and all that is indexed is folded already.
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term),
  });
  // Of two records with one id the later wins, as in the gazetteer.
  const byId = [...new Map((await known.records()).map((record) => [record.profile.id, record])).values()];
  const names = new Map<EntityId, readonly { readonly text: string; readonly folded: string }[]>();
  for (let from = 0; from < byId.length; from += PER_CHUNK) {
    if (from > 0) await new Promise((resolve) => setTimeout(resolve));
    for (const record of byId.slice(from, from + PER_CHUNK)) {
      const own = namesOf(record).map((text) => ({ text, folded: foldText(text) }));
      names.set(record.profile.id, own);
      const [name, ...aliases] = own.map(({ folded }) => folded);
      mini.add({ id: record.profile.id, name: name ?? '', aliases: aliases.join(' ') });
    }
  }
  return { mini, names };
}

/** The usual name, the aliases, the names by language, and what a pack put together or wrote in another script of them. Declined forms are found by their beginning. */
function namesOf({ profile, forms }: PackRecord): readonly string[] {
  const native = Object.values(profile.names ?? {}).map(({ given, patronymic, family }) =>
    [given, patronymic, family].filter((part) => part !== undefined).join(' '),
  );
  const made = forms.filter((form) => form.how === 'given' || form.how === 'composed').map((form) => form.alias);
  return [...new Set([profile.name, ...profile.aliases.map((alias) => alias.text), ...native, ...made])];
}

function ranked({ mini, names }: Index, question: string): readonly EntityId[] {
  const words = question.split(' ');
  const weigh = (fuzzy: (term: string) => number | boolean) =>
    mini.search(
      { combineWith: 'AND', queries: words.map((word) => ({ combineWith: 'OR', queries: [word, ...swapped(word).map(asLikely)] })) },
      {
        prefix: true,
        fuzzy,
        boost: { name: 2 },
        weights: { prefix: 0.5, fuzzy: 0.25 },
        boostDocument: (id) => closeness(names.get(id) ?? [], question),
      },
    );
  const near = weigh((term) => (term.length < 4 ? false : 0.2));
  // Nobody so near: then two slips in a short word are forgiven as well.
  const hits = near.length > 0 ? near : weigh((term) => (term.length < 4 ? false : 2));
  return hits.map((hit) => hit.id as EntityId);
}

/** Two letters that changed places are one slip of the finger, though two edits: such words are asked for as they were meant. */
function swapped(word: string): readonly string[] {
  const units = [...word];
  if (units.length < 4 || units.length > 16) return [];
  return units.slice(1).map((unit, i) => [...units.slice(0, i), unit, units[i], ...units.slice(i + 2)].join(''));
}

/** Above any other slip, below the word as it was typed. */
function asLikely(word: string): Query {
  return { queries: [word], fuzzy: false, boostTerm: () => 0.7 };
}

function closeness(names: readonly { readonly folded: string }[], question: string): number {
  if (names.some((name) => name.folded === question)) return 4;
  if (names.some((name) => name.folded.startsWith(question))) return 2;
  return 1;
}

async function toHit(
  known: Knowledge,
  { names }: Index,
  id: EntityId,
  question: string,
  alias: string | undefined,
): Promise<SearchHit | undefined> {
  const profile = (await known.record(id))?.profile;
  if (profile === undefined) return undefined;
  const matched = alias ?? matchedName(names.get(id) ?? [], question);
  const line = lineOf(profile, todayOf(new Date()));
  return { id, name: profile.name, kind: profile.kind, line, ...(matched === undefined || matched === profile.name ? {} : { matched }) };
}

/** The name that shows why this was found: one that has the words of the question, or comes nearest to them. */
function matchedName(names: readonly { readonly text: string; readonly folded: string }[], question: string): string | undefined {
  const words = question.split(' ');
  const score = (folded: string) => {
    const own = folded.split(' ');
    return words.reduce((sum, word) => sum + Math.max(...own.map((one) => likeness(one, word))), 0) + (folded === question ? 1 : 0);
  };
  let best: { readonly text: string; readonly score: number } | undefined;
  for (const { text, folded } of names) {
    const here = score(folded);
    if (best === undefined || here > best.score + 1e-9) best = { text, score: here };
  }
  return best?.text;
}

/** 1 for the same word, less for one that starts so, least for one that has two letters in a row in common here and there. */
function likeness(word: string, asked: string): number {
  if (word === asked) return 1;
  if (word.startsWith(asked)) return 0.9;
  const pairsOf = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [a, b] = [pairsOf(word), pairsOf(asked)];
  const common = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (0.8 * 2 * common) / (a.size + b.size);
}
