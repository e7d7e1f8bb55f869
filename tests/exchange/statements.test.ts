import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cslJson, datePartsOf } from '../../platform/exchange/csl-json.ts';
import { followTheMoney } from '../../platform/exchange/follow-the-money.ts';
import { FTM_REQUIRED, type FtmEntity, type FtmSchema } from '../../platform/exchange/ftm-model.ts';
import { readFollowTheMoney } from '../../platform/exchange/ftm-read.ts';
import type { Snapshot } from '../../platform/exchange/snapshot.ts';
import { iriOf, webAnnotations } from '../../platform/exchange/web-annotation.ts';
import type { ArticleRow } from '../../platform/log-rows.ts';
import { ownEntity } from './own-rows.ts';
import { bytesOf, fileOf, RUNS, snapshot } from './snapshots.ts';

/** The formats that state something about entities and articles: FollowTheMoney, Web Annotation, CSL-JSON. */

const linesOf = (all: Snapshot): readonly FtmEntity[] =>
  fileOf(followTheMoney(all))
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as FtmEntity]));

/** What may stand at each end, from the published `range` of the properties, with its descendants. */
const ORGANIZATION = ['Organization', 'Company', 'PublicBody'];
const LEGAL = [...ORGANIZATION, 'Person', 'LegalEntity'];
const THING = [...LEGAL, 'Event', 'Project', 'Article'];
const RANGES: Readonly<Record<string, readonly string[]>> = {
  director: LEGAL,
  organization: ORGANIZATION,
  member: LEGAL,
  owner: LEGAL,
  asset: ['Company'],
  predecessor: LEGAL,
  successor: LEGAL,
  subject: THING,
  object: THING,
  document: ['Article'],
  resolved: LEGAL,
};
const THING_PROPERTIES = ['name', 'alias', 'country', 'wikidataId', 'notes', 'sourceUrl', 'publisher', 'retrievedAt'];
const TIE = ['role', 'startDate', 'endDate', 'date', 'publisher', 'sourceUrl'];
const LEGAL_PROPERTIES = [...THING_PROPERTIES, 'website', 'leiCode'];
/** Properties that the published schemas have, as far as any of them is used. */
const PROPERTIES: Readonly<Record<FtmSchema, readonly string[]>> = {
  Company: [...LEGAL_PROPERTIES, 'isinCode'],
  Person: LEGAL_PROPERTIES,
  Organization: LEGAL_PROPERTIES,
  PublicBody: LEGAL_PROPERTIES,
  Event: THING_PROPERTIES,
  Project: THING_PROPERTIES,
  Article: [...THING_PROPERTIES, 'title', 'author', 'publishedAt', 'language', 'namesMentioned'],
  Mention: ['document', 'resolved', 'name', 'detectedSchema'],
  Directorship: [...TIE, 'director', 'organization'],
  Membership: [...TIE, 'member', 'organization'],
  Ownership: [...TIE, 'owner', 'asset'],
  Succession: [...TIE, 'predecessor', 'successor'],
  UnknownLink: [...TIE, 'subject', 'object'],
};

test('FollowTheMoney: known schemas and properties, what is required is there, ends are of the right range', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(snapshot, (all) => {
      const lines = linesOf(all);
      const schemas = new Map(lines.map(({ id, schema }) => [id, schema]));
      for (const { id, schema, properties } of lines) {
        met.add(schema);
        expect(id).toMatch(/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/);
        expect(PROPERTIES[schema as FtmSchema]).toEqual(expect.arrayContaining(Object.keys(properties)));
        for (const name of FTM_REQUIRED[schema as FtmSchema]) expect(properties[name]?.[0]).toBeTruthy();
        for (const date of ['startDate', 'endDate', 'date', 'publishedAt', 'retrievedAt']) {
          for (const value of properties[date] ?? []) expect(value).toMatch(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?)?)?$/);
        }
        expect(['eng', 'ukr', undefined]).toContain(properties.language?.[0]);
        for (const [name, values] of Object.entries(properties)) {
          expect(values.length > 0 && values.every((value) => typeof value === 'string' && value !== '')).toBe(true);
          for (const end of RANGES[name] === undefined ? [] : values) expect(RANGES[name]).toContain(schemas.get(end));
        }
      }
      expect(lines.filter(({ schema }) => schema === 'Article')).toHaveLength(all.articles.length);
      expect(lines.map(({ schema }) => schema).filter((schema) => schema === 'UnknownLink').length).toBeLessThanOrEqual(
        all.relations.length,
      );
    }),
    // The seed is given, so that each schema is met each time.
    { ...RUNS, seed: 11 },
  );
  expect([...met].sort()).toEqual(Object.keys(FTM_REQUIRED).sort());
});

