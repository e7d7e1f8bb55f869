import { type Automaton, EXACT, LOOSE, letterCase, setBits, WORDS_MOST } from './automaton.ts';
import { lastWord, wordBuffer } from './fold.ts';
import { capitalBits, isCapital } from './units.ts';
import { Column, WordList } from './word-list.ts';
import { mix, read, readHash } from './word-slots.ts';
import { BREAK, JOINED, lastGap, readGap } from './words.ts';

/** Each sign that may be missing doubles the paths of a form; beyond these it must stand in the text. */
const OPTIONAL_MOST = 6;

export interface AutomatonForm {
  readonly text: string;
  readonly value: number;
  readonly case: 'capital' | 'exact' | 'any';
}

/** The words of the form that was read last: their numbers, where they start, the gaps in front of them. */
const form = { count: 0, word: new Int32Array(WORDS_MOST), start: new Int32Array(WORDS_MOST), gap: new Int32Array(WORDS_MOST) };

/** Reads a form into `form`; answers false if it cannot be used: no word, too many, one that was cut, or a gap that no name goes across. */
function readForm(words: WordList, text: string): boolean {
  form.count = 0;
  readGap(text, 0);
  for (let at = lastGap.end; at < text.length; at = lastGap.end) {
    if (form.count === WORDS_MOST || (form.count > 0 && lastGap.kind === BREAK)) return false;
    form.gap[form.count] = lastGap.kind;
    readHash(text, at);
    const { end } = read;
    const length = read.plain ? end - at : lastWord.length;
    if (length >= wordBuffer.length) return false;
    if (length > 0) {
      form.start[form.count] = at;
      form.word[form.count++] = words.number(text, at);
    }
    readGap(text, end);
  }
  return form.count > 0;
}

/** A trie that grows: states have the numbers in which they came, and are found by parent and key. */
class Builder {
  readonly words = new WordList();
  private readonly parents = new Column();
  private readonly keys = new Column();
  /** 1: some form comes to this state by a word that needs no capital. */
  private readonly anyCase = new Column();
  private table = new Uint32Array(1024);
  private readonly endState = new Column();
  private readonly endValue = new Column();
  private readonly endCase = new Column();

  constructor() {
    this.addState(0, 0);
  }

  private addState(parent: number, key: number): number {
    this.parents.push(parent);
    this.anyCase.push(0);
    return this.keys.push(key);
  }

  private slot(parent: number, key: number): number {
    const last = this.table.length - 1;
    let slot = mix(Math.imul(parent, 0x9e3779b1) ^ key) & last;
    for (let state = this.table[slot] as number; state !== 0; state = this.table[slot] as number) {
      if (this.keys.at(state) === key && this.parents.at(state) === parent) break;
      slot = (slot + 1) & last;
    }
    return slot;
  }

  private step(parent: number, gap: number, word: number): number {
    const key = word * 4 + gap;
    const slot = this.slot(parent, key);
    const known = this.table[slot] as number;
    if (known !== 0) return known;
    const state = this.addState(parent, key);
    this.table[slot] = state;
    if (this.keys.length * 2 > this.table.length) {
      this.table = new Uint32Array(this.table.length * 2);
      for (let each = 1; each < this.keys.length; each++) this.table[this.slot(this.parents.at(each), this.keys.at(each))] = each;
    }
    return state;
  }

  /** Adds the path of the form that was read last; a comma, point or quotation mark in it may also be missing in the text. */
  add(value: number, caseBits: number): void {
    let ends = [this.step(0, JOINED, form.word[0] as number)];
    // Bit 0 speaks of the first word, or of its first letter.
    if ((caseBits & 1) === 0) this.anyCase.items[ends[0] as number] = 1;
    for (let index = 1; index < form.count; index++) {
      const word = form.word[index] as number;
      const gap = form.gap[index] as number;
      const gaps = gap === JOINED ? [JOINED] : ends.length < 2 ** OPTIONAL_MOST ? [gap, JOINED] : [gap];
      ends = ends.flatMap((state) => gaps.map((each) => this.step(state, each, word)));
      if (caseBits >= EXACT || ((caseBits >>> index) & 1) === 0) for (const state of ends) this.anyCase.items[state] = 1;
    }
    for (const end of ends) {
      this.endState.push(end);
      this.endValue.push(value);
      this.endCase.push(caseBits);
    }
  }

  *finishing(): Generator<void, Automaton> {
    const { words } = this;
    const order = this.wordOrder();
    const numbers = new Uint32Array(words.count);
    for (let number = 0; number < order.length; number++) numbers[order[number] as number] = number;
    yield;
    for (let state = 1; state < this.keys.length; state++) {
      const key = this.keys.at(state);
      this.keys.items[state] = (numbers[key >>> 2] as number) * 4 + (key & 3);
    }
    yield;
    const filter = this.makeFilter(order);
    yield;
    const sorted = this.sorted();
    yield;
    const keys = sorted.map((state) => this.keys.at(state));
    yield;
    const { states, out } = this.outputs(sorted);
    yield;
    return { ...words.inOrder(order), filter, keys, states, out };
  }

