import { foldTable, lastWord, wordBuffer } from './fold.ts';
import { firstSlot, mix, read, slotOf, WORDS_IN_ALL, type Words } from './word-slots.ts';

/** Numbers, one after the other; grows as it is filled. */
export class Column {
  items = new Uint32Array(1024);
  length = 0;

  push(value: number): number {
    if (this.length === this.items.length) {
      const old = this.items;
      this.items = new Uint32Array(old.length * 2);
      this.items.set(old);
    }
    this.items[this.length] = value;
    return this.length++;
  }

  at(index: number): number {
    return this.items[index] as number;
  }
}

/** What stands in a slot: see `slotOf`. */
function entryOf(hash: number, word: number): number {
  return ((mix(hash) << 24) | (word + 1)) >>> 0;
}

function putInSlot(slots: Uint32Array, hash: number, word: number): void {
  let slot = firstSlot(mix(hash), slots.length);
  while (slots[slot] !== 0) slot = slot + 1 === slots.length ? 0 : slot + 1;
  slots[slot] = entryOf(hash, word);
}

/** Every word of the forms once, in the order in which they came; found as the scan finds them. */
export class WordList implements Words {
  slots = new Uint32Array(1024);
  pool = new Uint16Array(4096);
  private readonly starts = new Column();
  private readonly hashes = new Column();

  constructor() {
    this.starts.push(0);
  }

  get wordAt(): Uint32Array {
    return this.starts.items;
  }

  get count(): number {
    return this.hashes.length;
  }

  hash(word: number): number {
    return this.hashes.at(word);
  }

  length(word: number): number {
    return this.starts.at(word + 1) - this.starts.at(word);
  }

  /** The number of the word that was read last, starting at `start`. */
  number(text: string, start: number): number {
    const slot = slotOf(this, text, start);
    const entry = this.slots[slot] as number;
    if (entry !== 0) return (entry & WORDS_IN_ALL) - 1;
    const word = this.hashes.push(read.hash);
    if (word + 1 >= WORDS_IN_ALL) throw new RangeError(`gazetteer: more than ${WORDS_IN_ALL - 1} words`);
    this.slots[slot] = entryOf(read.hash, word);
    this.append(text, start);
    if (this.count * 2 > this.slots.length) this.grow();
    return word;
  }

  private append(text: string, start: number): void {
    const length = read.plain ? read.end - start : lastWord.length;
    const from = this.starts.at(this.count - 1);
    if (from + length > this.pool.length) {
      const old = this.pool;
      this.pool = new Uint16Array((from + length) * 2);
      this.pool.set(old);
    }
    const fold = foldTable();
    for (let index = 0; index < length; index++)
      this.pool[from + index] = read.plain ? (fold[text.charCodeAt(start + index)] as number) : (wordBuffer[index] as number);
    this.starts.push(from + length);
  }

  private grow(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    for (let word = 0; word < this.count; word++) putInSlot(slots, this.hash(word), word);
    this.slots = slots;
  }

  /** The words in another order, as tight as they may lie; `order` has the numbers of all. */
  inOrder(order: Uint32Array): Words {
    const slots = new Uint32Array(Math.ceil((order.length * 5) / 3) + 1);
    const wordAt = new Uint32Array(order.length + 1);
    const pool = new Uint16Array(this.starts.at(this.count));
    let end = 0;
    for (let number = 0; number < order.length; number++) {
      const word = order[number] as number;
      putInSlot(slots, this.hash(word), number);
      for (let from = this.starts.at(word); from < this.starts.at(word + 1); from++) pool[end++] = this.pool[from] as number;
      wordAt[number + 1] = end;
    }
    return { slots, wordAt, pool };
  }
}
