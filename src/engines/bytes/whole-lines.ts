import { LINE_FEED } from "./block.ts";

/**
 * Blocks of bytes as whole lines: what a block ends with that is no whole line is put before the next one. Of a block of many lines only the
 * line that is cut is copied.
 */
export class WholeLines {
  private rest = new Uint8Array(0);

  /** Whether all that was pushed ended with a line. */
  get isEmpty(): boolean {
    return this.rest.length === 0;
  }

  /** Hands over the whole lines of a block and the one that it ends, in one or two pieces. */
  push(bytes: Uint8Array, take: (lines: Uint8Array) => void): void {
    // Always of one class: a Buffer among plain arrays makes every access to either slower.
    let block = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    if (this.rest.length > 0) {
      const first = block.indexOf(LINE_FEED) + 1;
      const piece = joined(this.rest, first === 0 ? block : block.subarray(0, first));
      if (first === 0) {
        this.rest = piece;
        return;
      }
      take(piece);
      block = block.subarray(first);
    }
    const end = block.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) take(block.subarray(0, end));
    // A copy: the next block may be written over this one.
    this.rest = block.slice(end);
  }

  /** The last line, with a line feed where it has none; empty where there is none. */
  end(): Uint8Array {
    return this.rest.length === 0 ? this.rest : joined(this.rest, Uint8Array.of(LINE_FEED));
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
