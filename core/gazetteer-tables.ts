import type { Making } from './pack.ts';
import { type EntityId, KINDS, type Kind, type Language, ROLES, type Role } from './profile.ts';

/**
 * What the linker knows about each form and each entity, as flat tables: a gazetteer that is read from bytes must be usable at once, so
 * nothing is unpacked before it is asked for.
 *
 *     groups     5 numbers each: flags | entity + 1 | alias | language | list of needed groups
 *     entities   6 numbers each: id | name | kind | list of offices | list of given names | list of related entities
 *     offices    in their list 3 numbers each: role | first day | last day (20241002)
 *     lists      length, then so many numbers; number 0 is the empty list
 *     strings    UTF-16 units, one after another; `stringAt` says where each starts; number 0 is the empty string
 */
export interface Tables {
  readonly groups: Uint32Array;
  readonly entities: Uint32Array;
  readonly lists: Uint32Array;
  readonly stringAt: Uint32Array;
  readonly strings: Uint16Array;
}

const GROUP_TYPES = ['name', 'decoy', 'needed', 'field', 'title', 'given'] as const;
export type GroupType = (typeof GROUP_TYPES)[number];
const MAKINGS: readonly Making[] = ['given', 'composed', 'declined', 'transliterated'];

/** What a form stands for. Forms of one alias in one language share a group. */
export interface Group {
  readonly type: GroupType;
  /** Number of the entity; names and decoys of a record only. */
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

/** An office as the linker asks for it: of what kind, and from when to when, as whole numbers (20241002) that hold all of a partial date. */
export interface OfficeTerm {
  readonly role: Role;
  readonly since: number;
  readonly until: number;
}

export interface EntityName {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: Kind;
}

export interface EntityEntry extends EntityName {
  readonly offices: readonly OfficeTerm[];
  /** Folded given names, any language: what may stand in front of the bare surname. */
  readonly given: readonly string[];
  /** Numbers of the entities that a sourced relation or an office ties to this one. */
  readonly related: readonly number[];
}

const STRONG = 1 << 3;
const BARE = 1 << 4;
const HOW_AT = 5;
const ROLE_AT = 8;

export function countOf(tables: Tables): { readonly groups: number; readonly entities: number } {
  return { groups: tables.groups.length / 5, entities: tables.entities.length / 6 };
}

export function readGroup(tables: Tables, index: number): Group | undefined {
  const at = index * 5;
  const flags = tables.groups[at];
  if (flags === undefined) return;
  const entity = tables.groups[at + 1] as number;
  const lang = readString(tables, tables.groups[at + 3] as number);
  const needs = readList(tables, tables.groups[at + 4] as number);
  const role = ROLES[(flags >>> ROLE_AT) - 1];
  return {
    type: GROUP_TYPES[flags & 7] as GroupType,
    alias: readString(tables, tables.groups[at + 2] as number),
    how: MAKINGS[(flags >>> HOW_AT) & 3] as Making,
    strong: (flags & STRONG) !== 0,
    bare: (flags & BARE) !== 0,
    ...(entity === 0 ? {} : { entity: entity - 1 }),
    ...(lang === '' ? {} : { lang }),
    ...(needs.length === 0 ? {} : { needs }),
    ...(role === undefined ? {} : { role }),
  };
}

/** The entity with this number, which must exist, without what only the linker asks. */
export function readEntityName(tables: Tables, index: number): EntityName {
  const [id = 0, name = 0, kind = 0] = tables.entities.subarray(index * 6, index * 6 + 3);
  return { id: readString(tables, id), name: readString(tables, name), kind: KINDS[kind] as Kind };
}

export function readEntity(tables: Tables, index: number): EntityEntry | undefined {
  const at = index * 6;
  if (index < 0 || at >= tables.entities.length) return;
  const [offices = 0, given = 0, related = 0] = tables.entities.subarray(at + 3, at + 6);
  return {
    ...readEntityName(tables, index),
    offices: readOffices(readList(tables, offices)),
    given: readList(tables, given).map((number) => readString(tables, number)),
    related: readList(tables, related),
  };
}

function readOffices(numbers: readonly number[]): readonly OfficeTerm[] {
  const offices: OfficeTerm[] = [];
  for (let at = 0; at < numbers.length; at += 3)
    offices.push({ role: ROLES[numbers[at] as number] as Role, since: numbers[at + 1] as number, until: numbers[at + 2] as number });
  return offices;
}

function readString(tables: Tables, number: number): string {
  const { strings, stringAt } = tables;
  // Not spread: an iterator for each of some thousand names is what a cold start would wait for.
  return String.fromCharCode.apply(undefined, strings.subarray(stringAt[number], stringAt[number + 1]) as unknown as number[]);
}

function readList(tables: Tables, at: number): readonly number[] {
  const length = tables.lists[at] ?? 0;
  return [...tables.lists.subarray(at + 1, at + 1 + length)];
}

/** Strings between two rests: a few milliseconds. */
const PER_REST = 50_000;

/** Answers where in `units` the text ends. A function of its own: called for each string, it is soon compiled well. */
function copyUnits(text: string, units: Uint16Array, from: number): number {
  for (let index = 0; index < text.length; index++) units[from + index] = text.charCodeAt(index);
  return from + text.length;
}

/** Fills tables; each string is kept once. */
export class TableWriter {
  private readonly groups: number[] = [];
  private readonly entities: number[] = [];
  private readonly lists: number[] = [0];
  private readonly strings: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);

  private string(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.strings.length);
    return this.strings.push(text) - 1;
  }

  private list(numbers: readonly number[]): number {
    if (numbers.length === 0) return 0;
    return this.lists.push(numbers.length, ...numbers) - numbers.length - 1;
  }

  /** Answers the number of the group. */
  addGroup(group: Group): number {
    const how = MAKINGS.indexOf(group.how ?? 'given');
    const role = group.role === undefined ? 0 : ROLES.indexOf(group.role) + 1;
    const flags =
      GROUP_TYPES.indexOf(group.type) | (group.strong ? STRONG : 0) | (group.bare ? BARE : 0) | (how << HOW_AT) | (role << ROLE_AT);
    const entity = group.entity === undefined ? 0 : group.entity + 1;
    this.groups.push(flags, entity, this.string(group.alias ?? ''), this.string(group.lang ?? ''), this.list(group.needs ?? []));
    return this.groups.length / 5 - 1;
  }

  addEntity(entry: EntityEntry): void {
    const offices = this.list(entry.offices.flatMap(({ role, since, until }) => [ROLES.indexOf(role), since, until]));
    const given = this.list(entry.given.map((name) => this.string(name)));
    this.entities.push(this.string(entry.id), this.string(entry.name), KINDS.indexOf(entry.kind), offices, given, this.list(entry.related));
  }

  *finishing(): Generator<void, Tables> {
    const stringAt = new Uint32Array(this.strings.length + 1);
    this.strings.forEach((text, number) => {
      stringAt[number + 1] = (stringAt[number] as number) + text.length;
    });
    yield;
    const strings = new Uint16Array(stringAt.at(-1) ?? 0);
    let at = 0;
    for (const [number, text] of this.strings.entries()) {
      if (number % PER_REST === PER_REST - 1) yield;
      at = copyUnits(text, strings, at);
    }
    yield;
    return {
      groups: new Uint32Array(this.groups),
      entities: new Uint32Array(this.entities),
      lists: new Uint32Array(this.lists),
      stringAt,
      strings,
    };
  }
}
