import { type Automaton, type AutomatonForm, compile, scan } from './automaton.ts';
import { foldTable, foldText, SINGLE } from './fold.ts';
import type { FormGroup, Making, Pack, PackRecord } from './pack.ts';
import type { EntityId, Kind, Language, Role } from './profile.ts';
import { ROLES } from './profile.ts';

/**
 * The gazetteer: every form of every entity, compiled, together with all that the linker must know about them.
 *
 * One pass finds names, decoys, titles, given names and words of the field alike; what an automaton's value means is looked up in `groups`.
 * As bytes: the magic and format number, the length of a JSON part (entities and groups: small, read once), then the automaton's arrays,
 * each aligned to four bytes, used in place.
 */

/** Bytes with another number are rebuilt, never migrated. */
export const GAZETTEER_FORMAT = 1;
const MAGIC = 0x4d555354;

export type GroupType = 'name' | 'decoy' | 'needed' | 'field' | 'title' | 'given';

/** What a form stands for. Forms of one alias in one language share a group. */
export interface Group {
  readonly type: GroupType;
  /** Index into `entities`; names and decoys of a record only. */
  readonly entity?: number;
  readonly alias?: string;
  readonly lang?: Language;
  readonly how?: Making;
  readonly strong?: boolean;
  /** The surname of a person standing alone. */
  readonly bare?: boolean;
  /** Groups of type `needed`, any of which speaks for this weak alias. */
  readonly needs?: readonly number[];
  readonly role?: Role;
}

export interface EntityEntry {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: Kind;
  readonly roles: readonly Role[];
  /** Folded given names, any language: what may stand in front of the bare surname. */
  readonly given: readonly string[];
  /** Indexes of entities that a sourced relation or an office ties to this one. */
  readonly related: readonly number[];
}

export interface Gazetteer {
  readonly automaton: Automaton;
  readonly entities: readonly EntityEntry[];
  readonly groups: readonly Group[];
  readonly size: { readonly forms: number; readonly entities: number };
}

/** What was found in one block, before it is linked: triples of start, end, group. */
export interface Candidates {
  readonly hits: readonly number[];
}

interface Draft {
  readonly groups: Group[];
  readonly forms: AutomatonForm[];
  readonly needed: Map<string, number>;
}

function addForms(draft: Draft, group: Group, texts: Iterable<string>, rule: AutomatonForm['case']): void {
  const value = draft.groups.push(group) - 1;
  for (const text of texts) draft.forms.push({ text, value, case: rule });
}

function neededWords(draft: Draft, words: readonly string[]): readonly number[] {
  return words.map((word) => {
    const key = foldText(word);
    const known = draft.needed.get(key);
    if (known !== undefined) return known;
    addForms(draft, { type: 'needed', alias: word }, [word], 'any');
    draft.needed.set(key, draft.groups.length - 1);
    return draft.groups.length - 1;
  });
}

const familyStart = /^(?:\p{Ll}+ )+/u;

function isBareSurname(record: PackRecord, form: FormGroup): boolean {
  if (record.profile.kind !== 'official') return false;
  const words = form.alias.replace(familyStart, '').trim().split(/\s+/);
  return words.length === 1;
}

