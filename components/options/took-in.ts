import { list } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { OpenedFile } from '../../platform/exchange/open-file.ts';
import type { TookIn } from '../../platform/files-desk.ts';

/** What is in a file, and what came of taking it in, in sentences. */

type Counted = keyof typeof ui.files.counted;
const TYPES = Object.keys({ article: true, own: true, verdict: true, annotation: true, list: true } satisfies Record<
  Counted,
  true
>) as readonly Counted[];

/** "12 articles and 3 own names"; empty if there is nothing. */
export function countedWords(counts: Readonly<Record<string, number>>): string {
  return list(TYPES.flatMap((type) => ((counts[type] ?? 0) > 0 ? [ui.files.counted[type](counts[type] ?? 0)] : [])));
}

export function countsOf(file: OpenedFile): Readonly<Record<string, number>> {
  return file.what === 'log' ? file.counts : { own: file.candidates.length };
}

const DAY = 86_400_000;

/** Articles that were last opened more than `days` days ago: the daily sweep would erase them as soon as they are there. 0 days: it never does. */
export function overdueIn(file: OpenedFile, days: number, now: number): number {
  if (file.what !== 'log' || days === 0) return 0;
  return file.records.filter((one) => one.type === 'article' && Date.parse(one.article.row.lastSeen) < now - days * DAY).length;
}

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return TYPES.reduce((sum, type) => sum + (counts[type] ?? 0), 0);
}

/** Added, replaced, known already, left out: each only if there is any. */
export function tookInWords({ added, replaced, known }: TookIn, leftOut: number): string {
  const sentence = (counts: Readonly<Record<string, number>>, words: (what: string) => string) =>
    sumOf(counts) === 0 ? [] : [words(countedWords(counts))];
  return [
    ...(sumOf(added) + sumOf(replaced) === 0 ? [ui.files.nothingNew] : []),
    ...sentence(added, ui.files.added),
    ...sentence(replaced, ui.files.replaced),
    ...sentence(known, ui.files.known),
    ...(leftOut === 0 ? [] : [ui.files.wereLeftOut(leftOut)]),
  ].join(' ');
}
