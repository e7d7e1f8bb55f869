import type { ArticleRow } from '../log-rows.ts';
import { inChunks } from './chunks.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Articles as CSL-JSON (citation-style-language/schema, csl-data.json), as Zotero, Pandoc and others import it. Copies are in it too: who cites
 * wants the address that was read.
 */
export function cslJson(snapshot: Snapshot): Generator<string> {
  return inChunks(pieces(snapshot));
}

function* pieces({ articles }: Snapshot): Generator<string> {
  yield '[';
  let comma = '\n';
  for (const article of articles) {
    yield `${comma}${JSON.stringify(itemOf(article))}`;
    comma = ',\n';
  }
  yield '\n]\n';
}

/** Year, month, day, as far as they are known. */
type DateParts = { readonly 'date-parts': readonly [readonly number[]] };

function itemOf(article: ArticleRow): object {
  const { canonical, title, publisher, published, lang, author, lastSeen } = article;
  const authors = (author ?? '').split(',').flatMap((name) => (name.trim() === '' ? [] : [{ literal: name.trim() }]));
  return {
    id: canonical,
    // Without a publisher it is only a page: a newspaper's article is cited by its newspaper.
    type: publisher === '' ? 'webpage' : 'article-newspaper',
    title,
    ...(authors.length === 0 ? {} : { author: authors }),
    ...(publisher === '' ? {} : { 'container-title': publisher }),
    ...(published === undefined ? {} : { issued: datePartsOf(published) }),
    accessed: datePartsOf(lastSeen),
    ...(lang === undefined ? {} : { language: lang }),
    URL: canonical,
  };
}

/** Undefined, and so left out, if the page states no date that can be read. */
export function datePartsOf(iso: string): DateParts | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])/.exec(iso) ?? [];
  if (year === undefined) return undefined;
  const parts = [year, month, day].flatMap((part) => (part === undefined ? [] : [Number(part)]));
  const [, m = 1, d = 1] = parts;
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? { 'date-parts': [parts] } : { 'date-parts': [[Number(year)]] };
}
