import { type Block, CARRIAGE_RETURN, hasLess, LINE_FEED, QUOTE } from "../bytes/block.ts";

/** A longer key (of so many words of four bytes) is never found and never kept. */
const LONGEST = 256;
const EMPTY = 0x811c9dc5 | 0;

/**
 * Numbers for keys that are met as bytes: each distinct sequence of fields (the key of a record) has one number, given by the caller when it
 * is first met. Keys are compared byte for byte, four at a time, never only by their hash.
 */
export class KeyTable {
  private slots = new Int32Array(1024).fill(-1);
  private hashes = new Int32Array(512);
  private values = new Int32Array(512);
  private starts = new Int32Array(513);
  private words = new Int32Array(4 * 1024);
  private size = 0;
  /** The key that is being read, in words, and its hash. */
  private readonly wanted = new Int32Array(LONGEST);
  private length = 0;
  private hash = EMPTY;

  /** Begins a key. */
  begin(): void {
    this.hash = EMPTY;
    this.length = 0;
  }

  /**
   * Reads a field of the key: from an offset to the first `stop`, quote or line break, whose offset it returns.
   * Nothing that ends it is as great as the bytes of `least` (see `fourTimes`).
   */
  read(block: Block, from: number, stop: number, least: number): number {
    const { wanted } = this;
    const { bytes, lastWord } = block;
    let { hash, length } = this;
    let at = from;
    for (;;) {
      let word = at <= lastWord ? block.word(at) : 0;
      while (at <= lastWord && !hasLess(word, least)) {
        wanted[length++] = word;
        hash = mixed(hash, word);
        at += 4;
        word = at <= lastWord ? block.word(at) : 0;
      }
      word = 0;
      let size = 0;
      for (; size < 4; size++) {
        const byte = bytes[at + size] as number;
        if (byte === stop || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === QUOTE)
          break;
        word |= byte << (8 * size);
      }
      wanted[length++] = word;
      hash = mixed(hash, word);
      at += size;
      if (size < 4) break;
    }
    // With the size of each field, no two sequences of fields make the same words.
    wanted[length++] = at - from;
    this.hash = mixed(hash, at - from);
    this.length = length;
    return at;
  }

  /** Whether the key that was read is short enough to be kept. */
  get fits(): boolean {
    return this.length <= LONGEST;
  }

  /** The number of the key that was read; -1 when it has none. */
  find(): number {
    const { slots, hashes, hash } = this;
    if (!this.fits) return -1;
    const mask = slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const key = slots[slot] as number;
      if (key === -1) return -1;
      if (hashes[key] === hash && this.equals(key)) return this.values[key] as number;
    }
  }

  /** Gives the key that was read, fits and has none, a number. */
  add(value: number): void {
    if (this.size + 1 > this.values.length) this.grow();
    const at = this.starts[this.size] as number;
    const end = at + this.length;
    if (end > this.words.length)
      this.words = copied(new Int32Array(Math.max(end, this.words.length * 2)), this.words);
    this.words.set(this.wanted.subarray(0, this.length), at);
    this.hashes[this.size] = this.hash;
    this.values[this.size] = value;
    this.starts[this.size + 1] = end;
    this.insert(this.size++);
  }

  private equals(key: number): boolean {
    const { words, wanted, length } = this;
    const start = this.starts[key] as number;
    if ((this.starts[key + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) if (words[start + i] !== wanted[i]) return false;
    return true;
  }

  private insert(key: number): void {
    const mask = this.slots.length - 1;
    let slot = spread(this.hashes[key] as number) & mask;
    while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
    this.slots[slot] = key;
  }

  private grow(): void {
    const capacity = this.values.length * 2;
    this.hashes = copied(new Int32Array(capacity), this.hashes);
    this.values = copied(new Int32Array(capacity), this.values);
    this.starts = copied(new Int32Array(capacity + 1), this.starts);
    this.slots = new Int32Array(capacity * 2).fill(-1);
    for (let key = 0; key < this.size; key++) this.insert(key);
  }
}

const mixed = (hash: number, word: number): number => {
  const h = Math.imul(hash ^ word, 0x85ebca6b);
  return h ^ (h >>> 13);
};

const spread = (hash: number): number => hash ^ (hash >>> 15);

function copied(to: Int32Array<ArrayBuffer>, from: Int32Array): Int32Array<ArrayBuffer> {
  to.set(from);
  return to;
}
