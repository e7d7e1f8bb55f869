import {
  at,
  checkCountry,
  checkDate,
  checkEntityId,
  checkFlag,
  checkLanguage,
  checkList,
  checkMap,
  checkOneOf,
  checkSourceId,
  checkText,
  checkWebAddress,
  type Loose,
  type Problems,
} from './check.ts';
import {
  type Alias,
  type CaseRule,
  FACT_KEYS,
  type Fact,
  type Kind,
  type Office,
  type PersonName,
  type Profile,
  RELATION_TYPES,
  type Relation,
  ROLES,
  type Source,
  type Strength,
} from './profile.ts';

/**
 * One record, from YAML or from a line of a pack, checked field by field. Both have the same keys, so that a pack is as
 * readable as the data it came from; `as-of` becomes `asOf`.
 */
export type Parsed = { readonly profile: Profile } | { readonly problems: readonly string[] };

const STRENGTHS: readonly Strength[] = ['strong', 'weak'];
const CASE_RULES: readonly CaseRule[] = ['capital', 'exact', 'any'];
const RECORD_KEYS = ['id', 'kind', 'name', 'country', 'names', 'facts', 'aliases', 'decoys', 'offices', 'relations', 'sources', 'as-of'];
const LONGEST_FACT = 400;
/** More of anything than this is a mistake, or somebody's attempt to make every word a name. */
const MOST = 400;

/** The record as a profile, or everything that is wrong with it, each problem with its path ("aliases[2].role: …"). */
export function parseProfile(value: unknown, kind: Kind): Parsed {
  const problems: Problems = [];
  const map = checkMap(value, '', RECORD_KEYS, problems);
  if (map === undefined) return { problems };
  if (map.kind !== undefined && map.kind !== kind) checkOneOf(map.kind, 'kind', [kind], problems);
  const profile = {
    id: checkEntityId(map.id, 'id', problems) ?? '',
    kind,
    name: checkText(map.name, 'name', problems) ?? '',
    ...optional('country', map, checkCountry, '', problems),
    aliases: checkList(map.aliases, 'aliases', problems, (v, path) => parseAlias(v, path, problems), MOST),
    ...parseNames(map.names, kind, problems),
    decoys: checkList(map.decoys, 'decoys', problems, (v, path) => checkText(v, path, problems), MOST),
    offices: checkList(map.offices, 'offices', problems, (v, path) => parseOffice(v, path, problems), MOST),
    relations: checkList(map.relations, 'relations', problems, (v, path) => parseRelation(v, path, problems), MOST),
    facts: checkList(map.facts, 'facts', problems, (v, path) => parseFact(v, path, problems), MOST),
    sources: checkList(map.sources, 'sources', problems, (v, path) => checkSourceId(v, path, problems), MOST),
    asOf: checkDate(map['as-of'], 'as-of', problems) ?? '',
  };
  if (profile.sources.length === 0) problems.push('sources: a record names at least one source');
  if (kind !== 'official' && profile.offices.length > 0) problems.push('offices: only officials hold offices');
  return problems.length > 0 ? { problems } : { profile };
}

function parseAlias(value: unknown, path: string, problems: Problems): Alias | undefined {
  if (typeof value === 'string') {
    const text = checkText(value, path, problems);
    return text === undefined ? undefined : { text, role: 'strong' };
  }
  const map = checkMap(value, path, ['text', 'lang', 'role', 'needs', 'case', 'fixed', 'since', 'until', 'source'], problems);
  if (map === undefined) return undefined;
  const needs = checkList(map.needs, at(path, 'needs'), problems, (v, p) => checkText(v, p, problems), MOST);
  if ((map.since ?? map.until) !== undefined && map.source === undefined)
    problems.push(`${path}: a name with dates needs a source for them`);
  return {
    text: checkText(map.text, at(path, 'text'), problems) ?? '',
    ...optional('lang', map, checkLanguage, path, problems),
    role: map.role === undefined ? 'strong' : (checkOneOf(map.role, at(path, 'role'), STRENGTHS, problems) ?? 'weak'),
    ...(needs.length > 0 ? { needs } : {}),
    ...optional('case', map, (v, p) => checkOneOf(v, p, CASE_RULES, problems), path, problems),
    ...optional('fixed', map, checkFlag, path, problems),
    ...parseSpan(map, path, problems),
    ...optional('source', map, checkSourceId, path, problems),
  };
}

function parseNames(value: unknown, kind: Kind, problems: Problems): { names?: Record<string, PersonName> } {
  if (value === undefined) return {};
  if (kind !== 'official') problems.push('names: only persons have a given and a family name; use aliases');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    checkMap(value, 'names', [], problems);
    return {};
  }
  const languages = Object.keys(value).length;
  if (languages > MOST) {
    problems.push(`names: has ${languages} languages, at most ${MOST} are allowed`);
    return {};
  }
  const names: Record<string, PersonName> = {};
  for (const [lang, parts] of Object.entries(value)) {
    const path = at('names', lang);
    const map = checkMap(parts, path, ['given', 'patronymic', 'family', 'gender'], problems);
    if (checkLanguage(lang, path, problems) === undefined || map === undefined) continue;
    names[lang] = {
      ...optional('given', map, checkText, path, problems),
      ...optional('patronymic', map, checkText, path, problems),
      family: checkText(map.family, at(path, 'family'), problems) ?? '',
      ...optional('gender', map, (v, p) => checkOneOf(v, p, ['m', 'f'] as const, problems), path, problems),
    };
  }
  return Object.keys(names).length > 0 ? { names } : {};
}

