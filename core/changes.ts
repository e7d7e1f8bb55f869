import type { PackRecord } from './pack.ts';
import type { Alias, EntityId, Kind, Office, PersonName, Profile } from './profile.ts';

/** What an update did to one profile, field by field, for the reader to look through. */
export interface Change {
  readonly id: EntityId;
  readonly what: 'added' | 'changed' | 'removed';
  readonly kind: Kind;
  readonly name: string;
  readonly fields: readonly FieldChange[];
}

/** One statement that is there now and was not, or the other way round, or says something else. */
export interface FieldChange {
  readonly field: ChangedField;
  readonly before?: string;
  readonly after?: string;
}

export type ChangedField =
  | 'name'
  | 'country'
  | 'names'
  | 'other names'
  | 'offices'
  | 'relations'
  | 'facts'
  | 'not this'
  | 'sources'
  | 'forms'
  | 'as of';

/** Compares two versions of a record. A new or removed one has no fields: its profile says it all, or must not. */
export function changeOf(before: PackRecord | undefined, after: PackRecord | undefined): Change {
  const { id, kind, name } = ((after ?? before) as PackRecord).profile;
  if (before === undefined || after === undefined) return { id, what: after === undefined ? 'removed' : 'added', kind, name, fields: [] };
  const [was, is] = [before.profile, after.profile];
  const fields = [
    ...single('name', was.name, is.name),
    ...single('country', was.country, is.country),
    ...keyed('names', namesOf(was), namesOf(is)),
    ...keyed('other names', aliasesOf(was), aliasesOf(is)),
    ...keyed('offices', officesOf(was), officesOf(is)),
    ...keyed('relations', relationsOf(was), relationsOf(is)),
    ...keyed('facts', factsOf(was), factsOf(is)),
    ...keyed('not this', new Map(was.decoys.map((text) => [text, text])), new Map(is.decoys.map((text) => [text, text]))),
    ...single('sources', was.sources.join(', '), is.sources.join(', ')),
    ...formsChange(before, after),
    ...single('as of', was.asOf, is.asOf),
  ];
  return { id, what: 'changed', kind, name, fields };
}

function single(field: ChangedField, before: string | undefined, after: string | undefined): readonly FieldChange[] {
  return before === after ? [] : [fieldChange(field, before, after)];
}

function fieldChange(field: ChangedField, before: string | undefined, after: string | undefined): FieldChange {
  return { field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** Statements by what they are about: with the same key they are one that says something else now. */
function keyed(field: ChangedField, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly FieldChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => single(field, before.get(key), after.get(key)));
}

function span({ since, until }: { readonly since?: string; readonly until?: string }): string {
  return since === undefined && until === undefined ? '' : ` (${since ?? ''}–${until ?? ''})`;
}

function namesOf({ names }: Profile): ReadonlyMap<string, string> {
  const parts = ({ given, patronymic, family }: PersonName) => [given, patronymic, family].filter((part) => part !== undefined).join(' ');
  return new Map(Object.entries(names ?? {}).map(([lang, name]) => [lang, `${lang}: ${parts(name)}`]));
}

function aliasesOf({ aliases }: Profile): ReadonlyMap<string, string> {
  const weak = ({ role, needs }: Alias) => (role === 'strong' ? '' : `, needs ${needs?.join(', ') ?? 'evidence'}`);
  return new Map(aliases.map((alias) => [`${alias.lang ?? ''} ${alias.text}`, `${alias.text}${weak(alias)}${span(alias)}`]));
}

function officesOf({ offices }: Profile): ReadonlyMap<string, string> {
  const text = (office: Office) => `${office.office}${office.acting === true ? ', acting' : ''}${span(office)}`;
  return byKey(offices, ({ office, since }) => `${office} ${since ?? ''}`, text);
}

function relationsOf({ relations }: Profile): ReadonlyMap<string, string> {
  const on = (day: string | undefined) => (day === undefined ? '' : ` (${day})`);
  return byKey(
    relations,
    ({ type, to, on: day }) => `${type} ${to} ${day ?? ''}`,
    (one) => `${one.type} ${one.to}${on(one.on)}${span(one)}`,
  );
}

function factsOf({ facts }: Profile): ReadonlyMap<string, string> {
  return byKey(
    facts,
    ({ key }) => key,
    ({ key, value, asOf }) => `${key}: ${value}${asOf === undefined ? '' : ` (as of ${asOf})`}`,
  );
}

/** Two statements about the same thing stand side by side, numbered. */
function byKey<T>(all: readonly T[], key: (one: T) => string, text: (one: T) => string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const one of all) {
    let name = key(one);
    while (map.has(name)) name += "'";
    map.set(name, text(one));
  }
  return map;
}

/** Forms are many and made by rule: only how many there are is told. */
function formsChange(before: PackRecord, after: PackRecord): readonly FieldChange[] {
  if (JSON.stringify(before.forms) === JSON.stringify(after.forms)) return [];
  const count = ({ forms }: PackRecord) => `${forms.reduce((sum, { texts }) => sum + texts.length, 0)} forms`;
  return [fieldChange('forms', count(before), count(after))];
}
