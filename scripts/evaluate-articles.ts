import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import type { ArticleTrial } from '../tests/content/article-entry.ts';
import { pageBytes } from './read-page.ts';
import { startArticleRunner } from './run-articles.ts';
import { runCommand } from './run-command.ts';
import { type BlockScore, fold, ratesOf, scoreBlocks, sumOf } from './score-articles.ts';

/**
 * What counts as the article, held against labels: `npm run evaluate:articles -- [--json] [--misses] [--all] [--only WORD] FOLDER` runs the product's own code in a real Chromium over
 * the pages of a folder: `pages/*.html.gz` as served, `INDEX.tsv` (file, corpus, lang, charset, url), `articles.jsonl` (file, title,
 * published, paragraphs). Blocks, date and title are asked of the pages in `articles.jsonl`, the
 * language of all.
 */
interface Row {
  readonly file: string;
  readonly corpus: string;
  readonly lang: string;
  readonly charset: string;
  readonly url: string;
}

interface Gold {
  readonly file: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly author?: string | null;
  readonly paragraphs: readonly string[];
}

/**
 * Not every labelled page is an article: one collection labels shops, landing pages, calculators and forums as well. Those whose label has no day of publication, and those that
 * call themselves a discussion, are left out of bodies, dates and titles unless `--all` is given.
 */
const COLLECTION_OF_ALL_KINDS = /^wcxb/;
const DISCUSSION = /DiscussionForumPosting|QAPage|phpBB/;

function isArticle({ corpus }: Row, gold: Gold, bytes: Buffer): boolean {
  return !COLLECTION_OF_ALL_KINDS.test(corpus) || (gold.published !== null && !DISCUSSION.test(bytes.toString('utf8')));
}

/** One page, judged. What was not asked of it is undefined. */
interface Judged {
  readonly file: string;
  readonly corpus: string;
  /** Of the page: writing it down. */
  readonly outlineMs: number;
  /** Elsewhere: finding the article in that. */
  readonly ms: number;
  readonly same: boolean;
  readonly blocks?: BlockScore;
  readonly date?: Answer;
  readonly title?: Answer;
  readonly lang?: Answer;
  readonly author?: Answer;
}

interface Answer {
  readonly right: boolean;
  readonly ours: string | undefined;
  readonly gold: string;
}

/** Of pages whose address the index does not have. */
const NO_ADDRESS = 'https://news.test/story';

const ASKED = ['date', 'title', 'lang', 'author'] as const;

function judge(row: Row, gold: Gold | undefined, trial: ArticleTrial): Judged {
  const { title, published, lang, byline } = trial.info;
  const day = gold?.published;
  return {
    file: row.file,
    corpus: row.corpus,
    outlineMs: trial.outlineMs,
    ms: trial.ms,
    same: trial.same,
    lang: { right: mainTag(lang) === mainTag(row.lang), ours: lang, gold: row.lang },
    ...(gold === undefined ? {} : { blocks: scoreBlocks(trial.texts, gold.paragraphs, [gold.title ?? '', title]) }),
    ...(day ? { date: { right: published?.startsWith(day) === true, ours: published, gold: day } } : {}),
    ...(gold?.title ? { title: { right: oneInOther(title, gold.title), ours: title, gold: gold.title } } : {}),
    ...(gold?.author ? { author: { right: oneInOther(byline ?? '', gold.author), ours: byline, gold: gold.author } } : {}),
  };
}

/** Bokmål and Nynorsk are told as Norwegian. */
function mainTag(lang: string | undefined): string | undefined {
  const tag = lang?.toLowerCase().split('-')[0];
  return tag === 'nb' || tag === 'nn' ? 'no' : tag;
}

/** Sites put their name before or after a title, and labels sometimes too. */
function oneInOther(one: string, other: string): boolean {
  const [a, b] = [` ${fold(one)} `, ` ${fold(other)} `];
  return a.trim() !== '' && b.trim() !== '' && (a.includes(b) || b.includes(a));
}