function addRecord(draft: Draft, record: PackRecord, entity: number): void {
  for (const form of record.forms) {
    addForms(
      draft,
      {
        type: 'name',
        entity,
        alias: form.alias,
        how: form.how,
        strong: form.role === 'strong',
        ...(form.lang ? { lang: form.lang } : {}),
        ...(isBareSurname(record, form) ? { bare: true } : {}),
        ...(form.needs?.length ? { needs: neededWords(draft, form.needs) } : {}),
      },
      form.texts,
      form.case,
    );
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

function relatedTo(records: readonly PackRecord[]): readonly (readonly number[])[] {
  const index = new Map(records.map((record, at) => [record.profile.id, at]));
  const related = records.map(() => new Set<number>());
  const tie = (a: number, id: EntityId | undefined) => {
    const b = id === undefined ? undefined : index.get(id);
    if (b === undefined || b === a) return;
    related[a]?.add(b);
    related[b]?.add(a);
  };
  records.forEach(({ profile }, at) => {
    for (const relation of profile.relations) tie(at, relation.to);
    for (const office of profile.offices) tie(at, office.organisation);
  });
  return related.map((set) => [...set]);
}

/** Compiles packs. Of two records with the same id the later pack's wins. */
export function buildGazetteer(packs: readonly Pack[]): Gazetteer {
  const byId = new Map<EntityId, PackRecord>();
  for (const pack of packs) for (const record of pack.records) byId.set(record.profile.id, record);
  const records = [...byId.values()];
  const related = relatedTo(records);
  const draft: Draft = { groups: [], forms: [], needed: new Map() };
  const entities = records.map((record, at): EntityEntry => {
    addRecord(draft, record, at);
    const { id, name, kind, offices } = record.profile;
    const roles = [...new Set(offices.map((office) => office.role))];
    return { id, name, kind, roles, given: givenNames(record), related: related[at] ?? [] };
  });
  for (const { header } of packs) {
    if (header.decoys.length > 0) addForms(draft, { type: 'decoy' }, header.decoys, 'capital');
    for (const word of header.fieldWords) addForms(draft, { type: 'field', alias: word }, [word], 'any');
    for (const role of ROLES) {
      for (const title of header.titles[role] ?? []) addForms(draft, { type: 'title', role, alias: title }, [title], 'any');
    }
    addForms(draft, { type: 'given' }, header.givenNames ?? [], 'capital');
  }
  const { automaton, count } = compile(draft.forms);
  return { automaton, entities, groups: draft.groups, size: { forms: count, entities: entities.length } };
}

const SECTIONS = ['edges', 'filter', 'wordAt', 'outAt', 'out', 'pool'] as const;

/** The gazetteer as bytes of its own; `gazetteerFromBytes` uses them in place. */
export function gazetteerToBytes(gazetteer: Gazetteer): Uint8Array<ArrayBuffer> {
  const { entities, groups, size } = gazetteer;
  const json = unitsOf(JSON.stringify({ entities, groups, size }));
  const sections = SECTIONS.map((name) => gazetteer.automaton[name]);
  const head = 4 * (3 + SECTIONS.length);
  const lengths = [json.byteLength, ...sections.map((section) => section.byteLength)];
  const total = lengths.reduce((sum, length) => sum + align(length), head);
  const bytes = new Uint8Array(total);
  new Uint32Array(bytes.buffer, 0, 3 + SECTIONS.length).set([MAGIC, GAZETTEER_FORMAT, ...lengths]);
  let at = head;
  [json, ...sections].forEach((section, index) => {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += align(lengths[index] as number);
  });
  return bytes;
}

/** Core has no TextEncoder; UTF-16 units serve as well and need no decoding. */
function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

function stringOf(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += 8192) parts.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  return parts.join('');
}

function align(length: number): number {
  return (length + 3) & ~3;
}

/** Throws if the bytes are of another format, or cut off. Keeps a view on them: do not change them afterwards. */
export function gazetteerFromBytes(bytes: Uint8Array): Gazetteer {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = 3 + SECTIONS.length;
  if (whole.byteLength < head * 4) throw new Error(`gazetteer: ${whole.byteLength} bytes are too few`);
  const numbers = new Uint32Array(whole.buffer, whole.byteOffset, head);
  if (numbers[0] !== MAGIC) throw new Error('gazetteer: these bytes are something else');
  if (numbers[1] !== GAZETTEER_FORMAT) throw new Error(`gazetteer: format ${numbers[1]}, this version reads ${GAZETTEER_FORMAT}`);
  const lengths = [...numbers.subarray(2)];
  const total = lengths.reduce((sum, length) => sum + align(length), head * 4);
  if (total !== whole.byteLength) throw new Error(`gazetteer: expected ${total} bytes, got ${whole.byteLength}`);
  let at = head * 4;
  const next = (index: number) => {
    const start = whole.byteOffset + at;
    at += align(lengths[index] as number);
    return start;
  };
  const json = stringOf(new Uint16Array(whole.buffer, next(0), (lengths[0] as number) / 2));
  const words = (index: number) => new Uint32Array(whole.buffer, next(index), (lengths[index] as number) / 4);
  const automaton: Automaton = {
    edges: words(1),
    filter: words(2),
    wordAt: words(3),
    outAt: words(4),
    out: words(5),
    pool: new Uint16Array(whole.buffer, next(6), (lengths[6] as number) / 2),
  };
  const { entities, groups, size } = JSON.parse(json) as Pick<Gazetteer, 'entities' | 'groups' | 'size'>;
  return { automaton, entities, groups, size };
}

const isKorean = /\p{Script=Hangul}/u;
const isKatakana = /[\p{Script=Katakana}ー]/u;

/** Scripts without spaces still have runs: a Korean name starts where its run starts, one in katakana is the whole run. */
function cutsARun(text: string, start: number, end: number): boolean {
  const first = text.charAt(start);
  if (isKorean.test(first)) return start > 0 && isKorean.test(text.charAt(start - 1));
  if (!isKatakana.test(first)) return false;
  return (start > 0 && isKatakana.test(text.charAt(start - 1))) || (end < text.length && isKatakana.test(text.charAt(end)) && isKatakana.test(text.charAt(end - 1)));
}

/** All that stands in one block: names and what speaks for or against them. Keep it as it is; `link` reads it. */
export function findCandidates(gazetteer: Gazetteer, text: string): Candidates {
  const hits: number[] = [];
  scan(gazetteer.automaton, text, hits);
  const fold = foldTable();
  let kept = 0;
  for (let at = 0; at < hits.length; at += 3) {
    const start = hits[at] as number;
    if (fold[text.charCodeAt(start)] === SINGLE && cutsARun(text, start, hits[at + 1] as number)) continue;
    hits[kept] = start;
    hits[kept + 1] = hits[at + 1] as number;
    hits[kept + 2] = hits[at + 2] as number;
    kept += 3;
  }
  hits.length = kept;
  return { hits };
}
