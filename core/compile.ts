import { type Automaton, again, edgeHash, isUpper, LEAF, letterCase, mix, PRIME, SEED, WORDS_MOST } from './automaton.ts';
import { wordBuffer } from './fold.ts';
import { BREAK, JOINED, readWords } from './words.ts';

/** Each sign that may be missing doubles the paths of a form; beyond these it must stand in the text. */
const OPTIONAL_MOST = 6;

export interface AutomatonForm {
  readonly text: string;
  readonly value: number;
  readonly case: 'capital' | 'exact' | 'any';
}

/** Grows as it is filled; `compile` is the only user. */
class Builder {
  private edges = new Uint32Array(3 * 1024);
  private edgeCount = 0;
  private words = new Map<string, number>();
  private wordHash: number[] = [];
  private wordList: string[] = [];
  /** None for the many states at which no form ends. */
  private readonly outputs: (number[] | undefined)[] = [undefined];
  private states = 1;
  /** Hashes of first words; true: some form begins with it in any case. */
  readonly first = new Map<number, boolean>();

  private word(folded: string): number {
    const known = this.words.get(folded);
    if (known !== undefined) return known;
    const id = this.wordList.length;
    let hash = SEED;
    for (let index = 0; index < folded.length; index++) hash = Math.imul(hash ^ folded.charCodeAt(index), PRIME);
    this.words.set(folded, id);
    this.wordList.push(folded);
    this.wordHash.push(hash);
    return id;
  }

  private slot(edges: Uint32Array, state: number, key: number): number {
    const slots = edges.length / 3;
    let slot = edgeHash(state, key & 3, this.wordHash[key >>> 2] as number) & (slots - 1);
    while (edges[slot * 3 + 2] !== 0 && (edges[slot * 3] !== state || edges[slot * 3 + 1] !== key)) slot = (slot + 1) & (slots - 1);
    return slot * 3;
  }

  private grow(): void {
    const old = this.edges;
    this.edges = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 2] === 0) continue;
      this.put(
        this.slot(this.edges, old[at] as number, old[at + 1] as number),
        old[at] as number,
        old[at + 1] as number,
        old[at + 2] as number,
      );
    }
  }

  private put(slot: number, state: number, key: number, to: number): void {
    this.edges[slot] = state;
    this.edges[slot + 1] = key;
    this.edges[slot + 2] = to;
  }

  private step(state: number, gap: number, folded: string): number {
    const key = this.word(folded) * 4 + gap;
    let slot = this.slot(this.edges, state, key);
    if (this.edges[slot + 2] !== 0) return (this.edges[slot + 2] as number) & ~LEAF;
    if (++this.edgeCount * 4 > this.edges.length) {
      this.grow();
      slot = this.slot(this.edges, state, key);
    }
    const to = this.states++;
    this.outputs.push(undefined);
    this.put(slot, state, key, to);
    return to;
  }

  /** Adds the path of a form; a comma, point or quotation mark in it may also be missing in the text. */
  add(words: readonly { readonly folded: string; readonly gap: number }[], value: number, caseBits: number): void {
    const hash = this.wordHash[this.word(words[0]?.folded ?? '')] as number;
    // Bit 0 speaks of the first word, or of its first letter.
    const anyCase = (caseBits & 1) === 0;
    this.first.set(hash, this.first.get(hash) === true || anyCase);
    let ends = [0];
    words.forEach((word, index) => {
      const sign = index > 0 && word.gap !== JOINED;
      const gaps = !sign ? [JOINED] : ends.length < 2 ** OPTIONAL_MOST ? [word.gap, JOINED] : [word.gap];
      ends = ends.flatMap((state) => gaps.map((gap) => this.step(state, gap, word.folded)));
    });
    for (const end of ends) {
      const list = this.outputs[end];
      if (list === undefined) this.outputs[end] = [value, caseBits];
      else list.push(value, caseBits);
    }
  }

  *finishing(): Generator<void, Automaton> {
    const wordAt = new Uint32Array(this.wordList.length + 1);
    this.wordList.forEach((word, id) => {
      wordAt[id + 1] = (wordAt[id] as number) + word.length;
    });
    const pool = new Uint16Array(wordAt.at(-1) ?? 0);
    this.wordList.forEach((word, id) => {
      for (let index = 0; index < word.length; index++) pool[(wordAt[id] as number) + index] = word.charCodeAt(index);
    });
    yield;
    const outAt = new Uint32Array(this.states + 1);
    this.outputs.forEach((list, state) => {
      outAt[state + 1] = (outAt[state] as number) + (list?.length ?? 0);
    });
    yield;
    const out = new Uint32Array(outAt.at(-1) ?? 0);
    this.outputs.forEach((list, state) => {
      if (list !== undefined) out.set(list, outAt[state]);
    });
    yield;
    const first = [...this.first];
    const filter = this.makeFilter(first.map(([hash]) => hash));
    yield;
    const lower = this.makeFilter(first.flatMap(([hash, anyCase]) => (anyCase ? [hash] : [])));
    yield;
    return { edges: this.markLeaves(), filter, lower, wordAt, pool, outAt, out };
  }

  private markLeaves(): Uint32Array {
    const hasNext = new Uint8Array(this.states);
    for (let at = 0; at < this.edges.length; at += 3) if (this.edges[at + 2] !== 0) hasNext[this.edges[at] as number] = 1;
    for (let at = 0; at < this.edges.length; at += 3) {
      const to = this.edges[at + 2] as number;
      if (to !== 0 && !hasNext[to]) this.edges[at + 2] = (to | LEAF) >>> 0;
    }
    return this.edges;
  }

  private makeFilter(hashes: readonly number[]): Uint32Array {
    let places = 1024;
    while (places < hashes.length * 16) places *= 2;
    const filter = new Uint32Array(places / 32);
    for (const hash of hashes) {
      const mixed = mix(hash);
      for (const bit of [mixed & (places - 1), again(mixed) & (places - 1)])
        filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
    }
    return filter;
  }
}

export interface Compiled {
  readonly automaton: Automaton;
  readonly count: number;
  readonly leftOut: number;
}

/** Forms between two rests: a few milliseconds. */
const PER_REST = 2_000;

/** Compiles forms. A form without a word, with more than 31, or with a word that was cut while it was read, is left out and counted. */
export function compile(forms: Iterable<AutomatonForm>): Compiled {
  return finish(compiling(forms));
}

/** The same with rests, at which whoever runs it may do something else. */
export function* compiling(forms: Iterable<AutomatonForm>): Generator<void, Compiled> {
  const builder = new Builder();
  let count = 0;
  let leftOut = 0;
  for (const form of forms) {
    if ((count + leftOut) % PER_REST === PER_REST - 1) yield;
    const words = readWords(form.text);
    const unusable = words.some(({ folded, gap }, index) => folded.length >= wordBuffer.length || (index > 0 && gap === BREAK));
    if (words.length === 0 || words.length > WORDS_MOST || unusable) {
      leftOut++;
      continue;
    }
    let bits = 0;
    if (form.case === 'exact') bits = letterCase(form.text, 0, form.text.length);
    else if (form.case === 'capital') {
      words.forEach((word, index) => {
        if (isUpper(form.text.charAt(word.start))) bits |= 1 << index;
      });
    }
    builder.add(words, form.value, bits >>> 0);
    count++;
  }
  yield;
  return { automaton: yield* builder.finishing(), count, leftOut };
}

/** Runs steps to their end without a rest. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
