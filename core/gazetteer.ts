import { type Automaton, scan } from './automaton.ts';
import { type AutomatonForm, compiling, finish } from './compile.ts';
import { firstDay, lastDay, NEVER } from './dates.ts';
import { adoptFoldTable, foldTable, foldText, IGNORED, SINGLE } from './fold.ts';
import {
  countOf,
  type EntityEntry,
  type EntityName,
  type Group,
  type OfficeTerm,
  readEntity,
  readEntityName,
  readGroup,
  type Tables,
  TableWriter,
} from './gazetteer-tables.ts';
import type { FormGroup, Pack, PackRecord } from './pack.ts';
import { type EntityId, type Office, ROLES } from './profile.ts';

export type { EntityEntry, Group };

/**
 * The gazetteer: every form of every entity, compiled, together with all that the linker must know about them.
 *
 * One pass finds names, decoys, titles, given names and words of the field alike; what an automaton's value means is looked up in the groups.
 * As bytes (the fold table with which the forms were compiled among them): magic and format, the number of forms, the length of each section, then the sections, each aligned to four bytes and used in place.
 */

/** Bytes with another number are rebuilt, never migrated. */
export const GAZETTEER_FORMAT = 6;
const MAGIC = 0x4d555354;
const UNDERSCORE = 0x5f;

export interface Gazetteer {
  readonly automaton: Automaton;
  readonly tables: Tables;
  readonly group: (number: number) => Group | undefined;
  readonly entity: (number: number) => EntityEntry | undefined;
  readonly size: { readonly forms: number; readonly entities: number };
}

/** What was found in one block, before it is linked: triples of start, end, group. */
export interface Candidates {
  readonly hits: readonly number[];
}

interface Draft {
  readonly tables: TableWriter;
  readonly forms: AutomatonForm[];
  readonly needed: Map<string, number>;
}

function addForms(draft: Draft, group: Group, texts: Iterable<string>, rule: AutomatonForm['case']): number {
  const value = draft.tables.addGroup(group);
  for (const text of texts) draft.forms.push({ text, value, case: rule });
  return value;
}

function neededWords(draft: Draft, words: readonly string[]): readonly number[] {
  return words.map((word) => {
    const key = foldText(word);
    const known = draft.needed.get(key);
    if (known !== undefined) return known;
    // "An-124" asks for its capital: not every "an" in a text is worth a look.
    const value = addForms(draft, { type: 'needed', alias: word }, [word], 'capital');
    draft.needed.set(key, value);
    return value;
  });
}

