/**
 * Numbers for keys that are met as bytes: each distinct sequence of byte ranges (the key fields of a record) has one number,
 * given by the caller when it is first met. Keys are compared byte for byte, four at a time, never only by their hash.
 */
export class KeyTable {
  private slots = new Int32Array(1024).fill(-1);
  private hashes = new Int32Array(512);
  private values = new Int32Array(512);
  private starts = new Int32Array(513);
  private words = new Int32Array(4 * 1024);
  private size = 0;
  /** The key last looked for, in words, and its hash: left for `add`. */
  private wanted = new Int32Array(64);
  private length = 0;
  private hash = 0;

  /** The number of the key that the ranges starts[i]…ends[i] of `buffer` make up for each field i; -1 when it has none. */
  find(buffer: Uint8Array, fields: Int32Array, starts: Int32Array, ends: Int32Array): number {
    let { wanted } = this;
    let hash = 0x811c9dc5 | 0;
    let length = 0;
    for (let f = 0; f < fields.length; f++) {
      const field = fields[f] as number;
      const end = ends[field] as number;
      let at = starts[field] as number;
      const size = end - at;
      if (length + (size >> 2) + 2 > wanted.length) wanted = this.widen(length + (size >> 2) + 2);
      for (; at + 4 <= end; at += 4) {
        const word = (buffer[at] as number) | ((buffer[at + 1] as number) << 8) | ((buffer[at + 2] as number) << 16) | ((buffer[at + 3] as number) << 24);
        wanted[length++] = word;
        hash = mixed(hash, word);
      }
      // What is left of the field, 0 to 3 bytes, with its size: no two sequences of fields make the same words.
      let rest = 0;
      for (; at < end; at++) rest = (rest << 8) | (buffer[at] as number);
      wanted[length++] = rest;
      wanted[length++] = size;
      hash = mixed(hash, rest ^ Math.imul(size, 0x9e3779b1));
    }
    this.hash = hash;
    this.length = length;
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const key = slots[slot] as number;
      if (key === -1) return -1;
      if (hashes[key] === hash && this.equals(key, wanted, length)) return this.values[key] as number;
    }
  }

  /** Gives the key just looked for (and not found) a number. */
  add(value: number): void {
    if (this.size + 1 > this.values.length) this.grow();
    const at = this.starts[this.size] as number;
    const end = at + this.length;
    if (end > this.words.length) this.words = copied(new Int32Array(Math.max(end, this.words.length * 2)), this.words);
    this.words.set(this.wanted.subarray(0, this.length), at);
    this.hashes[this.size] = this.hash;
    this.values[this.size] = value;
    this.starts[this.size + 1] = end;
    this.insert(this.size++);
  }

  private equals(key: number, wanted: Int32Array, length: number): boolean {
    const { words } = this;
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

  private widen(atLeast: number): Int32Array<ArrayBuffer> {
    this.wanted = copied(new Int32Array(Math.max(atLeast, this.wanted.length * 2)), this.wanted);
    return this.wanted;
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
