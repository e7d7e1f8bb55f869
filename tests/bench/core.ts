import { existsSync, readFileSync } from 'node:fs';
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import OtherAhoCorasick from 'ahocorasick';
import { buildGazetteer, findCandidates, type Gazetteer, gazetteerFromBytes, gazetteerToBytes } from '../../core/gazetteer.ts';
import { link } from '../../core/link.ts';
import { type PackRecord, parsePack } from '../../core/pack.ts';
import { packOf, record } from '../core/pack-of.ts';
import { type MarkJs, startMarkJs } from './mark-js.ts';
import { expectAnswer, type Figure, figure, seconds } from './measure.ts';
import { countNames, makeNames, makeText } from './text.ts';

/** Text sizes by peer: the slow ones get less, so that a run ends; all figures are rates. */
const FULL = 1_800_000;
const SLOW = 60_000;
/** mark.js takes as long for one letter as for a thousand forms more: names times letters stay the same. */
const CRAWL = 20_000_000;

function countHits(gazetteer: Gazetteer, text: string): number {
  return findCandidates(gazetteer, text).hits.length / 3;
}

/** What the peers are compared on: every name strong or weak, boundaries, folding and case on. */
function recordsFor(names: readonly string[]): readonly PackRecord[] {
  return names.map((name, index) => record(`Q${index}`, 'company', [index % 4 === 0 ? `(${name})` : name]));
}

interface Peer {
  readonly name: string;
  readonly size: number;
  readonly build: (names: readonly string[]) => (text: string) => number;
}

