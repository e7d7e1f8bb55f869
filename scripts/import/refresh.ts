import { foldText } from '../../core/fold.ts';
import type { Fact, Office } from '../../core/profile.ts';
import type { Data, DataRecord } from '../read-data.ts';
import { type Imported, type Importer, nameKey } from './imported.ts';

/**
 * What a source says that the data does not, or says otherwise. Nothing is overruled: a statement that came from the same source is brought up to
 * date, one that is missing is added, and where another source says something else both are told, for a person to decide (the later date wins).
 */
export type Change =
  | {
      readonly type: 'added' | 'updated';
      readonly record: DataRecord;
      readonly at: number | undefined;
      readonly fact: Imported['facts'][number];
      readonly was?: string;
    }
  | {
      readonly type: 'differs';
      readonly record: DataRecord;
      readonly what: string;
      readonly ours: string;
      readonly theirs: string;
      readonly source: string;
    }
  | { readonly type: 'new'; readonly imported: Imported };

/** Finds records by id, else by a name that only one record of that kind bears. */
export function finder({ records }: Data): (imported: Imported) => DataRecord | undefined {
  const byId = new Map(records.map((record) => [record.profile.id, record]));
  const byName = new Map<string, DataRecord | 'several'>();
  for (const record of records) {
    const { name, aliases, kind } = record.profile;
    for (const key of new Set([name, ...aliases.filter(({ role }) => role === 'strong').map(({ text }) => text)].map(nameKey))) {
      const known = byName.get(`${kind} ${key}`);
      byName.set(`${kind} ${key}`, known === undefined || known === record ? record : 'several');
    }
  }
  return ({ id, names, kind }) => {
    const known = id === undefined ? undefined : byId.get(id);
    if (known !== undefined) return known;
    const found = names.map((name) => byName.get(`${kind} ${nameKey(name)}`)).find((record) => record !== undefined);
    return found === 'several' ? undefined : found;
  };
}

/** All changes, in the order of the rows; a row that is wholly in the data makes none. */
export function changesOf(data: Data, importer: Importer, rows: readonly Imported[]): readonly Change[] {
  const find = finder(data);
  const changes = new Map<string, Change>();
  /** Of several rows for one record (two classes of shares) it is enough that one agrees. */
  const agreed = new Set<string>();
  for (const imported of rows) {
    const record = find(imported);
    if (record === undefined) changes.set(`new ${imported.id ?? nameKey(imported.names[0] ?? '')}`, { type: 'new', imported });
    else {
      for (const fact of imported.facts) if (agreesWith(record, fact)) agreed.add(`${record.profile.id} ${fact.key}`);
      for (const change of changesOfRecord(record, importer, imported)) changes.set(keyOf(change), change);
    }
  }
  return [...changes].filter(([key]) => !agreed.has(key)).map(([, change]) => change);
}

function agreesWith({ profile }: DataRecord, fact: Imported['facts'][number]): boolean {
  return profile.facts.some((one) => one.key === fact.key && sameFact(one, fact));
}

function keyOf(change: Exclude<Change, { type: 'new' }>): string {
  return `${change.record.profile.id} ${change.type === 'differs' ? change.what : change.fact.key}`;
}

function changesOfRecord(record: DataRecord, importer: Importer, imported: Imported): readonly Exclude<Change, { type: 'new' }>[] {
  const { profile } = record;
  const told = (what: string, ours: string, theirs: string, source: string) =>
    ({ type: 'differs', record, what, ours, theirs, source }) as const;
  const identity =
    imported.id !== undefined && imported.id !== profile.id && profile.id.startsWith('Q') ? [told('id', profile.id, imported.id, '')] : [];
  const country =
    imported.country !== undefined && profile.country !== undefined && imported.country !== profile.country
      ? [told('country', profile.country, imported.country, '')]
      : [];
  // A subsidiary abroad may bear the very name: what it says of its seat and site is not ours.
  if (country.length > 0 && identity.length + Number(imported.id !== undefined) === 0) return country;
  return [
    ...identity,
    ...country,
    ...imported.facts.flatMap((fact) => factChange(record, importer, fact) ?? []),
    ...imported.offices.flatMap(({ office, since, until }) => {
      const ours = profile.offices.find((one) => sameOffice(one, office));
      if (ours === undefined) return [];
      return [
        ...(since !== undefined && !samePart(ours.since, since)
          ? [told(`${office}, since`, ours.since ?? 'nothing', since, ours.source)]
          : []),
        ...(until !== undefined && !samePart(ours.until, until)
          ? [told(`${office}, until`, ours.until ?? 'nothing', until, ours.source)]
          : []),
      ];
    }),
  ];
}

function factChange(record: DataRecord, importer: Importer, fact: Imported['facts'][number]): Exclude<Change, { type: 'new' }> | undefined {
  const at = record.profile.facts.findIndex(({ key }) => key === fact.key);
  const ours = record.profile.facts[at];
  if (ours === undefined) return { type: 'added', record, at: undefined, fact };
  if (agreesWith(record, fact)) return undefined;
  if (ours.source === importer.source) return { type: 'updated', record, at, fact, was: ours.value };
  return { type: 'differs', record, what: fact.key, ours: ours.value, theirs: fact.value, source: ours.source };
}

function sameFact(ours: Fact, theirs: Imported['facts'][number]): boolean {
  if (ours.key !== 'website') return foldText(ours.value) === foldText(theirs.value) || samePart(ours.value, theirs.value);
  const site = (address: string) => address.replace(/^https?:\/\/(?:www\.)?|\/+$/gi, '').toLowerCase();
  return site(ours.value) === site(theirs.value);
}

function sameOffice({ office }: Office, theirs: string): boolean {
  return foldText(office) === foldText(theirs);
}

/** "2026" and "2026-07-16" agree: one only says more. */
function samePart(a: string | undefined, b: string): boolean {
  return a !== undefined && (a.startsWith(b) || b.startsWith(a)) && /^\d{4}/.test(b) ? true : a === b;
}
