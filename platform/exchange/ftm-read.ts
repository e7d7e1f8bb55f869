import type { BadCode, BadRecord } from './bad.ts';
import { type Candidate, type Candidates, checked, firstOf } from './candidates.ts';
import { KIND_OF_FTM } from './ftm-model.ts';
import { inOrder, linesOf, objectOf } from './text-in.ts';

/**
 * Entities of the reader's own from a FollowTheMoney file, one entity a line. What names nobody that Muster marks (ties, articles, vessels) is
 * passed over and counted. Two records of one id are one entity there, so the second is a duplicate; two of one name are two.
 */
export function readFollowTheMoney(bytes: Uint8Array): Candidates {
  const { lines, bad: unread } = linesOf(bytes);
  const good: Candidate[] = [];
  const bad: BadRecord[] = [...unread];
  const isFirst = firstOf();
  let passed = 0;
  for (const { line, text } of lines) {
    const value = objectOf(text);
    const candidate = typeof value === 'string' ? { code: value } : candidateOf(value, line);
    if (candidate === 'passed') passed += 1;
    else if ('code' in candidate) bad.push({ line, ...candidate });
    else if (!isFirst(candidate.id)) bad.push({ line, code: 'duplicate' });
    else good.push(candidate.candidate);
  }
  return { good, bad: inOrder(bad), passed };
}

type Loose = Readonly<Record<string, unknown>>;
type Problem = { readonly code: BadCode; readonly detail?: string };

function candidateOf(value: Loose, line: number): { readonly id: string; readonly candidate: Candidate } | 'passed' | Problem {
  const schema = own(value, 'schema');
  const id = own(value, 'id');
  const properties = own(value, 'properties');
  if (typeof schema !== 'string') return { code: 'wrong-shape', detail: 'schema' };
  if (!Object.hasOwn(KIND_OF_FTM, schema)) return /^[A-Z][A-Za-z]+$/.test(schema) ? 'passed' : { code: 'unknown-type' };
  if (typeof id !== 'string' || id === '') return { code: 'wrong-shape', detail: 'id' };
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties))
    return { code: 'wrong-shape', detail: 'properties' };
  const texts = textsOf(properties as Loose);
  if ('code' in texts) return texts;
  const { name: names, alias, country, notes, wikidataId } = texts;
  const [name, ...others] = names;
  if (name === undefined) return { code: 'no-name' };
  const kind = KIND_OF_FTM[schema];
  if (kind === undefined) return { code: 'unknown-kind' };
  const given = checked({ name, kind, aliases: [...others, ...alias], note: notes.join('\n') });
  if (typeof given === 'string') return { code: given };
  const [where] = country.filter((code) => /^[a-z]{2}$/i.test(code));
  const qid = [...wikidataId, id].find((one) => /^Q[1-9]\d*$/.test(one));
  const known = { ...(where === undefined ? {} : { country: where.toUpperCase() }), ...(qid === undefined ? {} : { wikidata: qid }) };
  return { id, candidate: { line, own: given, ...known } };
}

const READ = ['name', 'alias', 'country', 'notes', 'wikidataId'] as const;
type Texts = { readonly [K in (typeof READ)[number]]: readonly string[] };

/** The properties that are read, empty where they are missing. Some programs write a single value without its list. */
function textsOf(properties: Loose): Texts | Problem {
  const texts: { -readonly [K in keyof Texts]?: Texts[K] } = {};
  for (const name of READ) {
    const value = own(properties, name) ?? [];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!list.every((one): one is string => typeof one === 'string')) return { code: 'wrong-shape', detail: name };
    texts[name] = list.filter((one) => one.trim() !== '');
  }
  return texts as Texts;
}

function own(value: Loose, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