/** "von der " in "von der Leyen". */
const familyStart = /^(?:\p{Ll}[\p{L}’']* +)+/u;

/** East Asian names are written without a space: three to five signs are the whole name, not a surname. */
const WRITTEN_AS_ONE: ReadonlySet<string> = new Set(['CN', 'JP', 'KP', 'KR', 'SG', 'TW']);
const wholeName = /^[\p{Script=Han}\p{Script=Hangul}]{3,5}$/u;

function isBareSurname({ profile }: PackRecord, form: FormGroup): boolean {
  if (profile.kind !== 'official' || /[\s·・]/.test(form.alias.replace(familyStart, '').trim())) return false;
  return !(WRITTEN_AS_ONE.has(profile.country ?? '') && wholeName.test(form.alias));
}

function addRecord(draft: Draft, record: PackRecord, entity: number, givenNames: ReadonlySet<string>): void {
  for (const form of record.forms) {
    const { alias, how, lang, texts } = form;
    const needs = form.needs?.length ? neededWords(draft, form.needs) : undefined;
    const group: Group = { type: 'name', entity, alias, how, strong: form.role === 'strong', bare: isBareSurname(record, form) };
    addForms(draft, { ...group, ...(lang ? { lang } : {}), ...(needs ? { needs } : {}) }, texts, form.case);
    // A surname that is a given name too is one in every case: "Pavla Nováka".
    if (group.bare && how === 'declined' && givenNames.has(foldText(alias))) addForms(draft, { type: 'given' }, texts, form.case);
  }
  if (record.profile.decoys.length > 0) addForms(draft, { type: 'decoy', entity }, record.profile.decoys, 'capital');
}

function givenNames(record: PackRecord): readonly string[] {
  if (record.profile.kind !== 'official') return [];
  const given = new Set<string>();
  for (const name of Object.values(record.profile.names ?? {})) if (name.given) given.add(foldText(name.given));
  // The forms know the declined given names: the first word of each full name.
  for (const form of record.forms) {
    if (isBareSurname(record, form)) continue;
    for (const text of form.texts) given.add(foldText(text).split(' ')[0] ?? '');
  }
  given.delete('');
  return [...given];
}

/** The numbers of those that a record is tied to; none for most. */
function* relating(records: readonly PackRecord[]): Generator<void, readonly (ReadonlySet<number> | undefined)[]> {
  const index = new Map<EntityId, number>();
  for (const [at, { profile }] of records.entries()) {
    if (at % PER_REST === PER_REST - 1) yield;
    index.set(profile.id, at);
  }
  const related: (Set<number> | undefined)[] = records.map(() => undefined);
  const tieTo = (a: number, b: number) => {
    const set = related[a];
    if (set === undefined) related[a] = new Set([b]);
    else set.add(b);
  };
  const tie = (a: number, id: EntityId | undefined) => {
    const b = id === undefined ? undefined : index.get(id);
    if (b === undefined || b === a) return;
    tieTo(a, b);
    tieTo(b, a);
  };
  for (const [at, { profile }] of records.entries()) {
    if (at % PER_REST === PER_REST - 1) yield;
    for (const relation of profile.relations) tie(at, relation.to);
    for (const office of profile.offices) tie(at, office.organisation);
  }
  return related;
}

function termOf({ role, since, until }: Office): OfficeTerm {
  return { role, since: since === undefined ? 0 : firstDay(since), until: until === undefined ? NEVER : lastDay(until) };
}

function addHeader(draft: Draft, { header }: Pack): void {
  addForms(draft, { type: 'decoy' }, header.decoys, 'capital');
  addForms(draft, { type: 'given' }, header.givenNames, 'capital');
  for (const word of header.fieldWords) addForms(draft, { type: 'field', alias: word }, [word], 'any');
  for (const role of ROLES) {
    for (const title of header.titles[role] ?? []) addForms(draft, { type: 'title', role, alias: title }, [title], 'any');
  }
}

/** Compiles packs. Of two records with the same id the later pack's wins. */
export function buildGazetteer(packs: readonly Pack[]): Gazetteer {
  return finish(buildingGazetteer(packs));
}

/** Records between two rests. */
const PER_REST = 500;

/** The same with rests every few milliseconds: while new names are compiled, pages are read with the old ones. */
export function* buildingGazetteer(packs: readonly Pack[]): Generator<void, Gazetteer> {
  const byId = new Map<EntityId, PackRecord>();
  for (const pack of packs) {
    for (const [at, record] of pack.records.entries()) {
      if (at % PER_REST === PER_REST - 1) yield;
      byId.set(record.profile.id, record);
    }
  }
  const records = [...byId.values()];
  const related = yield* relating(records);
  yield;
  const known = new Set(packs.flatMap(({ header }) => header.givenNames.map(foldText)));
  const draft: Draft = { tables: new TableWriter(), forms: [], needed: new Map() };
  for (const [at, record] of records.entries()) {
    if (at % PER_REST === PER_REST - 1) yield;
    addRecord(draft, record, at, known);
    const { id, name, kind, offices } = record.profile;
    draft.tables.addEntity({ id, name, kind, offices: offices.map(termOf), given: givenNames(record), related: [...(related[at] ?? [])] });
  }
  for (const pack of packs) addHeader(draft, pack);
  const { automaton, count } = yield* compiling(draft.forms);
  yield;
  return gazetteerOf(automaton, yield* draft.tables.finishing(), count);
}

/** Groups and entities are read from the tables when they are asked for, and then remembered. */
function gazetteerOf(automaton: Automaton, tables: Tables, forms: number): Gazetteer {
  const groups = new Map<number, Group | undefined>();
  const entities = new Map<number, EntityEntry | undefined>();
  const remember = <T>(map: Map<number, T | undefined>, number: number, read: (tables: Tables, number: number) => T | undefined) => {
    if (!map.has(number)) map.set(number, read(tables, number));
    return map.get(number);
  };
  return {
    automaton,
    tables,
    group: (number) => remember(groups, number, readGroup),
    entity: (number) => remember(entities, number, readEntity),
    size: { forms, entities: countOf(tables).entities },
  };
}

/** Id, name and kind of all entities, by number, one after the other; no more is read, for this is done at each start. */
export function* namesOf({ tables, size }: Gazetteer): Generator<EntityName> {
  for (let number = 0; number < size.entities; number++) yield readEntityName(tables, number);
}

/** In the order in which they stand in the bytes; those of two bytes a unit at the end. */
const WIDE = ['filter', 'slots', 'wordAt', 'keys', 'states', 'out', 'groups', 'entities', 'lists', 'stringAt'] as const;
const NARROW = ['pool', 'strings', 'fold'] as const;
const HEAD = 3 + WIDE.length + NARROW.length;

/** The gazetteer as bytes of its own; `gazetteerFromBytes` uses them in place. */
export function gazetteerToBytes({ automaton, tables, size }: Gazetteer): Uint8Array<ArrayBuffer> {
  const all = { ...automaton, ...tables, fold: foldTable() };
  const sections = [...WIDE, ...NARROW].map((name) => all[name]);
  const total = sections.reduce((sum, section) => sum + align(section.byteLength), HEAD * 4);
  const bytes = new Uint8Array(total);
  new Uint32Array(bytes.buffer, 0, HEAD).set([MAGIC, GAZETTEER_FORMAT, size.forms, ...sections.map((section) => section.byteLength)]);
  let at = HEAD * 4;
  for (const section of sections) {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += align(section.byteLength);
  }
  return bytes;
}

function align(length: number): number {
  return (length + 3) & ~3;
}

/** Throws if the bytes are of another format, or cut off. Keeps a view on them: do not change them afterwards. */
export function gazetteerFromBytes(bytes: Uint8Array): Gazetteer {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  if (whole.byteLength < HEAD * 4) throw new Error(`gazetteer: ${whole.byteLength} bytes are too few`);
  const head = new Uint32Array(whole.buffer, whole.byteOffset, HEAD);
  if (head[0] !== MAGIC) throw new Error('gazetteer: these bytes are something else');
  if (head[1] !== GAZETTEER_FORMAT) throw new Error(`gazetteer: format ${head[1]}, this version reads ${GAZETTEER_FORMAT}`);
  const lengths = head.subarray(3);
  const total = lengths.reduce((sum, length) => sum + align(length), HEAD * 4);
  if (total !== whole.byteLength) throw new Error(`gazetteer: expected ${total} bytes, got ${whole.byteLength}`);
  let at = whole.byteOffset + HEAD * 4;
  const sections = Object.fromEntries(
    [...WIDE, ...NARROW].map((name, index) => {
      const length = lengths[index] as number;
      const section = index < WIDE.length ? new Uint32Array(whole.buffer, at, length / 4) : new Uint16Array(whole.buffer, at, length / 2);
      at += align(length);
      return [name, section];
    }),
  ) as unknown as Automaton & Tables & { readonly fold: Uint16Array };
  const { filter, slots, wordAt, pool, keys, states, out, fold, ...tables } = sections;
  adoptFoldTable(fold);
  return gazetteerOf({ filter, slots, wordAt, pool, keys, states, out }, tables, head[2] as number);
}

const isKorean = /\p{Script=Hangul}/u;
const isKatakana = /[\p{Script=Katakana}ー]/u;

/** Scripts without spaces still have runs: a Korean name starts where its run starts, one in katakana is the whole run. */
function cutsARun(text: string, start: number, end: number): boolean {
  const first = text.charAt(start);
  if (isKorean.test(first)) return start > 0 && isKorean.test(text.charAt(start - 1));
  if (!isKatakana.test(first)) return false;
  const goesOn = end < text.length && isKatakana.test(text.charAt(end - 1)) && isKatakana.test(text.charAt(end));
  return goesOn || (start > 0 && isKatakana.test(text.charAt(start - 1)));
}

/** "TRUMP_FAN_1": the name of an account or a file, not of anyone in it. */
function isInIdentifier(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start - 1) === UNDERSCORE || text.charCodeAt(end) === UNDERSCORE;
}

/** All that stands in one block: names and what speaks for or against them. Keep it as it is; `link` reads it. */
export function findCandidates(gazetteer: Gazetteer, text: string): Candidates {
  const hits: number[] = [];
  scan(gazetteer.automaton, text, hits);
  const fold = foldTable();
  let kept = 0;
  for (let at = 0; at < hits.length; at += 3) {
    const start = hits[at] as number;
    let end = hits[at + 1] as number;
    // A direction mark or a soft hyphen behind the last letter is no part of the name.
    while (fold[text.charCodeAt(end - 1)] === IGNORED) end--;
    if (fold[text.charCodeAt(start)] === SINGLE && cutsARun(text, start, end)) continue;
    if (isInIdentifier(text, start, end)) continue;
    hits[kept] = start;
    hits[kept + 1] = end;
    hits[kept + 2] = hits[at + 2] as number;
    kept += 3;
  }
  hits.length = kept;
  return { hits };
}
