import type { Profile, SourceId } from '../core/profile.ts';
import type { Data, DataRecord } from './read-data.ts';

/** What is wrong between records, and between a record and the calendar: each told with file, line and what to do. */

/** Ids given twice, and ids and sources that are named but do not exist. */
export function linkProblems({ records, sources }: Data): readonly string[] {
  const problems: string[] = [];
  const places = new Map<string, string>();
  const tell = (record: DataRecord, path: string, what: string): unknown => problems.push(`${record.file}:${record.line(path)}: ${what}`);
  for (const record of records) {
    const { id } = record.profile;
    const earlier = places.get(id);
    if (earlier !== undefined) tell(record, 'id', `id: ${id} is also in ${earlier}; merge the two, or give one of them its own id`);
    places.set(id, `${record.file}:${record.line('')}`);
  }
  for (const record of records) {
    for (const { path, id } of named(record.profile))
      if (!places.has(id)) tell(record, path, `${path}: no record has the id ${id}; add that record, or leave this out`);
    for (const { path, source } of sourced(record.profile)) {
      if (sources[source] === undefined) tell(record, path, `${path}: '${source}' is not in sources.yaml; add it there`);
    }
  }
  return problems;
}

function named({ relations, offices }: Profile): readonly { readonly path: string; readonly id: string }[] {
  const to = relations.map((relation, i) => ({ path: `relations[${i}].to`, id: relation.to }));
  return to.concat(
    offices.flatMap(({ organisation }, i) =>
      organisation === undefined ? [] : [{ path: `offices[${i}].organisation`, id: organisation }],
    ),
  );
}

function sourced({
  aliases,
  relations,
  offices,
  facts,
  sources,
}: Profile): readonly { readonly path: string; readonly source: SourceId }[] {
  const parts = { aliases, relations, offices, facts };
  return [
    ...sources.map((source, i) => ({ path: `sources[${i}]`, source })),
    ...Object.entries(parts).flatMap(([key, list]) =>
      list.flatMap(({ source }, i) => (source === undefined ? [] : [{ path: `${key}[${i}].source`, source }])),
    ),
  ];
}

/** An office or a meeting may be announced; what lies further ahead is a typing error. */
const YEARS_AHEAD = 2;

/** Nothing can be known as of a day that has not come, nor be said by a source that has not appeared. */
export function futureProblems({ records, sources }: Data, today: string, label = 'data'): readonly string[] {
  const horizon = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`;
  const late = (date: string | undefined, limit: string): boolean => date !== undefined && date > limit.slice(0, date.length);
  const problems = records.flatMap((record) => {
    const { asOf, facts, aliases, offices, relations } = record.profile;
    const known: Dated[] = [{ path: 'as-of', date: asOf }, ...facts.map((fact, i) => ({ path: `facts[${i}].as-of`, date: fact.asOf }))];
    const said: Dated[] = [
      ...Object.entries({ aliases, offices, relations }).flatMap(([key, list]) =>
        list.map(({ since }, i) => ({ path: `${key}[${i}].since`, date: since })),
      ),
      ...relations.map(({ on }, i) => ({ path: `relations[${i}].on`, date: on })),
      ...facts.map(({ key, value }, i) => ({ path: `facts[${i}].value`, date: key === 'date' || key === 'founded' ? value : undefined })),
    ];
    const tell = ({ path, date }: Dated, why: string) => `${record.file}:${record.line(path)}: ${path}: ${date} ${why}`;
    return [
      ...known
        .filter(({ date }) => late(date, today))
        .map((one) => tell(one, `has not come (today is ${today}); give the day on which it was known`)),
      ...said
        .filter(({ date }) => late(date, horizon))
        .map((one) => tell(one, `lies more than ${YEARS_AHEAD} years ahead; correct it, or leave it out`)),
    ];
  });
  const early = Object.entries(sources).filter(([, source]) => late(source.date, today));
  return [...problems, ...early.map(([id, { date }]) => `${label}/sources.yaml: ${id}: date ${date} has not come (today is ${today})`)];
}

interface Dated {
  readonly path: string;
  readonly date: string | undefined;
}