test('FollowTheMoney: entities of one’s own go out and come in', () => {
  const none = { articles: [], sightings: [], sentences: [], pairs: [], relations: [], verdicts: [], annotations: [], lists: [] };
  fc.assert(
    fc.property(fc.uniqueArray(ownEntity, { minLength: 1, maxLength: 4, selector: ({ id }) => id }), (own) => {
      const entities = own.map(({ id, name, kind, aliases }) => ({ id, name, kind, aliases, country: 'UA', source: 'own' as const }));
      const { good, bad, passed } = readFollowTheMoney(bytesOf(fileOf(followTheMoney({ made: '', entities, own, ...none }))));
      expect({ bad, passed }).toEqual({ bad: [], passed: 0 });
      const given = own.map(({ id: _id, added: _added, ...rest }, i) => ({ line: i + 1, country: 'UA', own: rest }));
      expect(good).toEqual(given);
    }),
    RUNS,
  );
});

describe('FollowTheMoney: which schema a relation becomes', () => {
  const entity = (id: string, kind: Snapshot['entities'][number]['kind']) => ({
    id,
    kind,
    name: id,
    aliases: [],
    source: 'packaged' as const,
  });
  const entities = [
    entity('Q1', 'company'),
    entity('Q2', 'company'),
    entity('Q3', 'official'),
    entity('Q4', 'organisation'),
    entity('Q5', 'event'),
  ];
  const none = { made: '', articles: [], sightings: [], sentences: [], pairs: [], own: [], verdicts: [], annotations: [], lists: [] };
  const source = { title: 'Register', url: 'https://register.example/' };
  test.each([
    [
      { from: 'Q1', to: 'Q2', type: 'owns', since: '2014' },
      'Ownership',
      { owner: ['Q1'], asset: ['Q2'], startDate: ['2014'], role: ['owns'] },
    ],
    [{ from: 'Q1', to: 'Q4', type: 'owns' }, 'UnknownLink', { subject: ['Q1'], object: ['Q4'] }],
    [{ from: 'Q1', to: 'Q4', type: 'member-of' }, 'Membership', { member: ['Q1'], organization: ['Q4'] }],
    [
      { from: 'Q1', to: 'Q2', type: 'succeeded-by', on: '2020-05' },
      'Succession',
      { predecessor: ['Q1'], successor: ['Q2'], date: ['2020-05'] },
    ],
    [{ from: 'Q1', to: 'Q5', type: 'attended' }, 'UnknownLink', { subject: ['Q1'], object: ['Q5'], role: ['attended'] }],
    [
      { from: 'Q3', to: 'Q4', type: 'office', role: 'minister', office: 'Minister' },
      'Directorship',
      { director: ['Q3'], role: ['Minister'] },
    ],
    [{ from: 'Q3', to: 'Q4', type: 'office', role: 'adviser', office: 'Adviser' }, 'Membership', { member: ['Q3'], role: ['Adviser'] }],
    [{ from: 'Q3', to: 'Q4', type: 'office', office: 'Something' }, 'UnknownLink', { subject: ['Q3'], role: ['Something'] }],
  ] as const)('%o', (relation, schema, properties) => {
    const lines = linesOf({ ...none, entities, relations: [{ ...relation, source }] });
    expect(lines).toHaveLength(6);
    expect(lines[5]).toMatchObject({
      schema,
      properties: { ...properties, publisher: ['Register'], sourceUrl: ['https://register.example/'] },
    });
    expect(lines[3]?.schema).toBe('role' in relation && relation.role === 'minister' ? 'PublicBody' : 'Organization');
  });

  test('a relation to what is not in the file is left out', () => {
    expect(linesOf({ ...none, entities, relations: [{ from: 'Q1', to: 'Q9', type: 'owns', source }] })).toHaveLength(5);
  });
});

interface Annotation {
  readonly id: string;
  readonly type: string;
  readonly body: readonly { readonly purpose: string; readonly source?: string; readonly value?: string }[];
  readonly target: {
    readonly source: string;
    readonly selector: { readonly type: string; readonly prefix: string; readonly exact: string; readonly suffix: string };
  };
}

