import { readFileSync } from 'node:fs';
import { buildGazetteer, findCandidates, type Gazetteer } from '../core/gazetteer.ts';
import { type LinkContext, link, type ReadBlock } from '../core/link.ts';
import type { Mention } from '../core/mention.ts';
import { parsePack } from '../core/pack.ts';

const packaged = new URL('../public/packs/core.jsonl', import.meta.url);

/** The gazetteer of the pack that ships. Throws, with what to do, if it has not been built. */
export function readPackagedGazetteer(): Gazetteer {
  let text: string;
  try {
    text = readFileSync(packaged, 'utf8');
  } catch {
    throw new Error('public/packs/core.jsonl is missing: run npm run data');
  }
  return buildGazetteer([parsePack(text)]);
}

/** Paragraphs of a plain text with their offsets: a blank line ends one. */
export function paragraphsOf(text: string): readonly { readonly start: number; readonly text: string }[] {
  const paragraphs: { start: number; text: string }[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    paragraphs.push({ start, text: text.slice(start, gap.index) });
    start = gap.index + gap[0].length;
  }
  paragraphs.push({ start, text: text.slice(start) });
  return paragraphs.filter((paragraph) => paragraph.text.trim() !== '');
}

/** Recognises a whole text as one page. Offsets are those of the text; `block` is the number of the paragraph. */
export function recognise(gazetteer: Gazetteer, text: string, page: Omit<LinkContext, 'verdicts'> = {}): readonly Mention[] {
  const paragraphs = paragraphsOf(text);
  const blocks = paragraphs.map(({ text: block }, id): ReadBlock => ({ id, text: block, candidates: findCandidates(gazetteer, block) }));
  return link(gazetteer, blocks, { ...page, verdicts: [] }).map((mention) => {
    const { start } = paragraphs[mention.block] as { start: number };
    return { ...mention, start: mention.start + start, end: mention.end + start };
  });
}