  /** First words first, in the order in which their states came. */
  private wordOrder(): Uint32Array {
    const order = new Uint32Array(this.words.count);
    const isFirst = new Uint8Array(this.words.count);
    let count = 0;
    for (let state = 1; state < this.keys.length; state++) {
      if (this.parents.at(state) !== 0) continue;
      isFirst[this.keys.at(state) >>> 2] = 1;
      order[count++] = this.keys.at(state) >>> 2;
    }
    for (let word = 0; word < isFirst.length; word++) if (isFirst[word] === 0) order[count++] = word;
    return order;
  }

  private makeFilter(order: Uint32Array): Uint32Array {
    const bits: number[] = [];
    for (let state = 1; state < this.keys.length; state++) {
      if (this.parents.at(state) !== 0) continue;
      const word = order[this.keys.at(state) >>> 2] as number;
      bits.push(this.words.hash(word) ^ capitalBits(this.words.length(word)));
      if (this.anyCase.at(state) === 1) bits.push(this.words.hash(word));
    }
    let places = 1024;
    while (places < bits.length * 16) places *= 2;
    const filter = new Uint32Array(places / 32);
    for (const bit of bits) setBits(filter, bit);
    return filter;
  }

  /** All states such that children of one state follow one another, sorted by key, in the order of their parents. */
  private sorted(): Uint32Array {
    const count = this.keys.length;
    const firstChild = new Uint32Array(count + 1);
    for (let state = 1; state < count; state++)
      firstChild[this.parents.at(state) + 1] = (firstChild[this.parents.at(state) + 1] as number) + 1;
    for (let state = 0; state < count; state++) firstChild[state + 1] = (firstChild[state + 1] as number) + (firstChild[state] as number);
    // Key and state in one number, so that they can be sorted without a function.
    const children = new Float64Array(count - 1);
    const filled = firstChild.slice();
    for (let state = 1; state < count; state++) {
      const parent = this.parents.at(state);
      children[filled[parent] as number] = this.keys.at(state) * 2 ** 26 + state;
      filled[parent] = (filled[parent] as number) + 1;
    }
    const sorted = new Uint32Array(count);
    for (let at = 0, end = 1; at < count; at++) {
      const from = firstChild[sorted[at] as number] as number;
      const to = firstChild[(sorted[at] as number) + 1] as number;
      if (to - from > 1) children.subarray(from, to).sort();
      for (let each = from; each < to; each++) sorted[end++] = (children[each] as number) % 2 ** 26;
    }
    return sorted;
  }

  private outputs(sorted: Uint32Array): { readonly states: Uint32Array; readonly out: Uint32Array } {
    const count = sorted.length;
    const states = new Uint32Array((count + 1) * 2);
    const number = new Uint32Array(count);
    for (let at = 0; at < count; at++) number[sorted[at] as number] = at;
    const children = new Uint32Array(count);
    const loose = new Uint8Array(count);
    for (let state = 1; state < count; state++) {
      const parent = number[this.parents.at(state)] as number;
      children[parent] = (children[parent] as number) + 1;
      if (this.anyCase.at(state) === 1) loose[parent] = 1;
    }
    const outs = new Uint32Array(count);
    for (let end = 0; end < this.endState.length; end++) {
      const at = number[this.endState.at(end)] as number;
      outs[at] = (outs[at] as number) + 2;
    }
    states[0] = 1;
    for (let at = 0; at < count; at++) {
      states[at * 2 + 2] = (states[at * 2] as number) + (children[at] as number);
      states[at * 2 + 3] = (states[at * 2 + 1] as number) + (outs[at] as number);
    }
    for (let at = 0; at < count; at++) if (loose[at] === 1) states[at * 2] = (states[at * 2] as number) | LOOSE;
    const out = new Uint32Array(this.endState.length * 2);
    for (let end = 0; end < this.endState.length; end++) {
      const at = number[this.endState.at(end)] as number;
      outs[at] = (outs[at] as number) - 2;
      const place = (states[at * 2 + 3] as number) - 2 - (outs[at] as number);
      out[place] = this.endValue.at(end);
      out[place + 1] = this.endCase.at(end);
    }
    return { states, out };
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

function caseBits({ text, case: rule }: AutomatonForm): number {
  if (rule === 'any') return 0;
  if (rule === 'exact') return letterCase(text, 0, text.length);
  let bits = 0;
  for (let index = 0; index < form.count; index++) if (isCapital(text.charCodeAt(form.start[index] as number))) bits |= 1 << index;
  return bits >>> 0;
}

/** The same with rests, at which whoever runs it may do something else. */
export function* compiling(forms: Iterable<AutomatonForm>): Generator<void, Compiled> {
  const builder = new Builder();
  let count = 0;
  let leftOut = 0;
  for (const each of forms) {
    if ((count + leftOut) % PER_REST === PER_REST - 1) yield;
    if (!readForm(builder.words, each.text)) {
      leftOut++;
      continue;
    }
    builder.add(each.value, caseBits(each));
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