test('Web Annotation: prefix, exact and suffix are the sentence, the body is the entity', () => {
  fc.assert(
    fc.property(snapshot, (all) => {
      const { total, first, ...collection } = JSON.parse(fileOf(webAnnotations(all)));
      const items: readonly Annotation[] = first.items;
      expect(collection).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection' });
      const spans = all.sentences.flatMap((row) => row.spans.map((span) => ({ ...row, ...span })));
      expect([total, items.length, new Set(items.map(({ id }) => id)).size]).toEqual([spans.length, spans.length, spans.length]);
      for (const [i, { type, body, target }] of items.entries()) {
        const { text, start, end, id, article } = spans[i] as (typeof spans)[number];
        const { prefix, exact, suffix } = target.selector;
        expect([type, target.selector.type, exact]).toEqual(['Annotation', 'TextQuoteSelector', text.slice(start, end)]);
        expect(`${prefix}${exact}${suffix}`).toBe(text);
        expect(target.source).toBe(all.articles.find((row) => row.id === article)?.canonical);
        const name = all.entities.find((one) => one.id === id)?.name;
        expect(body.map(({ source, value }) => source ?? value)).toEqual(name === undefined ? [iriOf(id)] : [iriOf(id), name]);
      }
    }),
    RUNS,
  );
});

test('Web Annotation: an ellipsis where the sentence was cut is not quoted', () => {
  const article = { id: 1, canonical: 'https://n.example/a' } as ArticleRow;
  const sentences = [{ article: 1, n: 0, paragraph: 0, text: '…a Saab b…', spans: [{ start: 3, end: 7, id: 'Q1' }] }];
  const none = { made: '', entities: [], sightings: [], pairs: [], relations: [], own: [], verdicts: [], annotations: [], lists: [] };
  const [item] = JSON.parse([...webAnnotations({ ...none, articles: [article], sentences })].join('')).first.items;
  expect(item.target.selector).toEqual({ type: 'TextQuoteSelector', prefix: 'a ', exact: 'Saab', suffix: ' b' });
});

test.each([
  ['Q42', 'http://www.wikidata.org/entity/Q42'],
  ['muster:acme', 'urn:x-muster:entity:muster%3Aacme'],
  ['own:00000000-0000-4000-8000-000000000001', 'urn:uuid:00000000-0000-4000-8000-000000000001'],
])('the IRI of %s', (id, iri) => {
  expect(iriOf(id)).toBe(iri);
});

const CSL_FIELDS = ['id', 'type', 'title', 'author', 'container-title', 'issued', 'accessed', 'language', 'URL'];

test('CSL-JSON: an item an article, with only what the schema knows', () => {
  fc.assert(
    fc.property(snapshot, (all) => {
      const items = JSON.parse(fileOf(cslJson(all)));
      expect(items).toHaveLength(all.articles.length);
      for (const [i, item] of items.entries()) {
        const { canonical, title, publisher, author, lang, lastSeen } = all.articles[i] as ArticleRow;
        expect(CSL_FIELDS).toEqual(expect.arrayContaining(Object.keys(item)));
        expect(item).toMatchObject({ id: canonical, URL: canonical, title, type: publisher === '' ? 'webpage' : 'article-newspaper' });
        expect([item['container-title'] ?? '', item.language]).toEqual([publisher, lang]);
        const names = (author ?? '').split(',').map((name) => name.trim());
        expect((item.author ?? []).map((one: { literal: string }) => one.literal)).toEqual(names.filter((name) => name !== ''));
        for (const {
          'date-parts': [parts],
        } of [item.accessed, item.issued ?? item.accessed]) {
          const [year, month = 1, day = 1] = parts;
          expect(year >= 0 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31).toBe(true);
        }
        expect(item.accessed).toEqual(datePartsOf(lastSeen.slice(0, 10)));
      }
    }),
    RUNS,
  );
});

test.each([
  ['2026', [2026]],
  ['2026-07', [2026, 7]],
  ['2026-07-06', [2026, 7, 6]],
  ['2026-07-06T23:59:00+02:00', [2026, 7, 6]],
  ['2026-13', [2026]],
  ['2026-7', undefined],
  ['last week', undefined],
  ['', undefined],
])('the parts of the date "%s"', (iso, parts) => {
  expect(datePartsOf(iso)).toEqual(parts === undefined ? undefined : { 'date-parts': [parts] });
});
