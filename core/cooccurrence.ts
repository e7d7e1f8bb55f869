import type { Block, Mention, Span } from './mention.ts';
import type { EntityId } from './profile.ts';

/**
 * Who is named with whom in one article: counted, at three levels.
 *
 * A pair has a count of sentences and of paragraphs in which both are named by a sure mention; by being listed at all it counts as one article.
 * A paragraph is one block of the page. A sentence that both names stand in is also a paragraph that they stand in, so
 * sentences ≥ 1 implies paragraphs ≥ 1. Twice in one sentence is one sentence.
 */
export interface CountedArticle {
  readonly entities: readonly { readonly entity: EntityId; readonly times: number }[];
  /** Every two entities of the article, a < b; the counts may be 0. */
  readonly pairs: readonly CountedPair[];
  /** Each sentence that names somebody, in the order of the article: what the reader is shown as evidence. */
  readonly evidence: readonly Sentence[];
}

export interface CountedPair {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly sentences: number;
  readonly paragraphs: number;
}

export interface Sentence {
  /** Place of its paragraph in the article, from 0. */
  readonly paragraph: number;
  readonly text: string;
  readonly spans: readonly (Span & { readonly id: EntityId })[];
}

/** What may stand in front of a point without ending a sentence: initials, titles, ranks, legal forms; en, uk, ru, pl, cs, de, fr, es. */
const ABBREVIATION =
  /(?:^|[\s("«„“'])(?:\p{L}|[Mm]r|[Mm]rs|[Mm]s|[Dd]r|[Pp]rof|[Gg]en|[Cc]ol|[Ll]t|[Mm]aj|[Cc]apt|[Ss]gt|[Aa]dm|[Ss]en|[Rr]ep|[Gg]ov|[Ss]t|[Jj]r|[Ss]r|[Ii]nc|[Cc]orp|[Cc]o|[Ll]td|[Bb]ros|[Nn]o|[Vv]s|[Ee]tc|[Ee]st|[Uu]\.?[Ss]|[Uu]\.?[Kk]|e\.g|i\.e|[Hh]r|[Ff]r|bzw|ca|vgl|Abs|Nr|ул|вул|ст|рр|р|п|пп|м|обл|тис|млн|млрд|трлн|ім|див|напр|просп|пр|бул|буд|с|т|г|гг|им|стр|ген|полк|підполк|акад|проф|тов|наз|зв|т\.зв|дол|тыс|ред|прим|заст|нач|кв|вид|тзв|чл|кор|доц|канд|пол|напр|ul|al|pl|im|gen|płk|ppłk|mjr|kpt|ks|tzw|np|ok|godz|prof|inż|hab|tys|mld|mln|por|wg|tj|tzn|tzv|např|tj|atd|mil|M|Mme|Sra)$/u;

/** The longest of them, with room for what stands before: no more of a sentence is looked at. */
const TAIL = 16;

/** Sentences of a text, as half-open ranges without the space around them. Never cuts inside one of `whole` (names with points in them). */
export function sentencesOf(text: string, whole: readonly Span[] = [], lang = 'en'): readonly Span[] {
  const spans: Span[] = [];
  const names = [...whole].sort((a, b) => a.start - b.start);
  let start = 0;
  let next = 0;
  // A single line break in the source of a page is a space to its reader; the segmenter would end a sentence there.
  const flowing = text.replace(/\r\n/g, '  ').replace(/(?<!\n[^\S\n]*)\n(?![^\S\n]*\n)/g, ' ');
  for (const { segment, index } of segmenterFor(lang).segment(flowing)) {
    const end = index + segment.length;
    while (next < names.length && (names[next] as Span).end <= end) next++;
    const inside = next < names.length && (names[next] as Span).start < end;
    if (end < text.length && (inside || goesOn(text, start, end))) continue;
    const trimmed = text.slice(start, end).trim();
    if (trimmed !== '') {
      const from = start + text.slice(start, end).indexOf(trimmed);
      spans.push({ start: from, end: from + trimmed.length });
    }
    start = end;
  }
  return spans;
}

/** Whether the sentence goes on behind `end`: after an abbreviation, and after a quotation that its speaker follows («…!» – said …). */
function goesOn(text: string, start: number, end: number): boolean {
  const tail = text.slice(Math.max(start, end - TAIL), end).trimEnd();
  if (tail.endsWith('.') && ABBREVIATION.test(tail.slice(0, -1))) return true;
  return /[»“”"]$/.test(tail) && /^,?\s*[–—-]\s/.test(text.slice(end, end + 4));
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang);
  if (known) return known;
  let segmenter: Intl.Segmenter;
  try {
    segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  } catch {
    // A page may say anything about its language.
    segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  }
  segmenters.set(lang, segmenter);
  return segmenter;
}

/** Counts one article: `blocks` are those of its body, in order; mentions in other blocks and uncertain ones do not count. */
export function countArticle(blocks: readonly Block[], mentions: readonly Mention[], lang?: string): CountedArticle {
  const byBlock = new Map<number, Mention[]>(blocks.map((block) => [block.id, []]));
  for (const mention of mentions) if (mention.certainty === 'sure') byBlock.get(mention.block)?.push(mention);
  const times = new Map<EntityId, number>();
  const inParagraphs: (readonly EntityId[])[] = [];
  const evidence: Sentence[] = [];
  blocks.forEach((block, paragraph) => {
    const named = byBlock.get(block.id) ?? [];
    if (named.length === 0) return;
    for (const { entity } of named) times.set(entity, (times.get(entity) ?? 0) + 1);
    inParagraphs.push(distinct(named.map((mention) => mention.entity)));
    for (const sentence of sentencesWithNames(block, paragraph, named, lang)) evidence.push(sentence);
  });
  const inSentences = evidence.map((sentence) => distinct(sentence.spans.map((span) => span.id)));
  const entities = [...times].map(([entity, count]) => ({ entity, times: count })).sort((x, y) => (x.entity < y.entity ? -1 : 1));
  return { entities, pairs: countPairs(distinct([...times.keys()]), inSentences, inParagraphs), evidence };
}

function sentencesWithNames(block: Block, paragraph: number, named: readonly Mention[], lang: string | undefined): readonly Sentence[] {
  const names = [...named].sort((a, b) => a.start - b.start);
  let next = 0;
  return sentencesOf(block.text, named, lang).flatMap(({ start, end }) => {
    const spans: (Span & { readonly id: EntityId })[] = [];
    for (; next < names.length && (names[next] as Mention).start < end; next++) {
      const mention = names[next] as Mention;
      if (mention.start >= start) spans.push({ start: mention.start - start, end: Math.min(mention.end, end) - start, id: mention.entity });
    }
    return spans.length === 0 ? [] : [{ paragraph, text: block.text.slice(start, end), spans }];
  });
}

function distinct(ids: readonly EntityId[]): readonly EntityId[] {
  return [...new Set(ids)].sort();
}

function countPairs(
  all: readonly EntityId[],
  sentences: readonly (readonly EntityId[])[],
  paragraphs: readonly (readonly EntityId[])[],
): readonly CountedPair[] {
  const pairs = new Map<string, { a: EntityId; b: EntityId; sentences: number; paragraphs: number }>();
  eachPair(all, (a, b) => {
    pairs.set(`${a} ${b}`, { a, b, sentences: 0, paragraphs: 0 });
  });
  const count = (groups: readonly (readonly EntityId[])[], level: 'sentences' | 'paragraphs') => {
    for (const group of groups) {
      eachPair(group, (a, b) => {
        const pair = pairs.get(`${a} ${b}`);
        if (pair) pair[level]++;
      });
    }
  };
  count(sentences, 'sentences');
  count(paragraphs, 'paragraphs');
  return [...pairs.values()];
}

/** Calls for each two of a sorted list. */
function eachPair(ids: readonly EntityId[], call: (a: EntityId, b: EntityId) => void): void {
  for (let i = 0; i < ids.length; i++) {
    for (let j = i + 1; j < ids.length; j++) call(ids[i] as EntityId, ids[j] as EntityId);
  }
}