function parseOffice(value: unknown, path: string, problems: Problems): Office | undefined {
  const map = checkMap(value, path, ['office', 'role', 'organisation', 'since', 'until', 'acting', 'source'], problems);
  if (map === undefined) return undefined;
  const role = checkOneOf(map.role, at(path, 'role'), ROLES, problems);
  const office = {
    office: checkText(map.office, at(path, 'office'), problems) ?? '',
    ...optional('organisation', map, checkEntityId, path, problems),
    ...parseSpan(map, path, problems),
    ...optional('acting', map, checkFlag, path, problems),
    source: checkSourceId(map.source, at(path, 'source'), problems) ?? '',
  };
  return role === undefined ? undefined : { ...office, role };
}

function parseRelation(value: unknown, path: string, problems: Problems): Relation | undefined {
  const map = checkMap(value, path, ['type', 'to', 'on', 'since', 'until', 'source'], problems);
  if (map === undefined) return undefined;
  const type = checkOneOf(map.type, at(path, 'type'), RELATION_TYPES, problems);
  const relation = {
    to: checkEntityId(map.to, at(path, 'to'), problems) ?? '',
    ...optional('on', map, checkDate, path, problems),
    ...parseSpan(map, path, problems),
    source: checkSourceId(map.source, at(path, 'source'), problems) ?? '',
  };
  return type === undefined ? undefined : { type, ...relation };
}

function parseSpan(map: Loose, path: string, problems: Problems): { since?: string; until?: string } {
  const span = { ...optional('since', map, checkDate, path, problems), ...optional('until', map, checkDate, path, problems) };
  const { since, until } = span;
  // A month compares with a day by their common part: since 2025-07, until 2025-07-16 is in order.
  if (since !== undefined && until !== undefined && until.slice(0, since.length) < since.slice(0, until.length)) {
    problems.push(`${at(path, 'until')}: ${until} lies before since (${since})`);
  }
  return span;
}

function parseFact(value: unknown, path: string, problems: Problems): Fact | undefined {
  const map = checkMap(value, path, ['key', 'value', 'source', 'as-of'], problems);
  if (map === undefined) return undefined;
  const key = checkOneOf(map.key, at(path, 'key'), FACT_KEYS, problems);
  const check = key === 'website' ? checkWebAddress : key === 'date' || key === 'founded' ? checkDate : checkLongText;
  const text = check(map.value, at(path, 'value'), problems);
  const asOf = map['as-of'] === undefined ? undefined : checkDate(map['as-of'], at(path, 'as-of'), problems);
  const source = checkSourceId(map.source, at(path, 'source'), problems) ?? '';
  return key === undefined ? undefined : { key, value: text ?? '', source, ...(asOf === undefined ? {} : { asOf }) };
}

function checkLongText(value: unknown, path: string, problems: Problems): string | undefined {
  return checkText(value, path, problems, LONGEST_FACT);
}

type Check<T> = (value: unknown, path: string, problems: Problems) => T | undefined;

/** The key and its checked value, or nothing at all: an absent key stays absent (exactOptionalPropertyTypes). */
function optional<K extends string, T>(key: K, map: Loose, check: Check<T>, path: string, problems: Problems): { [P in K]?: T } {
  const value = map[key];
  const checked = value === undefined ? undefined : check(value, at(path, key), problems);
  return (checked === undefined ? {} : { [key]: checked }) as { [P in K]?: T };
}

/** The record as it stands in a pack: the keys of the YAML in one fixed order, nothing empty. */
export function profileToJson(profile: Profile): Loose {
  return withoutEmpty({
    id: profile.id,
    kind: profile.kind,
    name: profile.name,
    country: profile.country,
    names:
      profile.names &&
      Object.fromEntries(
        Object.entries(profile.names)
          .sort(byKey)
          .map(([lang, name]) => [lang, nameToJson(name)]),
      ),
    facts: profile.facts.map(({ key, value, source, asOf }) => withoutEmpty({ key, value, source, 'as-of': asOf })),
    aliases: profile.aliases.map(aliasToJson),
    decoys: profile.decoys,
    offices: profile.offices.map(({ office, role, organisation, since, until, acting, source }) =>
      withoutEmpty({ office, role, organisation, since, until, acting, source }),
    ),
    relations: profile.relations.map(({ type, to, on, since, until, source }) => withoutEmpty({ type, to, on, since, until, source })),
    sources: profile.sources,
    'as-of': profile.asOf,
  });
}

function nameToJson({ given, patronymic, family, gender }: PersonName): Loose {
  return withoutEmpty({ given, patronymic, family, gender });
}

function aliasToJson({ text, lang, role, needs, case: rule, fixed, since, until, source }: Alias): unknown {
  const json = withoutEmpty({ text, lang, role: role === 'strong' ? undefined : role, needs, case: rule, fixed, since, until, source });
  return Object.keys(json).length === 1 ? text : json;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function withoutEmpty(map: Loose): Loose {
  return Object.fromEntries(Object.entries(map).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0)));
}

const SOURCE_KEYS = ['title', 'publisher', 'date', 'url', 'licence'] as const;

/** One entry of `sources.yaml` or of a pack's header; problems are added to the list. */
export function parseSource(value: unknown, path: string, problems: Problems): Source | undefined {
  const map = checkMap(value, path, SOURCE_KEYS, problems);
  if (map === undefined) return undefined;
  return {
    title: checkLongText(map.title, at(path, 'title'), problems) ?? '',
    ...optional('publisher', map, checkText, path, problems),
    ...optional('date', map, checkDate, path, problems),
    ...optional('url', map, checkWebAddress, path, problems),
    ...optional('licence', map, checkText, path, problems),
  };
}
