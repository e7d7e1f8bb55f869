import type { ComponentChildren } from 'preact';
import { date, number } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { Candidate } from '../../platform/exchange/candidates.ts';
import type { OpenedFile, StoredRecord } from '../../platform/exchange/open-file.ts';
import { aliasLine } from '../aliases.ts';
import type { ReaderApi } from '../api.ts';
import { useAsked } from '../asked.ts';
import { Name } from '../Name.tsx';
import { FeedMark } from '../Origin.tsx';
import { capitalised, country, kindName } from '../words.ts';
import { FilesTable } from './FilesTable.tsx';
import { verdictSentence } from './Verdicts.tsx';

const SHOWN = 10;

/** The first rows of what would be taken in. */
export function FilesRows({ file, briefs }: { readonly file: OpenedFile; readonly briefs: ReaderApi['briefs'] }) {
  if (file.what === 'names') return <Names candidates={file.candidates} />;
  return <Records records={file.records} briefs={briefs} />;
}

function Names({ candidates }: { readonly candidates: readonly Candidate[] }) {
  const shown = candidates.slice(0, SHOWN);
  const hasCountry = shown.some((one) => one.country !== undefined);
  const { aliases, country: land } = ui.files.columns;
  const headings = [ui.options.name, ui.options.kind, aliases, ui.options.note, ...(hasCountry ? [land] : [])];
  return (
    <Table
      headings={headings}
      of={candidates.length}
      rows={shown.map(({ own, country: code }) => [
        <Name key="name" name={own.name} kind={own.kind} />,
        capitalised(kindName(own.kind)),
        own.aliases.map(aliasLine).join(' · '),
        own.note,
        ...(hasCountry ? [code === undefined ? '' : country(code)] : []),
      ])}
    />
  );
}

function Records({ records, briefs }: { readonly records: readonly StoredRecord[]; readonly briefs: ReaderApi['briefs'] }) {
  const shown = records.slice(0, SHOWN);
  const ids = shown.flatMap((one) =>
    one.type === 'verdict' ? [one.verdict.verdict.entity] : one.type === 'annotation' ? [one.annotation.id] : [],
  );
  const [asked] = useAsked(() => (ids.length === 0 ? Promise.resolve([]) : briefs({ ids })), ids.join('\n'));
  const names = new Map((asked.state === 'ready' ? asked.value : []).map(({ id, name }) => [id, name]));
  const { what, which, day } = ui.files.columns;
  return (
    <Table
      headings={[what, which, day]}
      of={records.length}
      rows={shown.map((one) => [capitalised(ui.files.types[one.type]), whichOf(one, names), date(dayOf(one).slice(0, 10))])}
    />
  );
}

function whichOf(record: StoredRecord, names: ReadonlyMap<string, string>): ComponentChildren {
  switch (record.type) {
    case 'article':
      return `${record.article.row.title} · ${record.article.row.publisher}`;
    case 'own':
      return <Name name={record.own.name} kind={record.own.kind} />;
    case 'verdict': {
      const { verdict } = record.verdict;
      return verdictSentence(verdict, names.get(verdict.entity) ?? verdict.entity);
    }
    case 'annotation': {
      const { id, note = '' } = record.annotation;
      return [names.get(id) ?? id, note.trim().split('\n')[0]].filter((part) => part !== '').join(' · ');
    }
    case 'list':
      return <FeedMark feed={{ id: record.list.id, title: record.list.name, colour: record.list.colour }} />;
  }
}

function dayOf(record: StoredRecord): string {
  switch (record.type) {
    case 'article':
      return record.article.row.date;
    case 'own':
      return record.own.added;
    case 'verdict':
      return record.verdict.given;
    case 'annotation':
      return record.annotation.changed;
    case 'list':
      return record.list.changed;
  }
}

interface TableProps {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** How many there are in all. */
  readonly of: number;
}

function Table({ headings, rows, of }: TableProps) {
  if (rows.length === 0) return null;
  const caption = rows.length < of ? ui.files.firstOf(number(rows.length), number(of)) : ui.files.rows;
  return <FilesTable caption={caption} headings={headings} rows={rows} />;
}
