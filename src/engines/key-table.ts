/**
 * Numbers for keys that are met as bytes: each distinct sequence of byte ranges (the key fields of a record) has one number,
 * given by the caller when it is first met. Bytes are compared, never only their hash.
 */
export class KeyTable {
  private slots = new Int32Array(1024).fill(-1);
  private hashes = new Int32Array(512);
  private values = new Int32Array(512);
  private starts = new Int32Array(513);
  private bytes = new Uint8Array(16 * 1024);
  private size = 0;

  /**
   * The number of the key that the ranges starts[i]…ends[i] of `buffer` make up for each field i; -1 when it has none.
   * Leaves the key's hash for `add`.
   */
  find(buffer: Uint8Array, fields: Int32Array, starts: Int32Array, ends: Int32Array): number {
    let hash = 0x811c9dc5 | 0;
    for (let f = 0; f < fields.length; f++) {
      const field = fields[f] as number;
      const end = ends[field] as number;
      for (let i = starts[field] as number; i < end; i++) hash = Math.imul(hash ^ (buffer[i] as number), 0x01000193);
      hash = Math.imul(hash ^ SEPARATOR, 0x01000193);
    }
    this.hash = hash;
    const mask = this.slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const key = this.slots[slot] as number;
      if (key === -1) return -1;
      if (this.hashes[key] === hash && this.equals(key, buffer, fields, starts, ends)) return this.values[key] as number;
    }
  }

  private hash = 0;

  /** Gives the key just looked for (and not found) a number. */
  add(buffer: Uint8Array, fields: Int32Array, starts: Int32Array, ends: Int32Array, value: number): void {
    if (this.size + 1 > this.values.length) this.grow();
    let at = this.starts[this.size] as number;
    for (let f = 0; f < fields.length; f++) {
      const field = fields[f] as number;
      const start = starts[field] as number;
      const length = (ends[field] as number) - start;
      if (at + length + 1 > this.bytes.length) this.bytes = enlarged(this.bytes, at + length + 1);
      this.bytes.set(buffer.subarray(start, start + length), at);
      at += length;
      this.bytes[at++] = SEPARATOR;
    }
    this.hashes[this.size] = this.hash;
    this.values[this.size] = value;
    this.starts[this.size + 1] = at;
    this.insert(this.size++);
  }

  private equals(key: number, buffer: Uint8Array, fields: Int32Array, starts: Int32Array, ends: Int32Array): boolean {
    let at = this.starts[key] as number;
    for (let f = 0; f < fields.length; f++) {
      const field = fields[f] as number;
      const end = ends[field] as number;
      for (let i = starts[field] as number; i < end; i++) if (this.bytes[at++] !== buffer[i]) return false;
      if (this.bytes[at++] !== SEPARATOR) return false;
    }
    return at === this.starts[key + 1];
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

/** A line feed: it never stands inside a field of a common record. */
const SEPARATOR = 10;

const spread = (hash: number): number => hash ^ (hash >>> 15);

function copied<T extends { set(from: T): void }>(to: T, from: T): T {
  to.set(from);
  return to;
}

function enlarged(bytes: Uint8Array<ArrayBuffer>, atLeast: number): Uint8Array<ArrayBuffer> {
  return copied(new Uint8Array(Math.max(atLeast, bytes.length * 2)), bytes);
}
