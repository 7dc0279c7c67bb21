export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const QUOTE = 34;

/** Bytes that begin with a record and end with a line feed, to be read one or four at a time. */
export class Block {
  private readonly view: DataView;
  /** Up to here four bytes can be read at once. */
  readonly lastWord: number;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.lastWord = bytes.length - 4;
  }

  /** The four bytes at an offset, the first one lowest. */
  word(at: number): number {
    return this.view.getInt32(at, true);
  }
}

/** Four times a byte, for `hasLess`. */
export const fourTimes = (byte: number): number => Math.imul(byte, 0x01010101);

/** Whether any of the four bytes of a word is less than the one that `least` is four times; at most 128. */
export const hasLess = (word: number, least: number): boolean =>
  ((word - least) & ~word & 0x80808080) !== 0;