const escapeName = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const PEERS: readonly Peer[] = [
  {
    name: '@monyone/aho-corasick/fast',
    size: FULL,
    build(names) {
      const automaton = new AhoCorasick([...names]);
      return (text) => automaton.matchInText(text).length;
    },
  },
  {
    name: 'ahocorasick',
    size: FULL,
    build(names) {
      const automaton = new OtherAhoCorasick([...names]);
      return (text) => automaton.search(text).reduce((sum: number, [, words]: [number, string[]]) => sum + words.length, 0);
    },
  },
  {
    name: 'RegExp alternation',
    size: SLOW,
    build(names) {
      const longestFirst = [...names].sort((a, b) => b.length - a.length);
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${longestFirst.map(escapeName).join('|')})(?![\\p{L}\\p{N}\\p{M}])`, 'giu');
      return (text) => text.match(pattern)?.length ?? 0;
    },
  },
];

/** The bare loop over all units: nothing in JavaScript reads a string faster. */
function bareLoop(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}

interface Trial {
  readonly names: readonly string[];
  readonly text: string;
  readonly planted: number;
  readonly gazetteer: Gazetteer;
}

/** Names, a text with them, and the gazetteer, which has been seen to find them all. */
function trialOf(n: number, latin?: number): Trial {
  const names = makeNames(n, 1, latin);
  const gazetteer = buildGazetteer([packOf(recordsFor(names))]);
  const { text, planted } = makeText(names, FULL, 2, latin);
  const all = countNames(names, text);
  expectAnswer('muster', countHits(gazetteer, text), all, all);
  return { names, text, planted, gazetteer };
}

/** Million characters a second; of the bare loop, if there is no gazetteer. */
function scanRate(text: string, gazetteer?: Gazetteer): number {
  return text.length / seconds(() => void (gazetteer ? countHits(gazetteer, text) : bareLoop(text)), 9) / 1e6;
}

async function scanFigures(n: number, trial: Trial, markJs: MarkJs): Promise<readonly Figure[]> {
  const { names, text, planted, gazetteer } = trial;
  const ours = scanRate(text, gazetteer);
  const figures = [figure('scan', n, 'M chars/s', ours, 'bare charCodeAt loop', scanRate(text))];
  for (const peer of PEERS) {
    const sample = peer.size === FULL ? { text, planted } : makeText(names, peer.size);
    const search = peer.build(names);
    expectAnswer(peer.name, search(sample.text), sample.planted);
    const theirs = sample.text.length / seconds(() => void search(sample.text), peer.size === FULL ? 5 : 1) / 1e6;
    figures.push(figure('scan', n, 'M chars/s', ours, peer.name, theirs));
  }
  const sample = makeText(names, Math.max(1_000, CRAWL / n));
  const { found, took } = await markJs.mark(names, sample.text);
  expectAnswer('mark.js', found, sample.planted);
  figures.push(figure('scan', n, 'M chars/s', ours, 'mark.js', sample.text.length / took / 1e6));
  return figures;
}

/** Strings of one byte a unit and of two, one script each. */
function scriptFigures(n: number): readonly Figure[] {
  const scripts = { Latin: 1, Cyrillic: 0 };
  return Object.entries(scripts).map(([script, latin]) => {
    const { text, gazetteer } = trialOf(n, latin);
    return figure(`scan, ${script} only`, n, 'M chars/s', scanRate(text, gazetteer), 'bare charCodeAt loop', scanRate(text));
  });
}

function buildFigures(n: number, names: readonly string[]): readonly Figure[] {
  const pack = packOf(recordsFor(names));
  const ours = seconds(() => void buildGazetteer([pack]), 5) * 1000;
  const bytes = gazetteerToBytes(buildGazetteer([pack]));
  const load = seconds(() => void gazetteerFromBytes(bytes), 5) * 1000;
  expectAnswer('muster from bytes', gazetteerFromBytes(bytes).size.forms, n, n);
  const figures = PEERS.filter((peer) => peer.size === FULL).map((peer) =>
    figure('build', n, 'ms', ours, peer.name, seconds(() => void peer.build(names), 3) * 1000),
  );
  return [...figures, figure('load from bytes', n, 'ms', load, 'building anew', ours)];
}

/** The bar of the project, in bytes a form, and by how much a million forms may be slower than a thousand. */
const BYTES_BAR = 64;
const SLOWER_BAR = 4;

/** What the automaton takes for a form. Beside it stand what the linker knows of groups and entities, and the fold table of 128 kB. */
function sizeFigures(n: number, gazetteer: Gazetteer): readonly Figure[] {
  const automaton = Object.values(gazetteer.automaton).reduce((sum: number, section: Uint32Array) => sum + section.byteLength, 0);
  const whole = gazetteerToBytes(gazetteer).length;
  return [
    figure('automaton', n, 'bytes a form', automaton / n, 'the bar', BYTES_BAR),
    figure('automaton and all that is known of the entities', n, 'bytes a form', whole / n, 'the bar', BYTES_BAR),
  ];
}

/** The pack that ships, with forty forms an entity: its size, and the way from its lines to names in use. */
function shippedFigures(): readonly Figure[] {
  const file = new URL('../../public/packs/core.jsonl', import.meta.url);
  if (!existsSync(file)) throw new Error('public/packs/core.jsonl is missing: run npm run data');
  const lines = readFileSync(file, 'utf8');
  const gazetteer = buildGazetteer([parsePack(lines)]);
  const n = gazetteer.size.forms;
  const pack = parsePack(lines);
  const parse = seconds(() => void parsePack(lines), 3) * 1000;
  const build = seconds(() => void buildGazetteer([pack]), 3) * 1000;
  return [
    ...sizeFigures(n, gazetteer).map((one) => ({ ...one, name: `${one.name}, the pack that ships` })),
    figure('build, the pack that ships', n, 'ms', build, 'reading its lines', parse),
  ];
}

/** A million forms, without the peers: at 60,000 two of them need 2.5 and 14 s to build, and the expression's rate falls with the number of names. */
function millionFigures(thousand: number): readonly Figure[] {
  const n = 1_000_000;
  const { text, gazetteer } = trialOf(n);
  const ours = scanRate(text, gazetteer);
  return [
    figure('scan', n, 'M chars/s', ours, 'bare charCodeAt loop', scanRate(text)),
    figure('scan, times slower than at 1,000 forms', n, 'times', thousand / ours, 'the bar', SLOWER_BAR),
    ...sizeFigures(n, gazetteer),
  ];
}

/** Linking a long article: 40 paragraphs of 500 characters with some 60 mentions, against the scan of the same text. */
function linkFigure(): Figure {
  const names = makeNames(10_000);
  const gazetteer = buildGazetteer([packOf(recordsFor(names))]);
  const paragraphs = Array.from({ length: 40 }, (_, index) => makeText(names.slice(0, 40), 500, 10 + index).text);
  const blocks = paragraphs.map((text, id) => ({ id, text, candidates: findCandidates(gazetteer, text) }));
  const strong = link(gazetteer, blocks, { verdicts: [] }).length;
  expectAnswer('link', strong, 1);
  const ours = seconds(() => void link(gazetteer, blocks, { verdicts: [] }), 50) * 1000;
  const scan = seconds(() => void paragraphs.map((text) => findCandidates(gazetteer, text)), 50) * 1000;
  return figure('link an article', strong, 'ms', ours, 'scanning the same article', scan);
}

/** All figures of the recogniser. About two minutes. */
export async function coreFigures(say: (line: string) => void): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const markJs = await startMarkJs();
  try {
    for (const n of [1_000, 10_000, 60_000]) {
      say(`${n} forms …`);
      const trial = trialOf(n);
      figures.push(...(await scanFigures(n, trial, markJs)), ...buildFigures(n, trial.names), ...sizeFigures(n, trial.gazetteer));
    }
  } finally {
    await markJs.stop();
  }
  say('1,000,000 forms, and the pack that ships …');
  return [...figures, ...scriptFigures(10_000), ...millionFigures(figures[0]?.ours ?? 0), ...shippedFigures(), linkFigure()];
}
