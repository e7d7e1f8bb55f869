import type { EntityId } from '../../core/profile.ts';
import type { SentenceRow } from '../log-rows.ts';
import { inChunks } from './chunks.ts';
import type { Snapshot, SnapshotEntity } from './snapshot.ts';

/**
 * Each name in a kept sentence as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/): a collection with one page, JSON-LD. The target
 * is the article's canonical address and the name as quoted there; the body identifies the entity and calls it by its name.
 */
export function webAnnotations(snapshot: Snapshot): Generator<string> {
  return inChunks(pieces(snapshot));
}

const COLLECTION = 'urn:x-muster:annotations';

function* pieces(snapshot: Snapshot): Generator<string> {
  const canonicals = new Map(snapshot.articles.map(({ id, canonical }) => [id, canonical]));
  const entities = new Map(snapshot.entities.map((entity) => [entity.id, entity]));
  const all = snapshot.sentences.filter(({ article }) => canonicals.has(article));
  const total = all.reduce((sum, { spans }) => sum + spans.length, 0);
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: COLLECTION,
    type: 'AnnotationCollection',
    label: snapshot.filter === undefined ? 'Muster' : `Muster: ${snapshot.filter}`,
    total,
  };
  yield `${JSON.stringify(collection).slice(0, -1)},"first":{"id":"${COLLECTION}:1","type":"AnnotationPage","startIndex":0,"items":[\n`;
  let comma = '';
  for (const sentence of all) {
    for (const annotation of annotationsOf(sentence, canonicals.get(sentence.article) ?? '', entities, snapshot.made)) {
      yield `${comma}${JSON.stringify(annotation)}`;
      comma = ',\n';
    }
  }
  yield '\n]}}\n';
}

type Entities = ReadonlyMap<EntityId, SnapshotEntity>;

function annotationsOf(sentence: SentenceRow, source: string, entities: Entities, made: string): readonly object[] {
  const { n, text, spans } = sentence;
  return spans.map(({ start, end, id }) => ({
    id: `urn:x-muster:annotation:${encodeURIComponent(source)}:${n}:${start}:${encodeURIComponent(id)}`,
    type: 'Annotation',
    motivation: 'identifying',
    generated: made,
    generator: { type: 'Software', name: 'Muster' },
    body: bodiesOf(id, entities.get(id)),
    target: { source, selector: { type: 'TextQuoteSelector', ...quoteOf(text, start, end) } },
  }));
}

/** A sentence that was too long is kept with an ellipsis where it was cut: it does not stand in the page, so it is not quoted. */
function quoteOf(text: string, start: number, end: number): { readonly prefix: string; readonly exact: string; readonly suffix: string } {
  return { prefix: text.slice(0, start).replace(/^…/, ''), exact: text.slice(start, end), suffix: text.slice(end).replace(/…$/, '') };
}

function bodiesOf(id: EntityId, entity: SnapshotEntity | undefined): readonly object[] {
  const identifying = { type: 'SpecificResource', purpose: 'identifying', source: iriOf(id) };
  return entity === undefined
    ? [identifying]
    : [identifying, { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: entity.name }];
}

/** Wikidata's own IRI where there is one. */
export function iriOf(id: EntityId): string {
  if (/^Q\d+$/.test(id)) return `http://www.wikidata.org/entity/${id}`;
  return id.startsWith('own:') ? `urn:uuid:${encodeURIComponent(id.slice(4))}` : `urn:x-muster:entity:${encodeURIComponent(id)}`;
}
