import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { foldText } from '../core/fold.ts';
import { type Pack, parsePack, writePack } from '../core/pack.ts';
import { buildPack } from '../scripts/build-packs.ts';
import { isFindable } from '../scripts/forms/settle.ts';
import { type Data, type DataRecord, readData } from '../scripts/read-data.ts';

/** What is wrong in the data is told as "data/companies/no.yaml:12: …", so that whoever edits it finds the line. */
let data: Data;
let pack: Pack;

beforeAll(async () => {
  data = readData();
  pack = await buildPack(data, 1);
}, 120_000);

function fixtureLines(name: string): readonly string[] {
  const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

function place({ file, line }: DataRecord, path: string): string {
  return `${file}:${line(path)}`;
}

/** The United Nations and NATO have files of their own, though their country is none. */
function isFileOf(stem: string | undefined, country: string): boolean {
  return stem === country.toLowerCase() || (country === 'INT' && ['un', 'nato', 'eu'].includes(stem ?? ''));
}

test('no decoy folds to the very form that it would hide', () => {
  const forms = new Map(
    pack.records.flatMap(({ profile, forms: groups }) =>
      groups.flatMap(({ texts }) => texts.map((text) => [foldText(text), profile.name])),
    ),
  );
  const decoys = [...pack.header.decoys, ...pack.records.flatMap(({ profile }) => profile.decoys)];
  expect(decoys.filter((decoy) => forms.has(foldText(decoy)))).toEqual([]);
});

describe('each record', () => {
  test('stands in the file of its kind and country, sorted by id', () => {
    const problems = data.records.flatMap((record, i) => {
      const { id, country } = record.profile;
      const before = data.records[i - 1];
      const unsorted =
        before?.file === record.file && before.profile.id >= id
          ? [`${place(record, 'id')}: ${id} must stand before ${before.profile.id}`]
          : [];
      const stem = basename(record.file, '.yaml').split('-')[0];
      const foreign = country !== undefined && !isFileOf(stem, country) ? [`${place(record, 'country')}: ${country} in ${stem}.yaml`] : [];
      return [...unsorted, ...foreign];
    });
    expect(problems).toEqual([]);
  });

  test('names the source of each statement among its sources', () => {
    const problems = data.records.flatMap((record) => {
      const { facts, offices, relations, sources } = record.profile;
      return Object.entries({ facts, offices, relations }).flatMap(([key, list]) =>
        list.flatMap(({ source }, i) =>
          sources.includes(source) ? [] : [`${place(record, `${key}[${i}].source`)}: ${source} is not among the record's sources`],
        ),
      );
    });
    expect(problems).toEqual([]);
  });

  test('has no alias or decoy that the scan could never find, for a sign between its words that ends a name', () => {
    const problems = data.records.flatMap((record) =>
      Object.entries({ aliases: record.profile.aliases.map(({ text }) => text), decoys: record.profile.decoys }).flatMap(([key, texts]) =>
        texts.flatMap((text, i) =>
          isFindable(text) ? [] : [`${place(record, `${key}[${i}]`)}: '${text}' is never found; write it otherwise`],
        ),
      ),
    );
    expect(problems).toEqual([]);
  });

  test('says no alias twice, and no decoy that is also an alias', () => {
    const problems = data.records.flatMap((record) => {
      const { aliases, decoys } = record.profile;
      const texts = aliases.map(({ text }) => text);
      // Кулеба is written alike in Ukrainian and Russian, but declined apart.
      const keys = aliases.map(({ text, lang = '' }) => `${text} (${lang})`);
      const twice = keys.flatMap((key, i) =>
        keys.indexOf(key) === i ? [] : [`${place(record, `aliases[${i}]`)}: ${key} is listed twice`],
      );
      const both = decoys.flatMap((text, i) => (texts.includes(text) ? [`${place(record, `decoys[${i}]`)}: ${text} is an alias too`] : []));
      return [...twice, ...both];
    });
    expect(problems).toEqual([]);
  });
});

describe('strong aliases', () => {
  test('are no ordinary words', () => {
    const common = new Set(
      fixtureLines('common-words.txt')
        .flatMap((line) => line.split(' '))
        .map(foldText),
    );
    const problems = data.records.flatMap((record) => {
      const { name, aliases } = record.profile;
      const listed = aliases.map(({ text, role }, i) => ({ text, role, path: `aliases[${i}]` }));
      const own = aliases.some(({ text }) => text === name) ? [] : [{ text: name, role: 'strong', path: 'name' }];
      return [...own, ...listed].flatMap(({ text, role, path }) =>
        role === 'strong' && common.has(foldText(text)) ? [`${place(record, path)}: '${text}' is an ordinary word; make it weak`] : [],
      );
    });
    expect(problems).toEqual([]);
  });

  test('name one entity only, in all their forms', () => {
    const records = new Map(data.records.map((record) => [record.profile.id, record]));
    const owners = new Map<string, string>();
    const problems = new Set<string>();
    for (const { profile, forms } of pack.records) {
      for (const { alias, role, texts } of forms) {
        for (const text of role === 'strong' ? texts : []) {
          const owner = owners.get(foldText(text)) ?? profile.id;
          owners.set(foldText(text), owner);
          if (owner !== profile.id) problems.add(sharedAlias(records.get(profile.id), records.get(owner), alias, text));
        }
      }
    }
    expect([...problems]).toEqual([]);
  });
});

function sharedAlias(record: DataRecord | undefined, owner: DataRecord | undefined, alias: string, text: string): string {
  if (record === undefined || owner === undefined) throw new Error(`${text} belongs to no record`);
  const at = record.profile.aliases.findIndex((one) => one.text === alias);
  const path = at >= 0 ? `aliases[${at}]` : 'name';
  return `${place(record, path)}: '${text}' is a strong form of ${owner.profile.name} (${place(owner, '')}) too`;
}

describe('coverage', () => {
  test('enough of each kind, and 450 officials with dated offices', () => {
    const count = (kind: string) => data.records.filter(({ profile }) => profile.kind === kind).length;
    const dated = data.records.filter(({ profile: { offices } }) => offices.some(({ since, until }) => (since ?? until) !== undefined));
    expect(count('company')).toBeGreaterThanOrEqual(800);
    expect(dated.length).toBeGreaterThanOrEqual(450);
    expect(count('organisation')).toBeGreaterThanOrEqual(150);
    expect(count('event')).toBeGreaterThanOrEqual(30);
    expect(count('programme')).toBeGreaterThanOrEqual(40);
    expect(data.decoys.length).toBeGreaterThanOrEqual(60);
    expect(data.sites.length).toBeGreaterThanOrEqual(300);
  });

  test('a host is not both read and never read', () => {
    const never = data.never.map(({ host }) => host);
    const within = (host: string) => never.some((other) => host === other || host.endsWith(`.${other}`));
    expect(data.sites.map(({ host }) => host).filter(within)).toEqual([]);
  });
});

describe('the pack', () => {
  test('is the same bytes each time, and the same pack when read back', async () => {
    const text = writePack(pack);
    expect(writePack(await buildPack(data, 1))).toBe(text);
    expect(writePack(parsePack(text))).toBe(text);
  }, 30_000);

  test('stays below 1.5 MB as it travels', () => {
    expect(gzipSync(writePack(pack), { level: 9 }).length).toBeLessThan(1_500_000);
  });
});
