import { Refusal } from '../../locales/told.ts';
import { checkOverlay, LONGEST_LIST_NAME } from '../annotations.ts';
import type { AnnotationRow, ListRow, OwnEntity, VerdictRow } from '../log-rows.ts';
import { cleanLine } from '../own.ts';
import { tidyVerdict, verdictKey } from '../verdict-form.ts';
import type { BadCode, BadRecord } from './bad.ts';
import { checked } from './candidates.ts';
import {
  contradiction,
  type LogArticle,
  type LogFeed,
  type LogSettings,
  logAnnotation,
  logArticle,
  logFeed,
  logList,
  logOwn,
  logSettings,
  logVerdict,
} from './log-shapes.ts';

/** The records of a log file: what each may hold, looked at by the same checks as what the reader writes. */

export type LogRecord =
  | { readonly type: 'article'; readonly article: LogArticle }
  | { readonly type: 'own'; readonly own: OwnEntity }
  | { readonly type: 'verdict'; readonly verdict: VerdictRow }
  | { readonly type: 'annotation'; readonly annotation: AnnotationRow }
  | { readonly type: 'list'; readonly list: ListRow }
  /** These two are in backups only, and are not the log's: whoever takes the others in passes them over. */
  | { readonly type: 'settings'; readonly settings: LogSettings }
  | { readonly type: 'feed'; readonly feed: LogFeed };

export type Problem = Omit<BadRecord, 'line'>;
type Loose = Readonly<Record<string, unknown>>;

const READERS: { readonly [T in LogRecord['type']]: (value: Loose) => LogRecord | Problem } = {
  article: (value) => articleRecord(logArticle(value, 'article')),
  own: (value) => ownRecord(logOwn(value, 'own')),
  verdict: (value) => verdictRecord(logVerdict(value, 'verdict')),
  annotation: (value) => annotationRecord(logAnnotation(value, 'annotation')),
  list: (value) => listRecord(logList(value, 'list')),
  settings: (value) => ({ type: 'settings', settings: logSettings(value.settings, 'settings') }),
  feed: (value) => ({ type: 'feed', feed: logFeed(value, 'feed') }),
};

/** The record that a line holds, or what is wrong with it. */
export function recordOf(value: Loose): LogRecord | Problem {
  const type = Object.hasOwn(value, 'type') ? value.type : undefined;
  if (typeof type !== 'string' || !Object.hasOwn(READERS, type)) return { code: 'unknown-type' };
  return shaped(() => READERS[type as LogRecord['type']](value));
}

/** What `shape` answers, or its words if it throws. */
export function shaped<T>(shape: () => T): T | Problem {
  try {
    return shape();
  } catch (error) {
    return { code: 'wrong-shape', detail: error instanceof Error ? error.message : String(error) };
  }
}

function articleRecord(article: LogArticle): LogRecord | Problem {
  const detail = contradiction(article);
  return detail === undefined ? { type: 'article', article } : { code: 'contradiction', detail };
}

function ownRecord({ id, added, changed, ...given }: OwnEntity): LogRecord | Problem {
  if (!id.startsWith('own:')) return { code: 'wrong-shape', detail: 'own: id: not one of the reader’s own' };
  const own = checked(given);
  if (typeof own === 'string') return { code: own };
  return { type: 'own', own: { ...own, id, added, ...(changed === undefined ? {} : { changed }) } };
}

function verdictRecord({ verdict: given, given: when }: Omit<VerdictRow, 'key'>): LogRecord | Problem {
  const verdict = tidyVerdict(given);
  if (verdict === undefined) return { code: 'contradiction', detail: 'a verdict on nothing or nowhere' };
  return { type: 'verdict', verdict: { key: verdictKey(verdict), verdict, given: when } };
}

function annotationRecord({ id, note = '', lists = [], overlay = {}, changed }: AnnotationRow): LogRecord | Problem {
  const corrected = overlayOf(overlay);
  if ('code' in corrected) return corrected;
  const said = {
    ...(note.trim() === '' ? {} : { note }),
    ...(lists.length === 0 ? {} : { lists: [...new Set(lists)] }),
    ...(Object.keys(corrected).length === 0 ? {} : { overlay: corrected }),
  };
  if (Object.keys(said).length === 0) return { code: 'contradiction', detail: 'an annotation that says nothing' };
  return { type: 'annotation', annotation: { id, ...said, changed } };
}

/** As the reader may correct a profile; of what is wrong the code, for its words would say what stands there. */
function overlayOf(given: NonNullable<AnnotationRow['overlay']>): typeof given | { readonly code: BadCode; readonly detail: string } {
  try {
    return checkOverlay(given);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: 'wrong-shape', detail: `annotation: overlay: ${error.told.code}` };
  }
}

function listRecord(given: ListRow): LogRecord | Problem {
  const name = cleanLine(given.name);
  if (name === '') return { code: 'no-name' };
  if (name.length > LONGEST_LIST_NAME) return { code: 'name-too-long' };
  return { type: 'list', list: { ...given, name } };
}

/** By which two records are the same. */
export function keyOf(record: LogRecord): string {
  return `${record.type}\n${idOf(record)}`;
}

function idOf(record: LogRecord): string {
  switch (record.type) {
    case 'article':
      return record.article.row.canonical;
    case 'own':
      return record.own.id;
    case 'verdict':
      return record.verdict.key;
    case 'annotation':
      return record.annotation.id;
    case 'list':
      return record.list.id;
    case 'settings':
      return '';
    case 'feed':
      return record.feed.id;
  }
}