async function judgeAll(folder: string, only: string, all: boolean): Promise<readonly Judged[]> {
  const index = Papa.parse<Row>(readFileSync(join(folder, 'INDEX.tsv'), 'utf8').trim(), {
    header: true,
    delimiter: '\t',
    quoteChar: '\0',
  }).data;
  const lines = readFileSync(join(folder, 'articles.jsonl'), 'utf8').trim().split('\n');
  const golds = new Map(lines.map((line) => JSON.parse(line) as Gold).map((gold) => [gold.file, gold]));
  const runner = await startArticleRunner();
  try {
    const judged: Judged[] = [];
    for (const row of index.filter(({ file }) => file.includes(only))) {
      const bytes = pageBytes(join(folder, 'pages', row.file));
      const trial = await runner.run({
        url: /^https?:/.test(row.url) && URL.canParse(row.url) ? row.url : NO_ADDRESS,
        // A question mark says that the index only guesses.
        charset: row.charset.replace('?', ''),
        bytes,
      });
      const gold = golds.get(row.file);
      judged.push(judge(row, gold !== undefined && (all || isArticle(row, gold, bytes)) ? gold : undefined, trial));
    }
    return judged;
  } finally {
    await runner.close();
  }
}

function summary(pages: readonly Judged[]) {
  const scored = pages.flatMap(({ blocks }) => blocks ?? []);
  const each = scored.map((score) => ratesOf(score).f1);
  return {
    pages: pages.length,
    labelled: scored.length,
    blocks: { ...sumOf(scored), ...ratesOf(sumOf(scored)), meanF1: each.reduce((sum, one) => sum + one, 0) / (each.length || 1) },
    ...(Object.fromEntries(ASKED.map((what) => [what, tally(pages, what)])) as Record<(typeof ASKED)[number], ReturnType<typeof tally>>),
    outlineMs: spread(pages.map((page) => page.outlineMs)),
    ms: spread(pages.map((page) => page.ms)),
    changed: pages.filter(({ same }) => !same).length,
  };
}

function spread(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95), max: at(1) };
}

function tally(pages: readonly Judged[], what: (typeof ASKED)[number]) {
  const answers = pages.flatMap((page) => page[what] ?? []);
  return { right: answers.filter(({ right }) => right).length, of: answers.length };
}

function line(name: string, pages: readonly Judged[]): string {
  const { labelled, blocks, outlineMs, ms, ...rest } = summary(pages);
  const share = (what: (typeof ASKED)[number]) =>
    rest[what].of === 0 ? `no ${what} labelled` : `${what} ${rest[what].right} of ${rest[what].of}`;
  const body =
    labelled === 0
      ? 'no body labelled'
      : `body P ${blocks.precision.toFixed(3)} R ${blocks.recall.toFixed(3)} F1 ${blocks.f1.toFixed(3)} (mean of pages ${blocks.meanF1.toFixed(3)}) on ${labelled}`;
  const time = ({ median, p95, max }: typeof ms) => `${median.toFixed(1)} ms (95 of 100: ${p95.toFixed(1)}, longest ${max.toFixed(1)})`;
  const times = [`in the page ${time(outlineMs)}`, `elsewhere ${time(ms)}`];
  return [`${name}: ${pages.length} pages`, body, ...ASKED.map(share), ...times].join('; ');
}

function printMisses(pages: readonly Judged[]): void {
  for (const { file, blocks, ...page } of pages) {
    for (const what of ASKED) if (page[what]?.right === false) console.log(`${file}\t${what}\t${page[what].ours}\tnot\t${page[what].gold}`);
    for (const text of blocks?.extra ?? []) console.log(`${file}\textra\t${shown(text)}`);
    for (const text of blocks?.missing ?? []) console.log(`${file}\tmissing\t${shown(text)}`);
  }
}

function shown(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 160);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      all: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (positionals[0] === undefined)
    throw new Error('evaluate:articles: no folder given. Usage: npm run evaluate:articles -- [--json] [--misses] FOLDER');
  // npm runs its scripts in the project's folder; the name is given from where the reader stands.
  const pages = await judgeAll(resolve(process.env.INIT_CWD ?? '.', positionals[0]), values.only, values.all);
  const corpora = Map.groupBy(pages, ({ corpus }) => corpus);
  if (values.json) {
    console.log(
      JSON.stringify(
        { all: summary(pages), corpora: Object.fromEntries([...corpora].map(([name, own]) => [name, summary(own)])), pages },
        undefined,
        2,
      ),
    );
    return;
  }
  if (values.misses) printMisses(pages);
  for (const [name, own] of corpora) console.log(line(name, own));
  console.log(line('all', pages));
  console.log(`pages that were changed: ${summary(pages).changed}`);
}

runCommand(main);
